import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { decimalString } from '../money/index.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { payTheSame } from './choose-dues.ts'
import { confirmedUntil } from './debit-day.ts'
import { tellValidators } from './mails.ts'
import { findOrderByFormKey, type KeptOrder } from './store/orders.ts'
import { insertOrder, lockOrdersOf, nextOrderNumber } from './store/write-orders.ts'
import { listPaymentUsers, type PaymentUser } from './store/people.ts'
import { type OrderChoice, writeOrder } from './write-order.ts'

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
    const id = randomUUID()
    const next = { id, reference: () => nextReference(tx, employer.number), revision: 1, dues: [] }
    const around = { employer, payee: app.config.fund.name, today, now, writer }
    const { reference, printed, ...writing } = await writeOrder(tx, actor, around, next, command)
    const order = { id, reference }
    await insertOrder(tx, {
      ...order,
      employerId: actor.employerId,
      kind: 'case_by_case',
      confirmationsRequired: employer.confirmationsRequired,
      selfConfirmation: employer.selfConfirmation,
      expiresAt: await expiryOf(tx, writing, now, today),
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
        selfConfirmation: employer.selfConfirmation,
      },
    })
    await recordPrinted(tx, actor, order, printed, now)
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

/** Which printed transfer orders name the same dues, for whoever reads the trail. */
// oxlint-disable-next-line max-params -- the transaction, by whom, which order, beside which others, and when
export async function recordPrinted(
  tx: Tx,
  actor: EmployedActor,
  { id, reference }: { readonly id: string; readonly reference: string },
  printed: readonly string[],
  at: Date,
): Promise<void> {
  if (printed.length === 0) return
  await record(tx, actor, at, {
    action: 'order.beside_transfer',
    subject: { kind: 'payment_order', id },
    details: { reference, orders: printed.join(', ') },
  })
}

/** «OP-005839-000006»: no number is taken before the order is sure to be kept. */
async function nextReference(tx: Tx, employerNumber: string): Promise<string> {
  const number = await nextOrderNumber(tx)
  return `OP-${employerNumber}-${number.toString().padStart(6, '0')}`
}

/** Until when it may be confirmed, by the parameters of today. */
export async function expiryOf(
  tx: Tx,
  { debitOn }: { readonly debitOn: LocalDate },
  now: Date,
  today: LocalDate,
): Promise<Date> {
  return confirmedUntil(debitOn, now, today, await getParameter(tx, 'payment_order_days', today))
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
