import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Account, ownScope } from '../accounts.ts'
import { changeAccount, lockAccount } from '../store/accounts.ts'
import { keepSecondFactor, tellSecondFactorChange } from '../keep-second-factor.ts'
import { noteFailure, noteSuccess, type Origin, takeTry, targetOf } from '../locks.ts'
import { shortestAlone } from '../password-rules.ts'
import { removeRecoveryCodes } from '../store/recovery-codes.ts'
import { renewRecoveryCodes, takeRecoveryCode } from '../recovery-codes.ts'
import { matchingStep, offeredSecret } from '../second-factor.ts'
import { useTotp } from '../sign-in/pass-second-factor.ts'
import { closeOthers } from './own-sessions.ts'

export interface FactorChange {
  /** Of the application proposed on the page. */
  readonly code: string
  /** Of the application in use, or a recovery code; asked when there is one. */
  readonly currentCode: string
  readonly origin: Origin
}

/**
 * Adds a second factor, or puts another in its place, once the password was confirmed. A factor in use is asked for
 * too: changing it is not weaker than using it (quality, MFA). Returns the recovery codes, shown once.
 */
export async function setSecondFactor(
  app: AppContext,
  actor: SignedInActor,
  change: FactorChange,
): Promise<string[]> {
  await proveScanned(app, actor, change.code)
  await confirmFactor(app, actor, change)
  return app.db.transaction(ownScope(actor), async (tx) => {
    const account = await own(tx, actor)
    const secret = offeredSecret(app.keyring, actor.sessionId, account.totpSealed)
    const codes = await keepSecondFactor(tx, app, { account, secret, code: change.code })
    if (!codes) return refuse('access.code_wrong')
    await closeOthers(tx, app, actor, 'second_factor_changed')
    return codes
  })
}

/** The account goes back to a password alone, which must then be long enough to stand alone. Agents keep theirs. */
export async function removeSecondFactor(
  app: AppContext,
  actor: SignedInActor,
  change: Omit<FactorChange, 'code'> & { readonly password: string },
): Promise<void> {
  if (actor.kind === 'agent') return refuse('access.second_factor_needed')
  if ([...change.password.normalize('NFC')].length < shortestAlone)
    return refuse('account.password_too_short_alone')
  await confirmFactor(app, actor, change)
  await app.db.transaction(ownScope(actor), async (tx) => {
    const account = await own(tx, actor)
    await changeAccount(tx, account, { totp_sealed: null, totp_last_step: null })
    await removeRecoveryCodes(tx, account.id)
    await closeOthers(tx, app, actor, 'second_factor_changed')
    await tellSecondFactorChange(tx, app, account, 'removed')
    await record(tx, actor, app.clock.now(), {
      action: 'second_factor.removed',
      subject: { kind: account.kind, id: account.id },
    })
  })
}

/** Ten other recovery codes; the earlier ones are worth nothing any more. */
export async function renewOwnCodes(app: AppContext, actor: SignedInActor): Promise<string[]> {
  return app.db.transaction(ownScope(actor), async (tx) => {
    const account = await own(tx, actor)
    if (!account.totpSealed) return refuse('web.not_found')
    const codes = await renewRecoveryCodes(tx, app.keyring, account)
    await tellSecondFactorChange(tx, app, account, 'codes')
    await record(tx, actor, app.clock.now(), {
      action: 'second_factor.codes_renewed',
      subject: { kind: account.kind, id: account.id },
    })
    return codes
  })
}

/** Looked at first: a slip on the new application must not use up a code of the old one. */
async function proveScanned(app: AppContext, actor: SignedInActor, code: string): Promise<void> {
  const account = await app.db.transaction(ownScope(actor), (tx) => own(tx, actor))
  const secret = offeredSecret(app.keyring, actor.sessionId, account.totpSealed)
  if (matchingStep(secret, code, app.clock.now(), null) === null) refuse('access.code_wrong')
}

/** Counted like any secret, in a transaction of its own so that a refusal does not take the count back. */
async function confirmFactor(
  app: AppContext,
  actor: SignedInActor,
  change: Pick<FactorChange, 'currentCode' | 'origin'>,
): Promise<void> {
  const isRight = await app.db.transaction(ownScope(actor), async (tx) => {
    const account = await own(tx, actor)
    if (!account.totpSealed) return true
    const now = app.clock.now()
    const target = targetOf(account)
    const trial = await takeTry(tx, target, change.origin, now)
    const right =
      trial.allowed &&
      ((await useTotp(tx, app, account, change.currentCode)) ||
        (await takeRecoveryCode(tx, app, account.id, change.currentCode)))
    if (right) await noteSuccess(tx, trial)
    else await noteFailure(tx, trial, now)
    return right
  })
  if (!isRight) return refuse('account.current_code_wrong')
}

async function own(tx: Tx, actor: SignedInActor): Promise<Account> {
  const account = await lockAccount(tx, actor.kind, actor.id)
  return account?.state === 'active' ? account : refuse('web.signed_out')
}
