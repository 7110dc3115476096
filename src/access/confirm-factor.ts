import type { SignedInActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { type Account, hasSecondFactor, ownScope } from './accounts.ts'
import { noteFailure, noteSuccess, type Origin, takeTry, targetOf } from './locks.ts'
import type { Assertion } from './passkeys/credential-form.ts'
import { lockAccount } from './store/accounts.ts'
import { useFactor } from './use-factor.ts'

export interface FactorProof {
  /** Of the application in use, or a recovery code. */
  readonly currentCode: string
  /** Of a passkey in use, instead. */
  readonly assertion: Assertion | 'unreadable' | null
  readonly origin: Origin
}

/**
 * Asks for the factor in use before it is changed, since changing it is not weaker than using it (quality, MFA); nothing
 * when there is none. Counted like any secret, in a transaction of its own so that a refusal does not take the count back.
 */
export async function confirmFactor(
  app: AppContext,
  actor: SignedInActor,
  proof: FactorProof,
): Promise<void> {
  const isRight = await app.db.transaction(ownScope(actor), async (tx) => {
    const account = await getOwn(tx, actor)
    if (!hasSecondFactor(account)) return true
    const now = app.clock.now()
    const trial = await takeTry(tx, targetOf(account), proof.origin, now)
    const right = trial.allowed && (await isRightFactor(tx, app, { account, actor }, proof))
    if (right) await noteSuccess(tx, trial)
    else await noteFailure(tx, trial, now)
    return right
  })
  if (!isRight)
    return refuse(proof.assertion ? 'account.passkey_wrong' : 'account.current_code_wrong')
}

async function isRightFactor(
  tx: Tx,
  app: AppContext,
  asked: { readonly account: Account; readonly actor: SignedInActor },
  { currentCode: code, assertion }: FactorProof,
): Promise<boolean> {
  if (assertion) return useFactor(tx, app, asked, { by: 'passkey', assertion })
  return (
    (await useFactor(tx, app, asked, { by: 'code', code })) ||
    useFactor(tx, app, asked, { by: 'recovery_code', code })
  )
}

/** One's own account, with its row held, while it may be used. */
export async function getOwn(tx: Tx, actor: SignedInActor): Promise<Account> {
  const account = await lockAccount(tx, actor.kind, actor.id)
  return account?.state === 'active' ? account : refuse('web.signed_out')
}
