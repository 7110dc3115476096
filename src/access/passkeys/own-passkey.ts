import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Account, ownScope } from '../accounts.ts'
import { getOwn } from '../confirm-factor.ts'
import { findPasskey, listPasskeys } from '../store/passkeys.ts'
import type { Passkey } from './passkey.ts'

/** One's own passkeys, in the order in which they came. */
export async function readOwnPasskeys(app: AppContext, actor: SignedInActor): Promise<Passkey[]> {
  return app.db.transaction(ownScope(actor), (tx) => listPasskeys(tx, actor.id))
}

export async function readOwnPasskey(
  app: AppContext,
  actor: SignedInActor,
  id: string,
): Promise<Passkey> {
  const found = await app.db.transaction(ownScope(actor), (tx) => findPasskey(tx, actor.id, id))
  return found ?? refuse('web.not_found')
}

/** Decided with the account's row held: two removals at once take turns. */
export async function getOwnPasskey(
  tx: Tx,
  actor: SignedInActor,
  id: string,
): Promise<{ readonly account: Account; readonly passkey: Passkey }> {
  const account = await getOwn(tx, actor)
  const passkey = await findPasskey(tx, account.id, id)
  return passkey ? { account, passkey } : refuse('web.not_found')
}
