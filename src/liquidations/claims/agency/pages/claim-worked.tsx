import { formatDate } from '../../../../calendar/index.ts'
import { formatPoints } from '../../../../members/points.ts'
import { Note } from '../../../../web/components/note.tsx'
import { useVisit } from '../../../../web/visit.ts'
import { isGivenByTheFund, WorkedOut } from '../../pages/worked.tsx'
import { revisedYearly } from '../../revision.ts'
import type { PensionInstead } from '../../refuse-single-payment.ts'
import { lastGranted } from '../../store/decisions.ts'
import type { AgentClaimView } from '../read-claim.ts'

/** What the claim comes to by the rules, as far as they are published, and what an agent has to know of it. */
export function Worked({ view }: { readonly view: AgentClaimView }) {
  const { letter, agent } = useVisit().words.claims
  const { claim, computation, instead } = view
  const owed = pointsOwed(view)
  return (
    <section>
      <h2>{letter.arithmetic}</h2>
      {computation ? (
        <>
          <WorkedOut claim={claim} computation={computation} />
          {owed > 0n ? <Note tone="warning">{agent.pointsOwed(formatPoints(owed))}</Note> : null}
          {instead ? <TooMuch instead={instead} /> : null}
          {computation.isUnderPoints ? (
            <Note tone="warning">{agent.underPoints(computation.leastPoints)}</Note>
          ) : null}
          {computation.lastMonthly === null ? null : <Note>{agent.capitalOfPension}</Note>}
          {isGivenByTheFund(computation) ? <Note>{agent.noRule}</Note> : null}
        </>
      ) : (
        <Note tone="warning">{agent.nothingWorked}</Note>
      )}
    </section>
  )
}

/** No single payment: a pension is to be asked for, or waited for. */
function TooMuch({ instead: { when, day } }: { readonly instead: PensionInstead }) {
  const { words, language } = useVisit()
  const { agent } = words.claims
  return (
    <Note tone="stop">
      {when === 'too_young'
        ? agent.pointsTooYoung(formatDate(day, language))
        : agent.pointsForPension}
    </Note>
  )
}

/** Paid for since the last decision of a claim that was granted with an amount at once: nothing revises them by itself. */
function pointsOwed({ claim, computation, decisions }: AgentClaimView): bigint {
  const last = lastGranted(decisions)
  const isByAgent = computation !== null && last && revisedYearly(claim, last, computation) === null
  return isByAgent && last.points !== null ? computation.points - last.points : 0n
}
