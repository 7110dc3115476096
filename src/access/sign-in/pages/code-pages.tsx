import { Actions, Button } from '../../../web/components/button.tsx'
import { Form, HiddenFields } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Mistakes } from '../../../web/form.ts'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { FactorAsked } from '../../passkeys/ask-for-passkey.ts'
import { PasskeyActions } from '../../passkeys/passkey-actions.tsx'
import type { AccountKind } from '../../tables.ts'
import { LostFactor } from './lost-factor.tsx'

interface Props {
  readonly kind: AccountKind
  readonly next: string
  readonly errors?: Mistakes
}

interface CodeProps extends Props {
  readonly asked: FactorAsked
}

/** The second step, after the password: the code of the application, a passkey, or either. */
export function CodePage({ kind, next, asked, errors = {} }: CodeProps) {
  const { words } = useVisit()
  const { code } = words.access
  const { hasApplication, passkey } = asked
  return (
    <Layout title={code.title} errors={errors}>
      <PageHead title={code.title} lead={hasApplication ? code.lead : code.leadPasskey} />
      <Form action={paths.signIn.secondFactor()} errors={errors}>
        <input type="hidden" name="suite" value={next} />
        {hasApplication ? (
          <CodeField name="code" label={code.code} takesPasskey={passkey !== null} />
        ) : null}
        <PasskeyActions request={passkey} label={words.passkeys.ask} autofill={hasApplication}>
          {hasApplication ? <Button>{words.frame.validate}</Button> : null}
        </PasskeyActions>
      </Form>
      <nav class="ways-out">
        <p>
          <a href={paths.signIn.recoveryCode() + query(next)}>
            {hasApplication ? code.noPhone : code.noPasskey}
          </a>
        </p>
      </nav>
      <LostFactor kind={kind} />
      <GiveUp />
    </Layout>
  )
}

export function RecoveryCodePage({ kind, next, errors = {} }: Props) {
  const { code } = useVisit().words.access
  return (
    <Layout title={code.recoveryTitle} errors={errors}>
      <PageHead title={code.recoveryTitle} lead={code.recoveryLead} />
      <Form action={paths.signIn.recoveryCode()} errors={errors}>
        <input type="hidden" name="suite" value={next} />
        <TextField
          name="code"
          label={code.recoveryCode}
          dir="ltr"
          width="short"
          maxlength={20}
          autocomplete="off"
        />
        <Confirm />
      </Form>
      <nav class="ways-out">
        <p>
          <a href={paths.signIn.secondFactor() + query(next)}>{code.backToCode}</a>
        </p>
      </nav>
      <LostFactor kind={kind} />
      <GiveUp />
    </Layout>
  )
}

interface CodeFieldProps {
  readonly name: string
  readonly label: string
  /** The browser may propose a passkey here instead. */
  readonly takesPasskey?: boolean
}

/** Filled by the telephone or the password manager where they can. */
export function CodeField({ name, label, takesPasskey = false }: CodeFieldProps) {
  return (
    <TextField
      name={name}
      label={label}
      inputmode="numeric"
      autocomplete={takesPasskey ? 'one-time-code webauthn' : 'one-time-code'}
      width="short"
      maxlength={10}
    />
  )
}

function Confirm() {
  const { frame } = useVisit().words
  return (
    <Actions>
      <Button>{frame.validate}</Button>
    </Actions>
  )
}

/** Signing out is the only other thing that this session opens. */
export function GiveUp() {
  const { frame } = useVisit().words
  return (
    <form method="post" action={paths.signOut()}>
      <HiddenFields />
      <Button kind="link">{frame.cancel}</Button>
    </form>
  )
}

export function query(next: string): string {
  return next ? `?suite=${encodeURIComponent(next)}` : ''
}
