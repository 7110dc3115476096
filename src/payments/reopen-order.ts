import type { Actor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { getEmployer } from '../employers/store/employers.ts'
import type { Tx } from '../platform/db/database.ts'
import { tellMaker, tellValidators } from './mails.ts'
import { expire, type OrderState, reconsider } from './payment-order.ts'
import type { KeptOrder } from './store/orders.ts'
import { listPaymentUsers, validatorsAmong } from './store/people.ts'
import { saveState } from './store/write-orders.ts'

/**
 * What the final gate held back because a confirmation counts no more waits for another one, and its Validateurs are written
 * to; it has expired when its time was over meanwhile (decisions, «7»).
 */
// oxlint-disable-next-line max-params -- where, by whom, which order, and when
export async function reopenOrder(
  tx: Tx,
  actor: Actor,
  order: KeptOrder,
  at: Date,
): Promise<OrderState> {
  const { employerId } = order
  const users = await listPaymentUsers(tx, employerId)
  const { state } = expire(reconsider(order, validatorsAmong(users, at)), at)
  if (state === order.state) return state
  const isOver = state === 'expired'
  await saveState(tx, order, { state, endedAt: isOver ? at : null })
  await record(tx, actor, at, {
    action: isOver ? 'order.expired' : 'order.reopened',
    subject: { kind: 'payment_order', id: order.id },
    employerId,
    details: { reference: order.reference },
  })
  if (isOver) {
    await tellMaker(tx, { users, order, at, about: 'expired', by: '', reason: '' })
    return state
  }
  const employer = await getEmployer(tx, employerId)
  await tellValidators(tx, { users, except: null, employer, order, at, about: 'reopened' })
  return state
}
