import { formatDate, formatQuarterInWords } from '../../../calendar/index.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { DateField } from '../../../web/components/date-field.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { TextArea } from '../../../web/components/text-area.tsx'
import { paths } from '../../../web/paths.ts'
import { writtenDay } from '../../../web/read-day.ts'
import { useVisit } from '../../../web/visit.ts'
import { isOfSurvivors } from '../claim.ts'
import type { ClaimView } from '../view-claim.ts'
import { ClaimStepPage, type SentBack } from './claim-frame.tsx'

interface Props extends SentBack {
  readonly view: ClaimView
}

/** The end of employment beside what was declared, or the day of death. */
export function EndStepPage({ view, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { endStep } = own
  const { claim, declaredExit } = view
  const isDeath = isOfSurvivors(claim.kind)
  const proposed = claim.endedOn ?? (isDeath ? null : (declaredExit?.on ?? null))
  return (
    <ClaimStepPage
      claim={claim}
      title={isDeath ? endStep.deathTitle : endStep.title}
      lead={isDeath ? endStep.deathLead : endStep.lead}
      errors={errors}
    >
      {isDeath ? null : <Declared view={view} />}
      <Form
        action={paths.claims.end({ id: claim.id })}
        version={claim.version}
        errors={errors}
        typed={typed}
      >
        <DateField
          name="jour"
          label={isDeath ? endStep.deathLabel : endStep.label}
          value={writtenDay(proposed)}
        />
        <TextArea
          name="note"
          label={endStep.note}
          hint={isDeath ? endStep.deathNoteHint : endStep.noteHint}
          value={claim.endNote}
          rows={3}
          maxlength={1000}
          optional={isDeath || declaredExit !== null}
        />
        <Actions>
          <Button>{own.save}</Button>
        </Actions>
      </Form>
    </ClaimStepPage>
  )
}

function Declared({ view }: { readonly view: ClaimView }) {
  const { words, language } = useVisit()
  const { endStep } = words.claims
  const { declaredExit } = view
  if (!declaredExit) return <Note tone="warning">{endStep.notDeclared}</Note>
  const { on, quarter } = declaredExit
  return (
    <Note tone="done">
      {endStep.declaredOn(formatDate(on, language), formatQuarterInWords(quarter, language))}
    </Note>
  )
}
