import { Actions, Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { TextArea } from '../../../web/components/text-area.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { NewcomerProps } from './newcomer.tsx'

/** Nobody known: the number becomes theirs, or another that the fund gives. */
export function ConfirmNew({ view: { newcomer, compared }, form }: NewcomerProps) {
  const own = useVisit().words.newcomers
  const state = form?.form === 'confirm' ? form : undefined
  return (
    <section aria-labelledby="nouvelle">
      <h2 id="nouvelle">{own.newTitle}</h2>
      <p>{own.newText(newcomer.memberNumber)}</p>
      <Form
        action={paths.agency.confirmNewcomer({ id: newcomer.id })}
        errors={state?.errors}
        typed={state?.typed}
        prefix="confirm-"
        version={newcomer.version}
      >
        <TextField
          name="numero"
          label={own.otherNumber}
          hint={own.otherNumberHint(newcomer.memberNumber)}
          inputmode="numeric"
          maxlength={11}
          width="short"
          optional
        />
        <Actions>
          <Button kind={compared ? 'plain' : 'primary'}>{own.confirm}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** Not to be recognised: the company is told what to correct. */
export function RefusePerson({ view: { newcomer }, form }: NewcomerProps) {
  const own = useVisit().words.newcomers
  const state = form?.form === 'refuse' ? form : undefined
  return (
    <Details summary={own.refuseTitle} open={state !== undefined}>
      <p>{own.refuseText}</p>
      <Form
        action={paths.agency.refuseNewcomer({ id: newcomer.id })}
        errors={state?.errors}
        typed={state?.typed}
        prefix="refuse-"
        version={newcomer.version}
      >
        <TextArea
          name="motif"
          label={own.refuseNote}
          hint={own.refuseNoteHint}
          rows={3}
          maxlength={300}
        />
        <Actions>
          <Button kind="stop">{own.refuse}</Button>
        </Actions>
      </Form>
    </Details>
  )
}
