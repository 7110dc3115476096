import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { decimalString } from '../money/index.ts'
import { payTheSame } from './choose-dues.ts'
import { expiryOf, getMaker, recordPrinted } from './draw-up-order.ts'
import { tellValidators } from './mails.ts'
import { namesItsMandate } from './orders-ready-to-collect.ts'
import { edit } from './payment-order.ts'
import { lockOrder } from './store/orders.ts'
import { lockOrdersOf, saveRevision } from './store/write-orders.ts'
import { listPaymentUsers } from './store/people.ts'
import { type OrderChoice, writeOrder } from './write-order.ts'

export interface EditCommand extends OrderChoice {
  readonly orderId: string
  readonly version: number
}

/** An Ordonnateur changes an order: a new revision, and every confirmation given so far is void (product E3). */
export async function editOrder(
  app: AppContext,
  actor: EmployedActor,
  command: EditCommand,
): Promise<'unchanged' | 'edited'> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockOrdersOf(tx, employerId)
    const order = await lockOrder(tx, employerId, command.orderId)
    if (!order) return refuse('web.not_found')
    if (order.version !== command.version) return refuse('web.changed_meanwhile')
    const isSame =
      order.bankAccountId === command.bankAccountId &&
      order.debitOn === command.debitOn &&
      payTheSame(order.dues, command.dues)
    // The same under another mandate is another order: it takes the mandate of today.
    if (isSame && (await namesItsMandate(tx, order))) return 'unchanged'
    const users = await listPaymentUsers(tx, employerId)
    const writer = getMaker(users, actor)
    const employer = await getEmployer(tx, employerId)
    const now = app.clock.now()
    const today = todayIn(app.clock)
    const around = { employer, payee: app.config.fund.name, today, now, writer }
    const next = {
      id: order.id,
      reference: () => Promise.resolve(order.reference),
      revision: order.revision + 1,
      dues: order.dues,
    }
    const { reference, printed, ...writing } = await writeOrder(tx, actor, around, next, command)
    const changed = edit(order, writer, writing.digest.toString('hex'))
    await saveRevision(tx, order, writing, await expiryOf(tx, writing, now, today))
    await record(tx, actor, now, {
      action: 'order.edited',
      subject: { kind: 'payment_order', id: order.id },
      details: {
        reference: order.reference,
        revision: changed.revision,
        before: decimalString(order.amount),
        amount: decimalString(writing.amount),
        voided: order.confirmations.filter((one) => one.revision === order.revision).length,
      },
    })
    await recordPrinted(tx, actor, order, printed, now)
    await tellValidators(tx, {
      users,
      except: writer.person,
      employer,
      order: { id: order.id, reference, amount: writing.amount },
      at: now,
      about: 'edited',
    })
    return 'edited'
  })
}
