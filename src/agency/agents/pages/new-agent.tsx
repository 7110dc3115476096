import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { FieldGroup, FieldRow } from '../../../web/components/field-group.tsx'
import { Form } from '../../../web/components/form.tsx'
import type { FormState } from '../../../web/components/form-state.ts'
import { PageHead } from '../../../web/components/page-head.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'

/** A supervisor describes a new agent; another will confirm, and only then is anything sent. */
export function NewAgentPage({ errors, typed }: Partial<FormState>) {
  const { agents: words } = useVisit().words
  return (
    <AgencyPage title={words.form.title} place="agents" errors={errors} narrow>
      <BackLink href={paths.agency.agents()}>{words.title}</BackLink>
      <PageHead title={words.form.title} lead={words.form.lead} />
      <Form action={paths.agency.newAgent()} errors={errors} typed={typed}>
        <Person />
        <Access />
        <TextField
          name="reason"
          label={words.form.reason}
          hint={words.form.reasonHint}
          maxlength={300}
        />
        <Actions>
          <Button>{words.form.submit}</Button>
        </Actions>
      </Form>
    </AgencyPage>
  )
}

function Person() {
  const { agents, administration } = useVisit().words
  const { form: words, details } = agents
  const { form: identity } = administration
  return (
    <FieldGroup legend={words.person}>
      <FieldRow>
        <TextField name="firstName" label={words.firstName} />
        <TextField name="lastName" label={words.lastName} />
      </FieldRow>
      <RadioGroup
        name="identityKind"
        label={identity.identityKind}
        value="cin"
        options={[
          { value: 'cin', label: identity.identityKinds.cin },
          { value: 'residence_card', label: identity.identityKinds.residence_card },
          { value: 'passport', label: identity.identityKinds.passport },
        ]}
        inline
      />
      <TextField
        name="identityNumber"
        label={identity.identityNumber}
        hint={words.identityHint}
        width="medium"
        dir="ltr"
        maxlength={30}
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        maxlength={254}
      />
      <RadioGroup
        name="language"
        label={details.language}
        value="fr"
        options={[
          { value: 'fr', label: details.languages.fr },
          { value: 'ar', label: details.languages.ar },
        ]}
        inline
      />
    </FieldGroup>
  )
}

function Access() {
  const { form: words, role, roles } = useVisit().words.agents
  return (
    <FieldGroup legend={words.access}>
      <RadioGroup
        name="role"
        label={role}
        value="agent"
        options={[
          { value: 'agent', label: roles.agent, hint: words.roleHints.agent },
          { value: 'supervisor', label: roles.supervisor, hint: words.roleHints.supervisor },
        ]}
      />
      <TextField
        name="login"
        label={words.login}
        hint={words.loginHint}
        width="medium"
        dir="ltr"
        maxlength={40}
      />
      <TextField
        name="ownEmployerNumber"
        label={words.ownEmployer}
        hint={words.ownEmployerHint}
        width="short"
        inputmode="numeric"
        maxlength={10}
        optional
      />
    </FieldGroup>
  )
}
