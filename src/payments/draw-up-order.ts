import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getEmployer } from '../employers/find-employer.ts'
import { decimalString } from '../money/index.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { payTheSame } from './choose-dues.ts'
import { tellValidators } from './mails.ts'
import { findOrderByFormKey, type KeptOrder } from './store/orders.ts'
import { insertOrder, lockOrdersOf, nextOrderNumber } from './store/write-orders.ts'
import { listPaymentUsers, type PaymentUser } from './store/people.ts'
import { type OrderChoice, writeOrder } from './write-order.ts'

const dayMs = 86_400_000

export interface DrawUpCommand extends OrderChoice {
  /** Of the form: sent twice, it is one order; with another choice, it is refused (quality AT74). */
  readonly formKey: string
}

/**
 * An Ordonnateur draws up an order (leaflet, E@syPaiement; product E1). It keeps the number of confirmations that the
 * company asks for now, and whether its maker may confirm it (product A6, decision: self-confirmation).
 */
export async function drawUpOrder(
  app: AppContext,
  actor: EmployedActor,
  command: DrawUpCommand,
): Promise<string> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    await lockOrdersOf(tx, actor.employerId)
    const earlier = await findOrderByFormKey(tx, actor.employerId, command.formKey)
    if (earlier) return sameOrder(earlier, command)
    const users = await listPaymentUsers(tx, actor.employerId)
    const writer = getMaker(users, actor)
    const employer = await getEmployer(tx, actor.employerId)
    const now = app.clock.now()
    const today = todayIn(app.clock)
    const number = await nextOrderNumber(tx)
    const order = {
      id: randomUUID(),
      reference: `OP-${employer.number}-${number.toString().padStart(6, '0')}`,
    }
    const around = { employer, payee: app.config.fund.name, today, now, writer }
    const writing = await writeOrder(tx, actor, around, { ...order, revision: 1 }, command)
    await insertOrder(tx, {
      ...order,
      employerId: actor.employerId,
      kind: 'case_by_case',
      confirmationsRequired: employer.confirmationsRequired,
      selfConfirmation: employer.selfConfirmation,
      expiresAt: await expiryFrom(tx, now, today),
      formKey: command.formKey,
      writing,
    })
    await record(tx, actor, now, {
      action: 'order.drawn_up',
      subject: { kind: 'payment_order', id: order.id },
      details: {
        reference: order.reference,
        amount: decimalString(writing.amount),
        debitOn: writing.debitOn,
        confirmations: employer.confirmationsRequired,
      },
    })
    await tellValidators(tx, {
      users,
      except: writer.person,
      employer,
      order: { ...order, amount: writing.amount },
      at: now,
      about: 'drawn_up',
    })
    return order.id
  })
}

export async function expiryFrom(
  tx: Tx,
  now: Date,
  today: ReturnType<typeof todayIn>,
): Promise<Date> {
  return new Date(now.getTime() + (await getParameter(tx, 'payment_order_days', today)) * dayMs)
}

/** The person behind the login, with the power of today: the session's word is not enough. */
export function getMaker(users: readonly PaymentUser[], actor: EmployedActor): PaymentUser {
  const user = users.find((one) => one.profileId === actor.id)
  return user?.isMaker ? user : refuse('payments.not_a_maker')
}

function sameOrder(earlier: KeptOrder, command: DrawUpCommand): string {
  const isSame =
    earlier.bankAccountId === command.bankAccountId &&
    earlier.debitOn === command.debitOn &&
    payTheSame(earlier.dues, command.dues)
  return isSame ? earlier.id : refuse('payments.form_used')
}
