import type { Actor } from '../actors/actor.ts'
import type { Tx } from '../platform/db/database.ts'
import { tellHeld } from './held-mails.ts'
import type { Hold } from './hold.ts'
import { reopenOrder } from './reopen-order.ts'
import type { KeptOrder } from './store/orders.ts'
import { saveHold } from './store/write-orders.ts'

/**
 * An order does not leave although its day has come (product E5): it says why and since when, and its company is written to once for each reason.
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
  const known = order.held?.reason === hold.reason ? order.held : null
  await saveHold(tx, order, known ?? hold)
  // One that was set to «confirmed» again by hand is waiting again: that is told each time (quality AT80).
  if (known && state === order.state) return false
  await tellHeld(tx, order, hold)
  return true
}
