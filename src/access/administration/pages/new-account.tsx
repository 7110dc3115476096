import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Administration } from '../read-administration.ts'
import { PageFrame } from './page-frame.tsx'

interface Props {
  readonly administration: Administration
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** A bank account to be debited: its number, checked, and its holder (product A3, E6). */
export function NewAccountPage({ administration, errors, typed }: Props) {
  const { words } = useVisit()
  const own = words.administration
  const back = paths.administration.information()
  return (
    <PageFrame
      title={own.accounts.newTitle}
      administration={administration}
      current={back}
      errors={errors}
    >
      <BackLink href={back}>{own.cells.information}</BackLink>
      <PageHead title={own.accounts.newTitle} lead={own.accounts.newLead} />
      <Form action={paths.administration.accounts()} errors={errors} typed={typed}>
        <TextField
          name="rib"
          label={own.accounts.rib}
          hint={own.accounts.ribHint}
          inputmode="numeric"
          maxlength={40}
        />
        <TextField
          name="holder"
          label={own.accounts.holder}
          hint={own.accounts.holderHint}
          value={administration.employer.name}
        />
        <Actions>
          <Button>{own.accounts.prepare}</Button>
          <ButtonLink href={back}>{own.form.back}</ButtonLink>
        </Actions>
      </Form>
    </PageFrame>
  )
}
