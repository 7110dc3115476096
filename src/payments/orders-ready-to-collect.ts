import { type LocalDate, localDateAt } from '../calendar/index.ts'
import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import type { BankAccount } from '../employers/bank-account.ts'
import { getEmployer } from '../employers/store/employers.ts'
import type { Tx } from '../platform/db/database.ts'
import { chooseDues, payTheSame } from './choose-dues.ts'
import { Refusal } from '../actors/refusal.ts'
import { type HoldReason, holdOfAccount, isConfirmedAccount } from './hold.ts'
import { mayLeave } from './payment-order.ts'
import { listOpenDues } from './store/dues.ts'
import { getWording } from './store/history.ts'
import { type KeptOrder, lockOrder } from './store/orders.ts'
import { listAnnounced } from './store/systematic.ts'
import { listPaymentUsers, type PaymentUser, validatorsAmong } from './store/people.ts'

export type Gate =
  | { readonly opens: true; readonly order: KeptOrder }
  | { readonly opens: false; readonly order: KeptOrder; readonly reason: HoldReason }

interface Listed {
  readonly employerId: string
  readonly orderId: string
  /** The last day of debit that it was listed for. */
  readonly until?: LocalDate
}

/**
 * The final gate, when the collection file is made: everything that made an order leave its desk is derived again, from the
 * confirmations and the powers of this moment (product E5, quality AT76, AT80). Undefined for one that says «confirmed» no more, or for
 * another day: somebody refused, withdrew or changed it between the list and this lock, and it is in nobody's way.
 */
export async function passGate(
  tx: Tx,
  { employerId, orderId, until }: Listed,
  at: Date,
): Promise<Gate | undefined> {
  const order = await lockOrder(tx, employerId, orderId)
  if (order?.state !== 'confirmed' || (until && order.debitOn > until)) return undefined
  const reason = await reasonToStay(tx, order, { at, today: localDateAt(at) })
  return reason ? { opens: false, order, reason } : { opens: true, order }
}

interface Moment {
  readonly at: Date
  readonly today: LocalDate
}

/** What would keep it from leaving at that moment; nothing when it may. */
export async function reasonToStay(
  tx: Tx,
  order: KeptOrder,
  now: Moment,
): Promise<HoldReason | null> {
  return weigh(tx, order, await readCompany(tx, order.employerId), now)
}

/** The same of many orders, of one company or of several, each of which is read once. */
export async function reasonsToStay(
  tx: Tx,
  orders: readonly KeptOrder[],
  now: Moment,
): Promise<ReadonlyMap<string, HoldReason | null>> {
  const companies = new Map<string, Company>()
  const reasons = new Map<string, HoldReason | null>()
  for (const order of orders) {
    const company = companies.get(order.employerId) ?? (await readCompany(tx, order.employerId))
    companies.set(order.employerId, company)
    reasons.set(order.id, await weigh(tx, order, company, now))
  }
  return reasons
}

/** What may be foreseen of each order of a company, on its day or today: the list says what its pages say. */
export async function holdsOfOrders(
  tx: Tx,
  employerId: string,
  orders: readonly KeptOrder[],
  today: LocalDate,
): Promise<ReadonlyMap<string, HoldReason | null>> {
  const accounts = await listBankAccounts(tx, employerId)
  const reasons = new Map<string, HoldReason | null>()
  for (const order of orders) {
    const on = order.debitOn > today ? order.debitOn : today
    reasons.set(order.id, await holdAmong(tx, order, accounts, on))
  }
  return reasons
}

/** What every order of a company is weighed against. */
interface Company {
  readonly users: readonly PaymentUser[]
  readonly accounts: readonly BankAccount[]
}

async function readCompany(tx: Tx, employerId: string): Promise<Company> {
  return {
    users: await listPaymentUsers(tx, employerId),
    accounts: await listBankAccounts(tx, employerId),
  }
}

// oxlint-disable-next-line max-params -- where, which order, of which company, and when
async function weigh(
  tx: Tx,
  order: KeptOrder,
  { users, accounts }: Company,
  { at, today }: Moment,
): Promise<HoldReason | null> {
  if (!mayLeave(order, validatorsAmong(users, at))) return 'not_confirmed'
  return holdAmong(tx, order, accounts, today)
}

/** The same but for the confirmations, on a day: what may be foreseen before it is confirmed. */
export async function holdOfOrder(
  tx: Tx,
  order: KeptOrder,
  on: LocalDate,
): Promise<HoldReason | null> {
  return holdAmong(tx, order, await listBankAccounts(tx, order.employerId), on)
}

// oxlint-disable-next-line max-params -- where, which order, among which accounts, and on which day
async function holdAmong(
  tx: Tx,
  order: KeptOrder,
  accounts: readonly BankAccount[],
  on: LocalDate,
): Promise<HoldReason | null> {
  const account = accounts.find((one) => one.id === order.bankAccountId)
  const held = holdOfAccount(account, on)
  if (held || !account) return held
  if (!isConfirmedAccount(await getWording(tx, order), account)) return 'mandate_changed'
  if (order.kind === 'systematic' && !(await isUnderMandate(tx, order, account))) {
    return 'not_systematic'
  }
  const payable = await listOpenDues(tx, order.employerId, order.id)
  try {
    chooseDues(payable, order.dues)
    return null
  } catch (error) {
    if (error instanceof Refusal) return 'dues_not_open'
    throw error
  }
}

/** Whether its wording still names the mandate of its account, whatever else keeps it: otherwise it is to be written again. */
export async function namesItsMandate(tx: Tx, order: KeptOrder): Promise<boolean> {
  const accounts = await listBankAccounts(tx, order.employerId)
  const account = accounts.find((one) => one.id === order.bankAccountId)
  return account !== undefined && isConfirmedAccount(await getWording(tx, order), account)
}

/**
 * What stands for confirmations: the mandate of that kind, the payment option of today, and every due announced, for the same
 * amount, before the day (product E7). «Systematic» written by hand has none of these.
 */
async function isUnderMandate(tx: Tx, order: KeptOrder, account: BankAccount): Promise<boolean> {
  const { paymentOption } = await getEmployer(tx, order.employerId)
  const announced = await listAnnounced(tx, order)
  return (
    account.mandate?.kind === 'systematic' &&
    paymentOption === 'systematic' &&
    localDateAt(order.drawnUpAt) < order.debitOn &&
    payTheSame(announced, order.dues)
  )
}
