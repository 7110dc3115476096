import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { tellMaker } from './mails.ts'
import { expire } from './payment-order.ts'
import { listExpired, lockOrder } from './store/orders.ts'
import { saveState } from './store/write-orders.ts'
import { listPaymentUsers } from './store/people.ts'

const batch = 100

/** Orders that nobody confirmed in time leave the desk, and their maker is told (product E4). Run twice, it does it once. */
export async function expireOrders(app: AppContext): Promise<{ readonly expired: number }> {
  const actor = systemActor('expire-orders')
  for (let expired = 0; ; ) {
    const now = app.clock.now()
    const count = await app.db.transaction({ as: 'system' }, async (tx) => {
      const due = await listExpired(tx, now, batch)
      for (const { id, employerId } of due) {
        const order = await lockOrder(tx, employerId, id)
        if (!order || expire(order, now).state !== 'expired') continue
        await saveState(tx, order, { state: 'expired', endedAt: now })
        await record(tx, actor, now, {
          action: 'order.expired',
          subject: { kind: 'payment_order', id },
          employerId,
          details: { reference: order.reference },
        })
        const users = await listPaymentUsers(tx, employerId)
        await tellMaker(tx, { users, order, at: now, about: 'expired', by: '', reason: '' })
      }
      return due.length
    })
    expired += count
    if (count < batch) return { expired }
  }
}
