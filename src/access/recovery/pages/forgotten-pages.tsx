import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { FieldGroup } from '../../../web/components/field-group.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type Door, signInPath } from '../../doors.ts'
import { QuestionFields } from '../../question-fields.tsx'
import { LoginField } from '../../sign-in/pages/sign-in-page.tsx'

interface Props {
  readonly door: Door
  readonly asksQuestions: boolean
  readonly errors?: Mistakes
  readonly typed?: Fields
}

/** The same page and the same questions for every login, known or not. */
export function ForgottenPage({ door, asksQuestions, errors = {}, typed = {} }: Props) {
  const { forgotten, activate, doors } = useVisit().words.access
  return (
    <Layout title={`${forgotten.title} · ${doors[door]}`} errors={errors}>
      <PageHead title={forgotten.title} lead={forgotten.lead} />
      <Form action={paths.signIn.forgotten({ door })} errors={errors} typed={typed}>
        <LoginField door={door} />
        {asksQuestions ? (
          <FieldGroup legend={activate.questionsTitle} hint={forgotten.questionsLead}>
            <QuestionFields />
          </FieldGroup>
        ) : null}
        <Actions>
          <Button>{forgotten.send}</Button>
        </Actions>
      </Form>
      <BackToSignIn door={door} />
    </Layout>
  )
}

/** What is said whatever happened. */
export function ResetAskedPage({ door }: { readonly door: Door }) {
  const { forgotten } = useVisit().words.access
  return (
    <Layout title={forgotten.sentTitle}>
      <PageHead title={forgotten.sentTitle} lead={forgotten.sent} />
      <p>{door === 'agence' ? forgotten.sentNothingAgency : forgotten.sentNothing}</p>
      <BackToSignIn door={door} />
    </Layout>
  )
}

/** The delegate's way is a signed letter (leaflet, «Oubli de mot de passe, Administrateur des utilisateurs»). */
export function DelegateForgottenPage() {
  const { forgotten } = useVisit().words.access
  return (
    <Layout title={forgotten.title}>
      <PageHead title={forgotten.title} lead={forgotten.delegateLead} />
      <ol class="plain-steps">
        {forgotten.delegateSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <Actions>
        <ButtonLink href={paths.downloads.list()} kind="primary">
          {forgotten.delegateLetter}
        </ButtonLink>
      </Actions>
      <BackToSignIn door="administration" />
    </Layout>
  )
}

function BackToSignIn({ door }: { readonly door: Door }) {
  const { forgotten } = useVisit().words.access
  return (
    <nav class="ways-out">
      <p>
        <a href={signInPath(door)}>{forgotten.backToSignIn}</a>
      </p>
    </nav>
  )
}
