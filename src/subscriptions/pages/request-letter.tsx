import { letterTitle } from '../../letters/letter-title.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button } from '../../web/components/button.tsx'
import { FieldGroup } from '../../web/components/field-group.tsx'
import { Form } from '../../web/components/form.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { PageHead } from '../../web/components/page-head.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { Layout } from '../../web/layout.tsx'
import { useVisit } from '../../web/visit.ts'
import { paths } from '../../web/paths.ts'
import type { RequestedKind } from '../requested-letter.ts'
import { EmployerNumberField } from './employer-number-field.tsx'
import { LostFactorBox } from './lost-factor-box.tsx'

interface Props extends Partial<FormState> {
  readonly kind: RequestedKind
  readonly action: string
}

/** A short form for one letter: it will hold what is typed here and nothing else (decision: letters). */
export function RequestLetterPage({ kind, action, errors, typed }: Props) {
  const { fund, language, words } = useVisit()
  const { downloads, volets } = words.subscriptions
  const title = letterTitle(kind, fund.name)[language]
  return (
    <Layout title={title} errors={errors}>
      <BackLink href={paths.downloads.list()}>{downloads.title}</BackLink>
      <PageHead
        title={title}
        lead={kind === 'password_reset' ? downloads.reset.when : downloads.update.when}
      />
      <p class="muted">{downloads.formLead}</p>
      <Form action={action} errors={errors} typed={typed}>
        <FieldGroup legend={volets.company}>
          <EmployerNumberField />
          <RequestFields kind={kind} />
        </FieldGroup>
        <SignatoryFields />
        <Actions>
          <Button>{downloads.submit}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

function RequestFields({ kind }: { readonly kind: RequestedKind }) {
  const { words } = useVisit()
  const { questions, hints } = words.subscriptions
  const isUpdate = kind === 'email_update'
  return (
    <>
      <TextField
        name="companyName"
        label={questions.companyName}
        hint={hints.companyName}
        autocomplete="organization"
      />
      <TextField name="delegateName" label={questions.fullName} autocomplete="name" />
      <TextField
        name="email"
        label={isUpdate ? questions.newEmail : questions.followEmail}
        hint={isUpdate ? hints.newEmail : hints.followEmail}
        type="email"
        autocomplete="email"
      />
      {isUpdate ? null : <LostFactorBox />}
    </>
  )
}

function SignatoryFields() {
  const { words } = useVisit()
  const { questions, hints, signatureGroup } = words.subscriptions
  return (
    <FieldGroup legend={signatureGroup}>
      <TextField name="signatoryName" label={questions.signatoryName} hint={hints.signatoryName} />
      <TextField
        name="signatoryCapacity"
        label={questions.signatoryCapacity}
        hint={hints.signatoryCapacity}
      />
    </FieldGroup>
  )
}
