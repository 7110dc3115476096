import { Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { causeName } from '../cause.ts'
import type { CauseShown, DeskView } from '../view-desk.ts'
import type { Typed } from './typed.ts'

interface Props {
  readonly view: DeskView
  readonly cause: CauseShown
  readonly typed: Typed | undefined
}

/** One reason for every doubt of a cause that has none yet (quality US16). */
export function ConfirmCause({ view: { declaration, reasons }, cause, typed }: Props) {
  const said = useVisit().words.desk
  const isTyped = typed?.cause === causeName(cause)
  return (
    <Details summary={said.confirmOpen} open={isTyped}>
      <Form
        action={paths.declarations.confirm({ id: declaration.id })}
        version={declaration.version}
        prefix={causeName(cause)}
        errors={isTyped ? typed.errors : {}}
        typed={isTyped ? typed.fields : undefined}
      >
        <input type="hidden" name="code" value={cause.code} />
        <input type="hidden" name="champ" value={cause.field} />
        <TextField
          name="raison"
          label={said.reason}
          hint={said.reasonHint}
          maxlength={200}
          suggestions={reasons}
        />
        <Button kind="plain" name="tous" value="oui">
          {said.confirmAll(cause.count - cause.confirmed)}
        </Button>
      </Form>
    </Details>
  )
}
