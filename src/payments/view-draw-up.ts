import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { addDays, type Holidays, type LocalDate, startOfDay, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { accountStateOn, type BankAccount } from '../employers/bank-account.ts'
import type { Employer } from '../employers/employer.ts'
import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { listUnpaidOrders } from '../ledger/transfers/store/orders.ts'
import { printedDays, type TransferOrder } from '../ledger/transfers/transfer-order.ts'
import { listHolidays } from '../parameters/parameters.ts'
import { firstDebitDay, furthestDays } from './debit-day.ts'
import { listOpenDues, type OpenDue } from './store/dues.ts'
import { type DayAmount, findOrder, type KeptOrder, listBusyDays } from './store/orders.ts'
import { listPaymentUsers, type PaymentUser } from './store/people.ts'

export interface Confirmer {
  readonly name: string
  /** Nothing when they may confirm now. */
  readonly from: Date | null
}

export interface DrawUpView {
  readonly employer: Employer
  readonly dues: readonly OpenDue[]
  /** Printed orders to the company's own bank that no transfer has paid yet. */
  readonly printed: readonly TransferOrder[]
  /** Those that may be debited by the last day, some only from their mandate's own day on. */
  readonly accounts: readonly BankAccount[]
  /** Those that will not be by then, told when there is no other. */
  readonly unusable: readonly BankAccount[]
  readonly today: LocalDate
  readonly holidays: Holidays
  /** The first and the last day that an order may be for. */
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** Who may confirm: now, and from a moment on; this person too where makers may. */
  readonly confirmers: readonly Confirmer[]
  /** Of the days on which orders already ask for something, what they ask; only where a day has a ceiling. */
  readonly busyDays: readonly DayAmount[]
  /** The order that is being changed. */
  readonly order: KeptOrder | null
}

export async function viewDrawUp(
  app: AppContext,
  actor: EmployedActor,
  orderId: string | null = null,
): Promise<DrawUpView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const order =
      orderId === null
        ? null
        : ((await findOrder(tx, employerId, orderId)) ?? refuse('web.not_found'))
    const today = todayIn(app.clock)
    const now = app.clock.now()
    const users = await listPaymentUsers(tx, employerId)
    const me = users.find((one) => one.profileId === actor.id)?.person
    const employer = await getEmployer(tx, employerId)
    const accounts = await listBankAccounts(tx, employerId)
    const holidays = await listHolidays(tx)
    const lastDay = addDays(today, furthestDays)
    const usable = accounts.filter((one) => accountStateOn(one, lastDay) === 'usable')
    return {
      employer,
      dues: await listOpenDues(tx, employerId, orderId),
      printed: await listUnpaidOrders(tx, employerId, startOfDay(addDays(today, -printedDays))),
      accounts: usable,
      unusable: accounts.filter((one) => one.state === 'active' && !usable.includes(one)),
      today,
      holidays,
      firstDay: firstDebitDay(firstUsable(usable, today), holidays),
      lastDay,
      confirmers: confirmersAmong(users, isOwnEnough(order ?? employer) ? undefined : me, now),
      busyDays:
        employer.dailyCeiling === null
          ? []
          : await listBusyDays(tx, employerId, { from: today, exceptId: orderId }),
      order,
    }
  })
}

/** One's own confirmation is enough (product E2). */
function isOwnEnough(
  settings: Pick<Employer, 'confirmationsRequired' | 'selfConfirmation'> | KeptOrder,
) {
  return settings.confirmationsRequired === 1 && settings.selfConfirmation
}

/** The first day from today on that one of these may be debited. */
function firstUsable(accounts: readonly BankAccount[], today: LocalDate): LocalDate {
  const days = accounts.map((one) => waitsUntil(one, today) ?? today)
  return days.toSorted()[0] ?? today
}

/** The mandate's own day, while it is to come; nothing of an account that may be debited on that day. */
export function waitsUntil({ mandate }: BankAccount, day: LocalDate): LocalDate | null {
  return mandate?.usableFrom && mandate.usableFrom > day ? mandate.usableFrom : null
}

/** Each person once, at the earliest moment that one of their logins allows. */
function confirmersAmong(
  users: readonly PaymentUser[],
  me: string | undefined,
  now: Date,
): Confirmer[] {
  const people = new Map<string, Confirmer>()
  for (const user of users) {
    if (!user.isValidator || user.confirmsFrom === null || user.person === me) continue
    const from = user.confirmsFrom > now ? user.confirmsFrom : null
    const known = people.get(user.person)
    const isSooner = !known || (known.from !== null && (from === null || from < known.from))
    if (isSooner) people.set(user.person, { name: user.name, from })
  }
  return [...people.values()]
}
