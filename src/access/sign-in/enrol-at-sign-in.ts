import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { type Account, hasSecondFactor, ownScope } from '../accounts.ts'
import { lockAccount } from '../store/accounts.ts'
import { keepSecondFactor } from '../keep-second-factor.ts'
import { noteFailure, type Origin, takeTry, targetOf } from '../locks.ts'
import { offeredSecret } from '../second-factor.ts'
import { keepPasskey, type PasskeyMade, proveMade } from '../passkeys/add-passkey.ts'
import { endSession } from '../store/sessions.ts'
import { openFullSession } from './open-full-session.ts'

export type EnrolResult =
  | { readonly outcome: 'refused' }
  | {
      readonly outcome: 'signed_in'
      readonly token: string
      readonly account: Account
      /** Shown this once. */
      readonly codes: readonly string[]
    }

export interface EnrolTry {
  readonly code: string
  /** Made instead of setting up an application. */
  readonly passkey: PasskeyMade | null
  readonly origin: Origin
  readonly browser: string
}

/** Whoever must have a second factor and has none chooses one before anything else opens (product U4). */
export async function enrolAtSignIn(
  app: AppContext,
  actor: SignedInActor,
  tried: EnrolTry,
): Promise<EnrolResult> {
  const made = tried.passkey ? await proveMade(app, actor, tried.passkey.attestation) : null
  return app.db.transaction(ownScope(actor), async (tx) => {
    const now = app.clock.now()
    const account = await lockAccount(tx, actor.kind, actor.id)
    if (!account || hasSecondFactor(account) || actor.stage !== 'second_factor')
      return refuse('access.second_factor_already')
    const trial = await takeTry(tx, targetOf(account), tried.origin, now)
    const secret = offeredSecret(app.keyring, actor.sessionId, null)
    const keep = () =>
      made
        ? keepPasskey(tx, app, account, { ...made, name: tried.passkey?.name ?? '' })
        : keepSecondFactor(tx, app, { account, secret, code: tried.code })
    const codes = trial.allowed ? await keep() : null
    if (!codes) {
      await noteFailure(tx, trial, now)
      return { outcome: 'refused' }
    }
    await endSession(tx, actor.sessionId, now, 'stepped_up')
    const token = await openFullSession(tx, app, {
      account,
      trial,
      origin: tried.origin,
      browser: tried.browser,
      secondFactor: 'enrolled',
    })
    return { outcome: 'signed_in', token, account, codes }
  })
}
