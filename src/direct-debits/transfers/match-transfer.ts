import type { FoundBy } from '../../ledger/transfers/store/attributions.ts'
import type { TransferShare } from '../../ledger/transfers/transfer-order.ts'
import { type Dirhams, sum } from '../../money/index.ts'

/** An «ordre de virement» that may be what a transfer pays. */
export interface KnownOrder {
  readonly id: string
  readonly reference: string
  readonly employerId: string
  readonly amount: Dirhams
  readonly dues: readonly TransferShare[]
  /** What transfers have paid of it already. */
  readonly received: Dirhams
  /** Its company said that it would not be handed to the bank. */
  readonly isWithdrawn: boolean
}

/** A company that has the account which a transfer came from. */
export interface KnownPayer {
  readonly employerId: string
  /** What it owes, the oldest first. */
  readonly open: readonly TransferShare[]
  /** Its orders of exactly this amount. */
  readonly orders: readonly KnownOrder[]
}

export interface Evidence {
  /** The orders whose references the transfer carries. */
  readonly orders: readonly KnownOrder[]
  readonly payers: readonly KnownPayer[]
}

export interface Found {
  readonly employerId: string
  readonly foundBy: FoundBy
  readonly orderId: string | null
  readonly reference: string | null
  /** What it pays first; null: the oldest first. */
  readonly dues: readonly TransferShare[] | null
  /** The printed order had been withdrawn: its reference still says whose the money is. */
  readonly isWithdrawn?: boolean
}

/** Why a transfer waits for an agent. */
export type Unmatched =
  | 'several_references'
  | 'reference_already_paid'
  | 'reference_part_paid'
  | 'several_companies'
  | 'other_amount'
  | 'unknown_payer'
  /** It came under the reference of a debit, which it does not fit: an agent took it for a transfer. */
  | 'of_a_debit'
  /** It says the same as one that is known: an agent took it for a second one. */
  | 'second_alike'

export type Match =
  | { readonly ok: true; readonly found: Found }
  | { readonly ok: false; readonly because: Unmatched }

/**
 * Whose a transfer is (product E7). First by the reference of an «ordre de virement», withdrawn or not, whatever the amount, once; then by the account
 * it came from, when one company alone has it and the amount is exactly what it owes, one of its dues, or an order it printed.
 * Anything less certain is for an agent.
 */
export function matchTransfer(amount: Dirhams, { orders, payers }: Evidence): Match {
  const [order, ...otherOrders] = orders
  if (order) {
    if (otherOrders.length > 0) return { ok: false, because: 'several_references' }
    if (isPaid(order)) return { ok: false, because: 'reference_already_paid' }
    if (order.received > 0n) return { ok: false, because: 'reference_part_paid' }
    return { ok: true, found: { ...namedBy(order), foundBy: 'reference' } }
  }
  const [payer, ...otherPayers] = payers
  if (!payer) return { ok: false, because: 'unknown_payer' }
  if (otherPayers.length > 0) return { ok: false, because: 'several_companies' }
  return matchAmount(amount, payer)
}

function matchAmount(amount: Dirhams, { employerId, open, orders }: KnownPayer): Match {
  const printed = orders.find(
    (one) => one.received === 0n && !one.isWithdrawn && one.amount === amount,
  )
  if (printed) return { ok: true, found: { ...namedBy(printed), foundBy: 'account' } }
  const due = open.find((share) => share.amount === amount)
  const isAll = open.length > 0 && sum(open.map((share) => share.amount)) === amount
  if (!due && !isAll) return { ok: false, because: 'other_amount' }
  const dues = due ? [due] : open
  return {
    ok: true,
    found: { employerId, foundBy: 'account', orderId: null, reference: null, dues },
  }
}

/** All of it has come. */
export function isPaid({ amount, received }: Pick<KnownOrder, 'amount' | 'received'>): boolean {
  return received >= amount
}

function namedBy({
  id,
  reference,
  employerId,
  dues,
  isWithdrawn,
}: KnownOrder): Omit<Found, 'foundBy'> {
  return { employerId, orderId: id, reference, dues, isWithdrawn }
}
