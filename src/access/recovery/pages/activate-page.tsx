import { Actions, Button } from '../../../web/components/button.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { FieldGroup } from '../../../web/components/field-group.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { fullName } from '../../accounts.ts'
import { shortestFor } from '../../choose-password.ts'
import { NewPasswordField } from '../../password-fields.tsx'
import { QuestionFields } from '../../question-fields.tsx'
import type { FoundInvitation } from '../activate-profile.ts'

interface Props {
  readonly token: string
  readonly invitation: FoundInvitation
  readonly asksQuestions: boolean
  readonly errors?: Mistakes
  readonly typed?: Fields
}

/** The invited user sees who invites them to what, and chooses a password that nobody else knows. */
export function ActivatePage({ token, invitation, asksQuestions, errors = {}, typed = {} }: Props) {
  const { access } = useVisit().words
  const { account } = invitation
  return (
    <Layout title={access.activate.title} errors={errors}>
      <PageHead title={access.activate.title} lead={access.activate.lead(useService(invitation))} />
      <DescriptionList rows={useRows(invitation)} />
      {invitation.offer ? <Note>{access.activate.offer(invitation.companyName)}</Note> : null}
      <Form action={paths.links.activate({ token })} errors={errors} typed={typed}>
        {/* Unseen, for the password manager to keep the login with the password. */}
        <input type="hidden" name="username" value={account.login} autocomplete="username" />
        <NewPasswordField shortest={shortestFor(account)} />
        {asksQuestions ? (
          <FieldGroup legend={access.activate.questionsTitle} hint={access.activate.questionsLead}>
            <QuestionFields proposed={account.suggestedQuestions} />
          </FieldGroup>
        ) : null}
        <Actions>
          <Button>{access.activate.confirm}</Button>
        </Actions>
      </Form>
    </Layout>
  )
}

function useService({ account }: FoundInvitation): string {
  const { access, agency } = useVisit().words
  if (account.kind === 'agent') return agency.band
  return access.services[account.service ?? 'employer_account']
}

function useRows(invitation: FoundInvitation) {
  const { access, administration } = useVisit().words
  const { activate } = access
  const { account, companyName, firmName, offer } = invitation
  return [
    { term: activate.user, value: <bdi>{fullName(account)}</bdi> },
    ...(companyName ? [{ term: activate.company, value: <bdi>{companyName}</bdi> }] : []),
    ...(firmName ? [{ term: activate.firm, value: <bdi>{firmName}</bdi> }] : []),
    { term: activate.service, value: useService(invitation) },
    ...(offer
      ? [
          { term: activate.mode, value: administration.modes[offer.mode] },
          { term: activate.categories, value: <bdi>{offer.categories.join(', ')}</bdi> },
        ]
      : []),
    { term: activate.login, value: <Reference>{account.login}</Reference> },
  ]
}
