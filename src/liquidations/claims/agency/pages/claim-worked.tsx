import { formatPoints } from '../../../../members/points.ts'
import { Note } from '../../../../web/components/note.tsx'
import { useVisit } from '../../../../web/visit.ts'
import { isGivenByTheFund, WorkedOut } from '../../pages/worked.tsx'
import { revisedYearly } from '../../revision.ts'
import { lastGranted } from '../../store/decisions.ts'
import type { AgentClaimView } from '../read-claim.ts'

/** What the claim comes to by the rules, as far as they are published, and what an agent has to know of it. */
export function Worked({ view }: { readonly view: AgentClaimView }) {
  const { letter, agent } = useVisit().words.claims
  const { claim, computation } = view
  const owed = pointsOwed(view)
  const isTooMuch = claim.kind === 'single_payment' && computation?.isUnderPoints === false
  return (
    <section>
      <h2>{letter.arithmetic}</h2>
      {computation ? (
        <>
          <WorkedOut claim={claim} computation={computation} />
          {owed > 0n ? <Note tone="warning">{agent.pointsOwed(formatPoints(owed))}</Note> : null}
          {isTooMuch ? <Note tone="stop">{agent.pointsForPension}</Note> : null}
          {computation.isUnderPoints ? <Note tone="warning">{agent.underPoints}</Note> : null}
          {computation.lastMonthly === null ? null : <Note>{agent.capitalOfPension}</Note>}
          {isGivenByTheFund(computation) ? <Note>{agent.noRule}</Note> : null}
        </>
      ) : (
        <Note tone="warning">{agent.nothingWorked}</Note>
      )}
    </section>
  )
}

/** Paid for since the last decision of a claim that was granted with an amount at once: nothing revises them by itself. */
function pointsOwed({ claim, computation, decisions }: AgentClaimView): bigint {
  const last = lastGranted(decisions)
  const isByAgent = computation !== null && last && revisedYearly(claim, last, computation) === null
  return isByAgent && last.points !== null ? computation.points - last.points : 0n
}
