import { canHappen } from '../../letters/letter.ts'
import { Actions, Button } from '../../web/components/button.tsx'
import { RadioGroup } from '../../web/components/choices.tsx'
import { Details } from '../../web/components/details.tsx'
import { FileField } from '../../web/components/file-field.tsx'
import { Form } from '../../web/components/form.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { CaseProps } from './case-page.tsx'

/** Paper that came by post or to the counter is registered with its scan (product P4, G2). */
export function CaseRegister({ file, form }: CaseProps) {
  const { words } = useVisit()
  const { case: own } = words.agency
  const state = form?.form === 'register' ? form : undefined
  if (!canHappen(file.letter, 'receive') || file.isOwnEmployer) return null
  const isFirst = file.proofs.length === 0
  return (
    <Details summary={own.register} open={isFirst || state !== undefined}>
      <p class="hint">{isFirst ? own.registerLead : own.registerAgain}</p>
      <Form
        action={paths.agency.addProof({ id: file.letter.id })}
        errors={state?.errors}
        typed={state?.typed}
        version={file.letter.version}
        prefix="register-"
        upload
      >
        <FileField
          name="document"
          label={own.file}
          hint={own.fileHint}
          kinds={own.fileKinds}
          accept=".pdf,.jpg,.jpeg,.png"
          maxMegabytes={10}
          optional
        />
        <RadioGroup
          name="arrivee"
          label={own.arrival}
          value="post"
          inline
          options={[
            { value: 'post', label: words.letters.receivedBy.post },
            { value: 'counter', label: words.letters.receivedBy.counter },
          ]}
        />
        <Actions>
          <Button kind="plain">{own.registerButton}</Button>
        </Actions>
      </Form>
    </Details>
  )
}
