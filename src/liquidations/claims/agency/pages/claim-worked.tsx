import { formatDate } from '../../../../calendar/index.ts'
import { formatPoints } from '../../../../members/points.ts'
import { Note } from '../../../../web/components/note.tsx'
import { useVisit } from '../../../../web/visit.ts'
import { isOver } from '../../claim.ts'
import { type KeptComputation, keptComputation } from '../../kept-computation.ts'
import { DecidedFigures } from '../../pages/decided.tsx'
import { EstimateMark, isGivenByTheFund, SharesByRules, WorkedOut } from '../../pages/worked.tsx'
import { revisedYearly } from '../../revision.ts'
import type { PensionInstead } from '../../refuse-single-payment.ts'
import { type ClaimDecision, lastGranted } from '../../store/decisions.ts'
import type { AgentClaimView } from '../read-claim.ts'

interface Props {
  readonly view: AgentClaimView
}

/** What the claim comes to: as it was decided or proposed, once it is; on the points of today until then. */
export function Worked({ view }: Props) {
  const { letter } = useVisit().words.claims
  const decision = decisionOf(view)
  if (decision) return <AsDecided view={view} decision={decision} />
  if (isOver(view.claim)) return null
  return (
    <section>
      <h2>{letter.arithmetic}</h2>
      <Today view={view} />
    </section>
  )
}

/** The decision that waits for another agent, or the one in force. */
function decisionOf({ waiting, decisions }: AgentClaimView): ClaimDecision | undefined {
  return waiting ?? lastGranted(decisions)
}

/** What the values shown below were of: kept beside the decision, or today's. */
export function computationShown(view: AgentClaimView): KeptComputation | null {
  const decision = decisionOf(view)
  if (decision) return keptComputation(decision.computation)
  return isOver(view.claim) ? null : view.computation
}

interface DecidedProps extends Props {
  readonly decision: ClaimDecision
}

/** The figures of the decision are those that were kept; what is paid for since stands apart, under its own day. */
function AsDecided({ view, decision }: DecidedProps) {
  const { words, language } = useVisit()
  const { agent } = words.claims
  const { claim, payees, computation, today } = view
  const isChanged = computation !== null && computation.points !== decision.points
  return (
    <section>
      <DecidedFigures claim={claim} payees={payees} decision={decision} />
      {isChanged ? (
        <>
          <h2>{agent.workedToday(formatDate(today, language))}</h2>
          <p>{agent.workedTodayText}</p>
          <Today view={view} />
        </>
      ) : null}
    </section>
  )
}

/** On the points that are paid for today, as far as the rules are published, with what an agent has to know of it. */
function Today({ view }: Props) {
  const { agent } = useVisit().words.claims
  const { claim, payees, computation, instead } = view
  const owed = pointsOwed(view)
  if (!computation) return <Note tone="warning">{agent.nothingWorked}</Note>
  return (
    <>
      {isOver(claim) ? null : <EstimateMark />}
      <WorkedOut claim={claim} computation={computation} />
      <SharesByRules claim={claim} payees={payees} computation={computation} />
      {owed > 0n ? <Note tone="warning">{agent.pointsOwed(formatPoints(owed))}</Note> : null}
      {instead ? <TooMuch instead={instead} /> : null}
      {computation.isUnderPoints ? (
        <Note tone="warning">{agent.underPoints(computation.leastPoints)}</Note>
      ) : null}
      {computation.lastMonthly === null ? null : <Note>{agent.capitalOfPension}</Note>}
      {isGivenByTheFund(computation) ? <Note>{agent.noRule}</Note> : null}
    </>
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
