import { compareQuarters } from '../calendar/index.ts'
import { refuse } from '../actors/refusal.ts'
import { decimalString, formatDirhams, subtract } from '../money/index.ts'
import type { PaidDue } from './order-wording.ts'

/** Something that may be paid: what is open, less what other orders already promise. */
export interface Payable extends PaidDue {
  readonly promised: PaidDue['amount']
}

/** What is left to pay of a due once the other orders are counted. */
export function payableOf(due: Payable): PaidDue['amount'] {
  return due.promised >= due.amount
    ? subtract(due.amount, due.amount)
    : subtract(due.amount, due.promised)
}

/**
 * What an order pays: each due once, never beyond what is open and not promised by another order (product E1). Refused with
 * `payments.nothing_chosen`, `payments.due_not_open` or `payments.more_than_due`.
 */
export function chooseDues(payable: readonly Payable[], chosen: readonly PaidDue[]): PaidDue[] {
  if (chosen.length === 0) refuse('payments.nothing_chosen')
  return chosen.map((one, index) => {
    const due = payable.find((other) => isSameDue(other, one))
    if (!due || chosen.findIndex((other) => isSameDue(other, one)) !== index) {
      return refuse('payments.due_not_open')
    }
    if (one.amount <= 0n || one.amount > payableOf(due)) {
      return refuse('payments.more_than_due', { most: formatDirhams(payableOf(due)) })
    }
    return one
  })
}

/** One category, one quarter, and contributions or interest: whatever the amount. */
export function isSameDue(one: Omit<PaidDue, 'amount'>, other: Omit<PaidDue, 'amount'>): boolean {
  return (
    one.category === other.category &&
    one.part === other.part &&
    compareQuarters(one.quarter, other.quarter) === 0
  )
}

/** The same dues for the same amounts, in whatever order. */
export function payTheSame(one: readonly PaidDue[], other: readonly PaidDue[]): boolean {
  return (
    one.length === other.length &&
    one.every((due) =>
      other.some(
        (same) => isSameDue(due, same) && decimalString(due.amount) === decimalString(same.amount),
      ),
    )
  )
}
