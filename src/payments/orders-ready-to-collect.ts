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
import { listPaymentUsers, validatorsAmong } from './store/people.ts'

export type Gate =
  | { readonly opens: true; readonly order: KeptOrder }
  | { readonly opens: false; readonly order: KeptOrder; readonly reason: HoldReason }

/**
 * The final gate, when the collection file is made: everything that made an order leave its desk is derived again, from the
 * confirmations and the powers of this moment (product E5, quality AT76, AT80). Undefined when there is no such order.
 */
export async function passGate(
  tx: Tx,
  { employerId, orderId }: { readonly employerId: string; readonly orderId: string },
  at: Date,
): Promise<Gate | undefined> {
  const order = await lockOrder(tx, employerId, orderId)
  if (!order) return undefined
  const reason = await reasonToStay(tx, order, { at, today: localDateAt(at) })
  return reason ? { opens: false, order, reason } : { opens: true, order }
}

/** What would keep it from leaving at that moment; nothing when it may. */
export async function reasonToStay(
  tx: Tx,
  order: KeptOrder,
  { at, today }: { readonly at: Date; readonly today: LocalDate },
): Promise<HoldReason | null> {
  const validators = validatorsAmong(await listPaymentUsers(tx, order.employerId), at)
  if (!mayLeave(order, validators)) return 'not_confirmed'
  return holdOfOrder(tx, order, today)
}

/** The same but for the confirmations, on a day: what may be foreseen before it is confirmed. */
export async function holdOfOrder(
  tx: Tx,
  order: KeptOrder,
  on: LocalDate,
): Promise<HoldReason | null> {
  const account = (await listBankAccounts(tx, order.employerId)).find(
    (one) => one.id === order.bankAccountId,
  )
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
