import { formatDate, localDateAt } from '../../../calendar/index.ts'
import { Note } from '../../../web/components/note.tsx'
import { useVisit } from '../../../web/visit.ts'
import { colon } from '../../../web/words/language.ts'
import type { Claim } from '../claim.ts'
import { pensionByRules } from '../computation.ts'
import { keptComputation } from '../kept-computation.ts'
import type { Payee } from '../payee.ts'
import { sharesOf } from '../shares.ts'
import type { ClaimDecision } from '../store/decisions.ts'
import { SharesTable } from './shares-table.tsx'
import { WorkedOut } from './worked.tsx'

interface Props {
  readonly claim: Claim
  readonly payees: readonly Payee[]
  readonly decision: ClaimDecision
}

/** The figures of a decision as they were kept, why it was decided so, and who has how much: what its letter says. */
export function DecidedFigures({ claim, payees, decision }: Props) {
  const { words, language } = useVisit()
  const { agent } = words.claims
  const kept = keptComputation(decision.computation)
  const day = formatDate(localDateAt(decision.settledAt ?? decision.proposedAt), language)
  const isOtherwise = kept !== null && decision.yearly !== pensionByRules(kept)
  const isFinal = decision.state === 'final'
  return (
    <>
      <h2>{isFinal ? agent.workedDecided(day) : agent.workedProposed(day)}</h2>
      {kept ? <WorkedOut claim={claim} computation={kept} /> : <p>{agent.nothingWorkedThen}</p>}
      {isOtherwise ? <Note>{agent.decidedOtherwise}</Note> : null}
      {isFinal ? <Said claim={claim} payees={payees} decision={decision} /> : null}
    </>
  )
}

/** Of what waits for another agent, it is read where they answer. */
function Said({ claim, payees, decision }: Props) {
  const { words, language } = useVisit()
  const shares = payees.length > 1 ? sharesOf(claim.kind, payees, decision) : null
  return (
    <>
      {decision.reason ? (
        <p>
          {words.claims.agent.why}
          {colon(language)}
          <bdi>{decision.reason}</bdi>
        </p>
      ) : null}
      {shares ? <SharesTable shares={shares} /> : null}
    </>
  )
}
