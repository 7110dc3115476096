import type { SignedInActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { type Account, ownScope } from './accounts.ts'
import { findAccount } from './store/accounts.ts'
import { noteFailure, noteSuccess, type Origin, takeTry, targetOf } from './locks.ts'

/**
 * Asks again who is there, before something that matters: the password, under the same lock as at the door (quality
 * AT9, AT63). Refused with `access.password_wrong`.
 */
export async function confirmPassword(
  app: AppContext,
  actor: SignedInActor,
  password: string,
  origin: Origin,
): Promise<Account> {
  const { account, trial } = await app.db.transaction(ownScope(actor), async (tx) => {
    const found = await findAccount(tx, actor.kind, actor.id)
    if (!found) return refuse('web.not_found')
    return { account: found, trial: await takeTry(tx, targetOf(found), origin, app.clock.now()) }
  })
  const hash = trial.allowed ? account.passwordHash : null
  const isRight = await app.passwords.verify(hash, password)
  await app.db.transaction(ownScope(actor), (tx) =>
    isRight ? noteSuccess(tx, trial) : noteFailure(tx, trial, app.clock.now()),
  )
  return isRight ? account : refuse('access.password_wrong')
}
