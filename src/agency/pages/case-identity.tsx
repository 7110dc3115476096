import { bearsHandwrittenNumber, isInReview } from '../../letters/letter.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Case } from '../read-case.ts'
import type { CaseProps } from './case-page.tsx'

/** A form of its own, where no checks stand below that would be lost with it. */
export function CaseIdentity({ file, form }: CaseProps) {
  const state = form?.form === 'identity' ? form : undefined
  if (!isNumberAsked(file)) return null
  return (
    <Form
      action={paths.agency.compareIdentity({ id: file.letter.id })}
      errors={state?.errors}
      typed={state?.typed}
      prefix="identity-"
    >
      <HandwrittenNumber file={file} />
    </Form>
  )
}

function isNumberAsked({ letter, proofs, identity, isOwnEmployer }: Case): boolean {
  const isAsked = bearsHandwrittenNumber(letter) && isInReview(letter) && proofs[0]?.file
  return Boolean(isAsked) && identity !== null && identity !== undefined && !isOwnEmployer
}

/** The number written by hand on the paper is typed here, and the answer is whether it is the one on file. */
export function HandwrittenNumber({ file }: { readonly file: Case }) {
  const { case: words } = useVisit().words.agency
  if (!isNumberAsked(file)) return null
  return (
    <>
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
        <Button kind="plain" formaction={paths.agency.compareIdentity({ id: file.letter.id })}>
          {words.compare}
        </Button>
      </Actions>
    </>
  )
}
