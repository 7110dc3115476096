import { type LocalDate, localDateAt } from '../calendar/index.ts'
import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import type { BankAccount } from '../employers/bank-account.ts'
import { getEmployer } from '../employers/store/employers.ts'
import type { Employer } from '../employers/employer.ts'
import { subtract } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { chooseDues, isSameDue, payTheSame } from './choose-dues.ts'
import { Refusal } from '../actors/refusal.ts'
import type { PaidDue } from './order-wording.ts'
import { type HoldReason, holdOfAccount, isConfirmedAccount } from './hold.ts'
import { mayLeave } from './payment-order.ts'
import { listOpenDues, type OpenDue } from './store/dues.ts'
import { listWordings } from './store/history.ts'
import { type KeptOrder, lockOrder } from './store/orders.ts'
import { listAnnounced } from './store/systematic.ts'
import { listPaymentUsers, validatorsAmong } from './store/people.ts'

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
  return (await reasonsToStay(tx, [order], now)).get(order.id) ?? null
}

/** The same of many orders, of one company or of several, each of which is read once. */
export async function reasonsToStay(
  tx: Tx,
  orders: readonly KeptOrder[],
  { at, today }: Moment,
): Promise<ReadonlyMap<string, HoldReason | null>> {
  const reasons = new Map<string, HoldReason | null>()
  for (const employerId of new Set(orders.map((one) => one.employerId))) {
    const its = orders.filter((one) => one.employerId === employerId)
    const beside = await readBeside(tx, employerId, its)
    const validators = validatorsAmong(await listPaymentUsers(tx, employerId), at)
    for (const order of its) {
      const isConfirmed = mayLeave(order, validators)
      reasons.set(order.id, isConfirmed ? holdAmong(order, beside, today) : 'not_confirmed')
    }
  }
  return reasons
}

/**
 * The same but for the confirmations, of each of these orders of a company, on its day or today: what may be foreseen before they are
 * confirmed, in the list and on their pages.
 */
export async function holdsOfOrders(
  tx: Tx,
  employerId: string,
  orders: readonly KeptOrder[],
  today: LocalDate,
): Promise<ReadonlyMap<string, HoldReason | null>> {
  const beside = await readBeside(tx, employerId, orders)
  const dayOf = ({ debitOn }: KeptOrder) => (debitOn > today ? debitOn : today)
  return new Map(orders.map((order) => [order.id, holdAmong(order, beside, dayOf(order))]))
}

/** What the orders of a company are weighed against, but for its people. */
interface Beside {
  readonly accounts: readonly BankAccount[]
  /** The text that was confirmed, or is to be, of each order. */
  readonly wordings: ReadonlyMap<string, string>
  readonly open: readonly OpenDue[]
  /** Of a company that has systematic debits among them. */
  readonly systematic: {
    readonly paymentOption: Employer['paymentOption']
    readonly announced: ReadonlyMap<string, readonly PaidDue[]>
  } | null
}

async function readBeside(
  tx: Tx,
  employerId: string,
  orders: readonly KeptOrder[],
): Promise<Beside> {
  const systematic = orders.filter(({ kind }) => kind === 'systematic').map(({ id }) => id)
  return {
    accounts: await listBankAccounts(tx, employerId),
    wordings: await listWordings(tx, employerId, orders),
    open: orders.length === 0 ? [] : await listOpenDues(tx, employerId),
    systematic:
      systematic.length === 0
        ? null
        : {
            paymentOption: (await getEmployer(tx, employerId)).paymentOption,
            announced: await listAnnounced(tx, employerId, systematic),
          },
  }
}

function holdAmong(order: KeptOrder, beside: Beside, on: LocalDate): HoldReason | null {
  const account = beside.accounts.find((one) => one.id === order.bankAccountId)
  const held = holdOfAccount(account, on)
  if (held || !account) return held
  if (!isConfirmedAccount(beside.wordings.get(order.id) ?? '', account)) return 'mandate_changed'
  if (order.kind === 'systematic' && !isUnderMandate(order, account, beside)) {
    return 'not_systematic'
  }
  try {
    chooseDues(besideOthers(beside.open, order), order.dues)
    return null
  } catch (error) {
    if (error instanceof Refusal) return 'dues_not_open'
    throw error
  }
}

/** What is open, with what the other orders promise of it: not this one, which is among those that promise as long as it is open. */
function besideOthers(open: readonly OpenDue[], { state, dues }: KeptOrder): OpenDue[] {
  const promises = state === 'awaiting_confirmation' || state === 'confirmed'
  return open.map((due) => {
    const own = promises ? dues.find((one) => isSameDue(one, due)) : undefined
    return own ? { ...due, promised: subtract(due.promised, own.amount) } : due
  })
}

/** Whether its wording still names the mandate of its account, whatever else keeps it: otherwise it is to be written again. */
export async function namesItsMandate(tx: Tx, order: KeptOrder): Promise<boolean> {
  const accounts = await listBankAccounts(tx, order.employerId)
  const account = accounts.find((one) => one.id === order.bankAccountId)
  const wording = (await listWordings(tx, order.employerId, [order])).get(order.id) ?? ''
  return account !== undefined && isConfirmedAccount(wording, account)
}

/**
 * What stands for confirmations: the mandate of that kind, the payment option of today, and every due announced, for the same
 * amount, before the day (product E7). «Systematic» written by hand has none of these.
 */
function isUnderMandate(order: KeptOrder, account: BankAccount, { systematic }: Beside): boolean {
  return (
    account.mandate?.kind === 'systematic' &&
    systematic?.paymentOption === 'systematic' &&
    localDateAt(order.drawnUpAt) < order.debitOn &&
    payTheSame(systematic.announced.get(order.id) ?? [], order.dues)
  )
}
