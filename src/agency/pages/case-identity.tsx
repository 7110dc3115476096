import { bearsHandwrittenNumber, isInReview } from '../../letters/letter.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { CaseProps } from './case-page.tsx'

/**
 * The number written by hand on the paper is typed here, and the answer is whether it is the one on file. The checks follow it:
 * a form of its own would come back with them unticked.
 */
export function CaseIdentity({ file, form }: CaseProps) {
  const { case: words } = useVisit().words.agency
  const { letter } = file
  const state = form?.form === 'identity' ? form : undefined
  const isAsked = bearsHandwrittenNumber(letter) && isInReview(letter) && file.proofs[0]?.file
  if (!isAsked || !file.identity || file.isOwnEmployer) return null
  if (file.comparedByMe) return <Note tone="done">{words.identitySame}</Note>
  return (
    <Form
      action={paths.agency.compareIdentity({ id: letter.id })}
      errors={state?.errors}
      typed={state?.typed}
      prefix="identity-"
    >
      <TextField
        name="numero"
        label={words.handwritten}
        hint={words.handwrittenHint}
        width="medium"
        dir="ltr"
        maxlength={30}
        autocomplete="off"
      />
      <Actions>
        <Button kind="plain">{words.compare}</Button>
      </Actions>
    </Form>
  )
}
