import { formatDirhams } from '../../../../money/index.ts'
import { Actions, Button } from '../../../../web/components/button.tsx'
import { paths } from '../../../../web/paths.ts'
import { useVisit } from '../../../../web/visit.ts'
import { workedAgain } from '../../revision.ts'
import { lastGranted } from '../../store/decisions.ts'
import type { AgentClaimView } from '../read-claim.ts'
import { AmountField } from './claim-examination.tsx'
import { type AgentClaimProps, ClaimForm, PointsSeen, Reason, SentBackNote } from './claim-form.tsx'

/** Arrears were paid after an amount was paid at once: what is due for them (product L6). */
export function ClaimComplement({ view, sent }: AgentClaimProps) {
  const { words, language } = useVisit()
  const { agent } = words.claims
  const before = view.sentBack?.verdict === 'complement' ? view.sentBack : null
  const yearly = before ? before.yearly : yearlyNow(view)
  return (
    <section>
      <h2>{agent.complementTitle}</h2>
      <p>{agent.complementText}</p>
      <p class="muted">{agent.secondAbove(formatDirhams(view.secondAgentAbove, language))}</p>
      <SentBackNote view={view} />
      <ClaimForm
        view={view}
        sent={sent}
        form="arrieres"
        action={paths.agency.fixComplement({ id: view.claim.id })}
      >
        <PointsSeen view={view} />
        {yearly === null ? null : (
          <AmountField
            name="annuelle"
            label={agent.yearlyField}
            hint={agent.complementYearlyHint}
            amount={yearly}
          />
        )}
        <AmountField
          name="unique"
          label={agent.complementField}
          hint={agent.complementHint}
          amount={before?.atOnce ?? null}
        />
        <Reason view={view} hint={agent.closeHint} value={before?.reason} />
        <Actions>
          <Button>{agent.complementFix}</Button>
        </Actions>
      </ClaimForm>
    </section>
  )
}

/** The whole pension with the new points, as far as a rule gives it; what was decided otherwise. */
function yearlyNow({ computation, decisions }: AgentClaimView) {
  const last = lastGranted(decisions)
  if (!last) return null
  return (computation && workedAgain(last, computation)) ?? last.yearly
}
