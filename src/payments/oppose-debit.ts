import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getUser } from './confirm-order.ts'
import { oppose } from './payment-order.ts'
import { lockOrder } from './store/orders.ts'
import { listPaymentUsers } from './store/people.ts'
import { saveState } from './store/write-orders.ts'
import { tellSystematic } from './systematic-mails.ts'

export interface OpposeCommand {
  readonly orderId: string
  readonly version: number
  readonly reason: string
}

/** The company opposes a systematic debit before its day (product E7): nothing leaves, and what it was to pay stays due. */
export async function opposeDebit(
  app: AppContext,
  actor: EmployedActor,
  { orderId, version, reason }: OpposeCommand,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const order = (await lockOrder(tx, employerId, orderId)) ?? refuse('web.not_found')
    const users = await listPaymentUsers(tx, employerId)
    const now = app.clock.now()
    const opposed = oppose(order, getUser(users, actor), todayIn(app.clock))
    if (order.version !== version) return refuse('web.changed_meanwhile')
    await saveState(tx, order, { state: opposed.state, reason, endedAt: now })
    await record(tx, actor, now, {
      action: 'order.opposed',
      subject: { kind: 'payment_order', id: order.id },
      details: { reference: order.reference, reason },
    })
    await tellSystematic(tx, { order, employerId, at: now, about: 'opposed' })
  })
}
