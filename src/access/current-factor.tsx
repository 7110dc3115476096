import type { Child } from 'hono/jsx'
import { TextField } from '../web/components/text-field.tsx'
import { useVisit } from '../web/visit.ts'
import type { FactorAsked } from './passkeys/ask-for-passkey.ts'
import { PasskeyActions } from './passkeys/passkey-actions.tsx'

interface Props {
  readonly asked: FactorAsked
  /** The button of the form. */
  readonly children: Child
}

/** The end of a form that asks for the factor in use: a code, a recovery code, or a passkey; nothing where there is none. */
export function CurrentFactor({ asked, children }: Props) {
  const { account, passkeys } = useVisit().words
  const { hasApplication, passkey } = asked
  return (
    <>
      {hasApplication || passkey ? (
        <TextField
          name="currentCode"
          label={hasApplication ? account.currentCode : passkeys.recoveryCode}
          hint={hasApplication ? account.currentCodeHint : passkeys.recoveryHint}
          dir="ltr"
          width="short"
          maxlength={20}
          autocomplete="one-time-code"
        />
      ) : null}
      <PasskeyActions request={passkey} label={passkeys.confirm}>
        {children}
      </PasskeyActions>
    </>
  )
}
