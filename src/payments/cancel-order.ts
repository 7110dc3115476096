import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { getMaker } from './draw-up-order.ts'
import { cancel } from './payment-order.ts'
import { lockOrder } from './store/orders.ts'
import { saveState } from './store/write-orders.ts'
import { listPaymentUsers } from './store/people.ts'

export interface CancelCommand {
  readonly orderId: string
  readonly version: number
  readonly reason: string
}

/** An Ordonnateur withdraws an order that has not left, with a reason that stays in its history (product E4). */
export async function cancelOrder(
  app: AppContext,
  actor: EmployedActor,
  { orderId, version, reason }: CancelCommand,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const order = await lockOrder(tx, employerId, orderId)
    if (!order) return refuse('web.not_found')
    const now = app.clock.now()
    const cancelled = cancel(order, getMaker(await listPaymentUsers(tx, employerId), actor))
    if (order.version !== version) return refuse('web.changed_meanwhile')
    await saveState(tx, order, { state: cancelled.state, reason, endedAt: now })
    await record(tx, actor, now, {
      action: 'order.cancelled',
      subject: { kind: 'payment_order', id: order.id },
      details: { reference: order.reference, reason },
    })
  })
}
