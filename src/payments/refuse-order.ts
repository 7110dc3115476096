import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { getUser } from './confirm-order.ts'
import { tellMaker } from './mails.ts'
import { refuseOrder } from './payment-order.ts'
import { lockOrder } from './store/orders.ts'
import { saveState } from './store/write-orders.ts'
import { listPaymentUsers } from './store/people.ts'

export interface RefuseCommand {
  readonly orderId: string
  readonly version: number
  readonly reason: string
}

/** A Validateur says no, with a reason that the Ordonnateur reads (product E4); the dues are free for another order. */
export async function refuseAnOrder(
  app: AppContext,
  actor: EmployedActor,
  { orderId, version, reason }: RefuseCommand,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const order = await lockOrder(tx, employerId, orderId)
    if (!order) return refuse('web.not_found')
    const users = await listPaymentUsers(tx, employerId)
    const now = app.clock.now()
    const refused = refuseOrder(order, getUser(users, actor))
    if (order.version !== version) return refuse('web.changed_meanwhile')
    await saveState(tx, order, { state: refused.state, reason, endedAt: now })
    await record(tx, actor, now, {
      action: 'order.refused',
      subject: { kind: 'payment_order', id: order.id },
      details: { reference: order.reference, reason },
    })
    await tellMaker(tx, { users, order, at: now, about: 'refused', by: actor.name, reason })
  })
}
