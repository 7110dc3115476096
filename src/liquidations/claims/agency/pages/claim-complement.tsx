import { decimalString, formatDirhams } from '../../../../money/index.ts'
import { Actions, Button } from '../../../../web/components/button.tsx'
import { Form } from '../../../../web/components/form.tsx'
import { TextArea } from '../../../../web/components/text-area.tsx'
import { TextField } from '../../../../web/components/text-field.tsx'
import { paths } from '../../../../web/paths.ts'
import { useVisit } from '../../../../web/visit.ts'
import { workedAgain } from '../../revision.ts'
import { lastGranted } from '../../store/decisions.ts'
import type { AgentClaimView } from '../read-claim.ts'
import type { SentForm } from './claim-page.tsx'

interface Props {
  readonly view: AgentClaimView
  readonly sent: SentForm | undefined
}

/** Arrears were paid after an amount was paid at once: what is due for them (product L6). */
export function ClaimComplement({ view, sent }: Props) {
  const { words, language } = useVisit()
  const { agent } = words.claims
  const isBack = sent?.form === 'arrieres'
  const yearly = yearlyNow(view)
  return (
    <section>
      <h2>{agent.complementTitle}</h2>
      <p>{agent.complementText}</p>
      <p class="muted">{agent.secondAbove(formatDirhams(view.secondAgentAbove, language))}</p>
      <Form
        action={paths.agency.fixComplement({ id: view.claim.id })}
        version={view.claim.version}
        prefix="arrieres-"
        errors={isBack ? sent.errors : {}}
        typed={isBack ? sent.typed : {}}
      >
        {yearly === null ? null : (
          <TextField
            name="annuelle"
            label={agent.yearlyField}
            hint={agent.complementYearlyHint}
            value={decimalString(yearly).replace('.', ',')}
            inputmode="decimal"
            width="short"
            dir="ltr"
          />
        )}
        <TextField
          name="unique"
          label={agent.complementField}
          hint={agent.complementHint}
          inputmode="decimal"
          width="short"
          dir="ltr"
        />
        <TextArea
          name="raison"
          label={agent.why}
          hint={agent.closeHint}
          rows={3}
          maxlength={1000}
        />
        <Actions>
          <Button>{agent.complementFix}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** The whole pension with the new points, as far as a rule gives it; what was decided otherwise. */
function yearlyNow({ computation, decisions }: AgentClaimView) {
  const last = lastGranted(decisions)
  if (!last) return null
  return (computation && workedAgain(last, computation)) ?? last.yearly
}
