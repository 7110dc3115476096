import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Account } from '../../accounts.ts'
import { CurrentFactor } from '../../current-factor.tsx'
import { shortestFor } from '../../choose-password.ts'
import type { FactorAsked } from '../../passkeys/ask-for-passkey.ts'
import { NewPasswordField } from '../../password-fields.tsx'
import { QuestionFields } from '../../question-fields.tsx'
import type { Offer } from '../../sign-in/offer-second-factor.ts'
import { EnrolSteps } from '../../sign-in/pages/enrol-page.tsx'
import { AccountFrame, CurrentPassword } from './account-frame.tsx'

interface Props {
  readonly account: Account
  readonly errors?: Mistakes
  readonly typed?: Fields
}

export function PasswordPage({ account, errors = {} }: Props) {
  const { account: words } = useVisit().words
  return (
    <AccountFrame title={words.passwordTitle} lead={words.passwordLead} errors={errors}>
      <Form action={paths.account.password()} errors={errors}>
        <input type="hidden" name="username" value={account.login} autocomplete="username" />
        <CurrentPassword />
        <NewPasswordField shortest={shortestFor(account)} />
        <Actions>
          <Button>{words.passwordConfirm}</Button>
        </Actions>
      </Form>
    </AccountFrame>
  )
}

export function EmailPage({ account, errors = {}, typed = {} }: Props) {
  const { account: words } = useVisit().words
  const now = (
    <p>
      {words.emailNow} <Reference>{account.email}</Reference>
    </p>
  )
  if (account.kind !== 'profile')
    return (
      <AccountFrame title={words.emailTitle}>
        {now}
        <EmailElsewhere account={account} />
      </AccountFrame>
    )
  return (
    <AccountFrame title={words.emailTitle} lead={words.emailLead} errors={errors}>
      {now}
      <Form action={paths.account.email()} errors={errors} typed={typed}>
        <TextField name="email" type="email" label={words.emailNew} autocomplete="email" />
        <CurrentPassword />
        <Actions>
          <Button>{words.emailConfirm}</Button>
        </Actions>
      </Form>
    </AccountFrame>
  )
}

function EmailElsewhere({ account }: { readonly account: Account }) {
  const { account: words } = useVisit().words
  if (account.kind === 'agent') return <Note>{words.emailAgent}</Note>
  return (
    <Note
      action={
        <ButtonLink href={paths.administration.letters()}>{words.emailDelegateLetter}</ButtonLink>
      }
    >
      {words.emailDelegate}
    </Note>
  )
}

export function QuestionsPage({ errors = {}, typed = {} }: Omit<Props, 'account'>) {
  const { account: words } = useVisit().words
  return (
    <AccountFrame title={words.questionsTitle} lead={words.questionsLead} errors={errors}>
      <Form action={paths.account.questions()} errors={errors} typed={typed}>
        <QuestionFields />
        <CurrentPassword />
        <Actions>
          <Button>{words.questionsConfirm}</Button>
        </Actions>
      </Form>
    </AccountFrame>
  )
}

interface SecondFactorProps extends Props {
  /** One that may not do without a second factor. */
  readonly mustKeepFactor: boolean
  readonly offer: Offer
  readonly asked: FactorAsked
  /** Which of the two forms was sent. */
  readonly removing?: boolean
}

export function SecondFactorPage(props: SecondFactorProps) {
  const { account, mustKeepFactor, offer, asked, errors = {}, removing } = props
  const { account: words, access } = useVisit().words
  const isOn = account.totpSealed !== null
  const lead = isOn ? words.secondFactorIsOn : words.secondFactorStartLead
  return (
    <AccountFrame
      title={words.secondFactorTitle}
      lead={lead}
      errors={errors}
      {...(removing ? { prefix: 'retrait-' } : {})}
    >
      {isOn ? <h2>{words.secondFactorReplace}</h2> : null}
      <Form action={paths.account.secondFactor()} errors={removing ? {} : errors}>
        <EnrolSteps offer={offer} />
        <CurrentPassword />
        <CurrentFactor asked={asked}>
          <Button>{access.enrol.confirm}</Button>
        </CurrentFactor>
      </Form>
      {isOn && (!mustKeepFactor || account.passkeyCount > 0) ? (
        <RemoveForm account={account} asked={asked} errors={removing ? errors : {}} />
      ) : null}
    </AccountFrame>
  )
}

function RemoveForm({
  account,
  asked,
  errors,
}: Omit<SecondFactorProps, 'offer' | 'mustKeepFactor'>) {
  const { account: words } = useVisit().words
  return (
    <>
      <h2>{words.secondFactorRemove}</h2>
      <p>
        {account.passkeyCount > 0 ? words.secondFactorRemoveSpare : words.secondFactorRemoveLead}
      </p>
      <Form action={paths.account.removeSecondFactor()} errors={errors} prefix="retrait-">
        <CurrentPassword />
        <CurrentFactor asked={asked}>
          <Button kind="stop">{words.secondFactorRemove}</Button>
        </CurrentFactor>
      </Form>
    </>
  )
}

interface RenewProps {
  readonly asked: FactorAsked
  readonly errors?: Mistakes
}

export function RenewCodesPage({ asked, errors = {} }: RenewProps) {
  const { account: words } = useVisit().words
  return (
    <AccountFrame title={words.codesTitle} lead={words.codesLead} errors={errors}>
      <Form action={paths.account.recoveryCodes()} errors={errors}>
        <CurrentPassword />
        <CurrentFactor asked={asked}>
          <Button>{words.codesConfirm}</Button>
        </CurrentFactor>
      </Form>
    </AccountFrame>
  )
}
