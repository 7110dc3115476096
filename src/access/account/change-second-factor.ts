import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Account, hasSecondFactor, ownScope } from '../accounts.ts'
import { confirmFactor, type FactorProof, getOwn } from '../confirm-factor.ts'
import { keepSecondFactor, tellSecondFactorChange } from '../keep-second-factor.ts'
import { renewRecoveryCodes } from '../recovery-codes.ts'
import { matchingStep, offeredSecret } from '../second-factor.ts'
import { changeAccount } from '../store/accounts.ts'
import { removeRecoveryCodes } from '../store/recovery-codes.ts'
import { closeOthers } from './own-sessions.ts'
import { mustStandAlone } from './stand-alone.ts'

/**
 * Adds an application, or puts another in its place, once the password was confirmed, and the factor in use if there is
 * one. Returns the recovery codes, shown once.
 */
export async function setSecondFactor(
  app: AppContext,
  actor: SignedInActor,
  change: FactorProof & {
    /** Of the application proposed on the page. */
    readonly code: string
  },
): Promise<string[]> {
  await proveScanned(app, actor, change.code)
  await confirmFactor(app, actor, change)
  return app.db.transaction(ownScope(actor), async (tx) => {
    const account = await getOwn(tx, actor)
    const secret = offeredSecret(app.keyring, actor.sessionId, account.totpSealed)
    const codes = await keepSecondFactor(tx, app, { account, secret, code: change.code })
    if (!codes) return refuse('access.code_wrong')
    await closeOthers(tx, app, actor, 'second_factor_changed')
    return codes
  })
}

/** The application goes; with no passkey left, the password must be long enough to stand alone. */
export async function removeSecondFactor(
  app: AppContext,
  actor: SignedInActor,
  change: FactorProof & { readonly password: string },
): Promise<void> {
  await app.db.transaction(ownScope(actor), async (tx) =>
    mustSpareApplication(tx, app, await getOwn(tx, actor), change.password),
  )
  await confirmFactor(app, actor, change)
  await app.db.transaction(ownScope(actor), async (tx) => {
    const account = await getOwn(tx, actor)
    await mustSpareApplication(tx, app, account, change.password)
    await changeAccount(tx, account, { totp_sealed: null, totp_last_step: null })
    if (account.passkeyCount === 0) await removeRecoveryCodes(tx, account.id)
    await closeOthers(tx, app, actor, 'second_factor_changed')
    await tellSecondFactorChange(tx, app, account, { change: 'removed' })
    await record(tx, actor, app.clock.now(), {
      action: 'second_factor.removed',
      subject: { kind: account.kind, id: account.id },
    })
  })
}

async function mustSpareApplication(
  tx: Tx,
  app: AppContext,
  account: Account,
  password: string,
): Promise<void> {
  if (account.passkeyCount === 0) await mustStandAlone(tx, app, account, password)
}

/** Ten other recovery codes, each worth a factor: the one in use is asked. The earlier ones are worth nothing any more. */
export async function renewOwnCodes(
  app: AppContext,
  actor: SignedInActor,
  proof: FactorProof,
): Promise<string[]> {
  await confirmFactor(app, actor, proof)
  return app.db.transaction(ownScope(actor), async (tx) => {
    const account = await getOwn(tx, actor)
    if (!hasSecondFactor(account)) return refuse('web.not_found')
    const codes = await renewRecoveryCodes(tx, app.keyring, account)
    await tellSecondFactorChange(tx, app, account, { change: 'codes' })
    await record(tx, actor, app.clock.now(), {
      action: 'second_factor.codes_renewed',
      subject: { kind: account.kind, id: account.id },
    })
    return codes
  })
}

/** Looked at first: a slip on the new application must not use up a code of the old one. */
async function proveScanned(app: AppContext, actor: SignedInActor, code: string): Promise<void> {
  const account = await app.db.transaction(ownScope(actor), (tx) => getOwn(tx, actor))
  const secret = offeredSecret(app.keyring, actor.sessionId, account.totpSealed)
  if (matchingStep(secret, code, app.clock.now(), null) === null) refuse('access.code_wrong')
}
