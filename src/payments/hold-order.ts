import type { Actor } from '../actors/actor.ts'
import type { Tx } from '../platform/db/database.ts'
import { tellHeld } from './held-mails.ts'
import type { Hold } from './hold.ts'
import { reopenOrder } from './reopen-order.ts'
import type { KeptOrder } from './store/orders.ts'
import { saveHold } from './store/write-orders.ts'

/**
 * An order does not leave although its day has come (product E5): it says why, and its company is written to once for each reason.
 * One whose confirmations count no more waits for others. Whether this is news.
 */
// oxlint-disable-next-line max-params -- where, by whom, which order, and why
export async function holdOrder(
  tx: Tx,
  actor: Actor,
  order: KeptOrder,
  hold: Hold,
): Promise<boolean> {
  const state =
    hold.reason === 'not_confirmed' ? await reopenOrder(tx, actor, order, hold.at) : order.state
  if (state === 'expired') return true
  await saveHold(tx, order, hold)
  if (order.held?.reason === hold.reason) return false
  await tellHeld(tx, order, hold)
  return true
}
