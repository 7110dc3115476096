import type { Child } from 'hono/jsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { PasswordField } from '../../../web/components/password-field.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Account } from '../../accounts.ts'
import { shortestFor } from '../../choose-password.ts'
import { NewPasswordField } from '../../password-fields.tsx'
import { QuestionFields } from '../../question-fields.tsx'
import type { Offer } from '../../sign-in/offer-second-factor.ts'
import { EnrolSteps } from '../../sign-in/pages/enrol-page.tsx'

interface FrameProps {
  readonly title: string
  readonly lead?: string
  readonly errors?: Mistakes
  readonly prefix?: string
  readonly children: Child
}

function Frame({ title, lead, errors = {}, prefix, children }: FrameProps) {
  const { account } = useVisit().words
  return (
    <Layout title={title} errors={errors} errorsPrefix={prefix}>
      <BackLink href={paths.account.show()}>{account.title}</BackLink>
      <PageHead title={title} lead={lead} />
      {children}
    </Layout>
  )
}

/** Asked again for anything that could lock the owner out (quality AT63). */
function CurrentPassword() {
  const { account } = useVisit().words
  return (
    <PasswordField
      name="currentPassword"
      label={account.currentPassword}
      hint={account.currentPasswordHint}
      autocomplete="current-password"
    />
  )
}

interface Props {
  readonly account: Account
  readonly errors?: Mistakes
  readonly typed?: Fields
}

export function PasswordPage({ account, errors = {} }: Props) {
  const { account: words } = useVisit().words
  return (
    <Frame title={words.passwordTitle} lead={words.passwordLead} errors={errors}>
      <Form action={paths.account.password()} errors={errors}>
        <input type="hidden" name="username" value={account.login} autocomplete="username" />
        <CurrentPassword />
        <NewPasswordField shortest={shortestFor(account)} />
        <Actions>
          <Button>{words.passwordConfirm}</Button>
        </Actions>
      </Form>
    </Frame>
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
      <Frame title={words.emailTitle}>
        {now}
        <EmailElsewhere account={account} />
      </Frame>
    )
  return (
    <Frame title={words.emailTitle} lead={words.emailLead} errors={errors}>
      {now}
      <Form action={paths.account.email()} errors={errors} typed={typed}>
        <TextField name="email" type="email" label={words.emailNew} autocomplete="email" />
        <CurrentPassword />
        <Actions>
          <Button>{words.emailConfirm}</Button>
        </Actions>
      </Form>
    </Frame>
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
    <Frame title={words.questionsTitle} lead={words.questionsLead} errors={errors}>
      <Form action={paths.account.questions()} errors={errors} typed={typed}>
        <QuestionFields />
        <CurrentPassword />
        <Actions>
          <Button>{words.questionsConfirm}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}

interface SecondFactorProps extends Props {
  readonly offer: Offer
  /** Which of the two forms was sent. */
  readonly removing?: boolean
}

export function SecondFactorPage({ account, offer, errors = {}, removing }: SecondFactorProps) {
  const { account: words, access } = useVisit().words
  const isOn = account.totpSealed !== null
  const lead = isOn ? words.secondFactorIsOn : words.secondFactorStartLead
  return (
    <Frame
      title={words.secondFactorTitle}
      lead={lead}
      errors={errors}
      {...(removing ? { prefix: 'retrait-' } : {})}
    >
      {isOn ? <h2>{words.secondFactorReplace}</h2> : null}
      <Form action={paths.account.secondFactor()} errors={removing ? {} : errors}>
        <EnrolSteps offer={offer} />
        {isOn ? <CurrentCode /> : null}
        <CurrentPassword />
        <Actions>
          <Button>{access.enrol.confirm}</Button>
        </Actions>
      </Form>
      {isOn && account.kind !== 'agent' ? <RemoveForm errors={removing ? errors : {}} /> : null}
    </Frame>
  )
}

function RemoveForm({ errors }: { readonly errors: Mistakes }) {
  const { account: words } = useVisit().words
  return (
    <>
      <h2>{words.secondFactorRemove}</h2>
      <p>{words.secondFactorRemoveLead}</p>
      <Form action={paths.account.removeSecondFactor()} errors={errors} prefix="retrait-">
        <CurrentCode />
        <CurrentPassword />
        <Actions>
          <Button kind="stop">{words.secondFactorRemove}</Button>
        </Actions>
      </Form>
    </>
  )
}

function CurrentCode() {
  const { account: words } = useVisit().words
  return (
    <TextField
      name="currentCode"
      label={words.currentCode}
      hint={words.currentCodeHint}
      dir="ltr"
      width="short"
      maxlength={20}
      autocomplete="one-time-code"
    />
  )
}

export function RenewCodesPage({ errors = {} }: { readonly errors?: Mistakes }) {
  const { account: words } = useVisit().words
  return (
    <Frame title={words.codesTitle} lead={words.codesLead} errors={errors}>
      <Form action={paths.account.recoveryCodes()} errors={errors}>
        <CurrentPassword />
        <Actions>
          <Button>{words.codesConfirm}</Button>
        </Actions>
      </Form>
    </Frame>
  )
}
