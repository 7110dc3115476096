import { Actions, Button } from '../../../web/components/button.tsx'
import { FieldGroup } from '../../../web/components/field-group.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Account } from '../../accounts.ts'
import { shortestFor } from '../../choose-password.ts'
import { NewPasswordField } from '../../password-fields.tsx'
import { QuestionFields } from '../../question-fields.tsx'
import { CodeField } from '../../sign-in/pages/code-pages.tsx'

interface ResetProps {
  readonly token: string
  readonly account: Account
  readonly errors?: Mistakes
}

/** Behind the mailed link: one field. */
export function ResetPage({ token, account, errors = {} }: ResetProps) {
  const { reset } = useVisit().words.access
  return (
    <Layout title={reset.title} errors={errors}>
      <PageHead title={reset.title} lead={reset.lead} />
      <Form action={paths.links.reset({ token })} errors={errors}>
        <input type="hidden" name="username" value={account.login} autocomplete="username" />
        <NewPasswordField shortest={shortestFor(account)} />
        <Actions>
          <Button>{reset.confirm}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

interface FirstProps {
  readonly account: Account
  readonly asksQuestions: boolean
  readonly errors?: Mistakes
  readonly typed?: Fields
}

/** After a password typed by the delegate: the code of the mail, then one's own password. */
export function FirstPasswordPage({ account, asksQuestions, errors = {}, typed = {} }: FirstProps) {
  const { first, activate } = useVisit().words.access
  return (
    <Layout title={first.title} errors={errors}>
      <PageHead title={first.title} lead={first.lead} />
      <Form action={paths.signIn.provisional()} errors={errors} typed={typed}>
        <input type="hidden" name="username" value={account.login} autocomplete="username" />
        <CodeField name="code" label={first.code} />
        <NewPasswordField shortest={shortestFor(account)} />
        {asksQuestions ? (
          <FieldGroup legend={activate.questionsTitle} hint={activate.questionsLead}>
            <QuestionFields proposed={account.suggestedQuestions} />
          </FieldGroup>
        ) : null}
        <Actions>
          <Button>{first.confirm}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}
