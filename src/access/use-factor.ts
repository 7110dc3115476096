import type { SignedInActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Account } from './accounts.ts'
import type { Assertion } from './passkeys/credential-form.ts'
import { usePasskey } from './passkeys/use-passkey.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { matchingStep } from './second-factor.ts'
import { changeAccount } from './store/accounts.ts'
import { takeChallenge } from './store/passkey-challenges.ts'

/** What somebody gave as their second factor. */
export type GivenFactor =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'recovery_code'; readonly code: string }
  | { readonly by: 'passkey'; readonly assertion: Assertion | 'unreadable' }

interface Asked {
  readonly account: Account
  /** Whose session was asked. */
  readonly actor: Pick<SignedInActor, 'sessionId'>
}

/** Whether it is right, and used up: a code serves once, a question to a passkey is answered once. */
export async function useFactor(
  tx: Tx,
  app: AppContext,
  { account, actor }: Asked,
  given: GivenFactor,
): Promise<boolean> {
  if (given.by === 'code') return useTotp(tx, app, account, given.code)
  if (given.by === 'recovery_code') return takeRecoveryCode(tx, app, account.id, given.code)
  const challenge = await takeChallenge(tx, actor, 'prove', app.clock.now())
  const { assertion } = given
  if (assertion === 'unreadable') return false
  return (await usePasskey(tx, app, account, { assertion, challenge })) !== null
}

/** Accepts the application's code once: the step of time that it belongs to is used up. */
async function useTotp(tx: Tx, app: AppContext, account: Account, code: string): Promise<boolean> {
  if (!account.totpSealed) return false
  const secret = app.keyring.open(account.totpSealed)
  const step = matchingStep(secret, code, app.clock.now(), account.totpLastStep)
  if (step === null) return false
  await changeAccount(tx, account, { totp_last_step: step })
  return true
}
