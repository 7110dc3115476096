import type { LocalDate } from '../calendar/index.ts'
import { add, type Dirhams, subtract, sum, zeroDirhams } from '../money/index.ts'

/** A part of a due that was paid at once: how much, when, by which payment. */
export interface Lot {
  readonly amount: Dirhams
  readonly paidOn: LocalDate
  /** The payment's cause; null when an advance paid it. */
  readonly payment: string | null
  /** Handed to the bank, not yet confirmed by it. */
  readonly inTransit: boolean
  /** The entry that brought it: the order in which lots came. */
  readonly entry: bigint
}

/** Something to pay, and what has paid it so far, in the order it came. */
export interface Claim {
  readonly amount: Dirhams
  readonly lots: readonly Lot[]
}

export const noClaim: Claim = { amount: zeroDirhams, lots: [] }

export function paidOf(claim: Claim): Dirhams {
  return sum(claim.lots.map((lot) => lot.amount))
}

/** What is still to pay; negative when too much was paid. */
export function openOf(claim: Claim): Dirhams {
  return subtract(claim.amount, paidOf(claim))
}

/** More to pay, or less: a correction lowers by a negative amount. */
export function raise(claim: Claim, by: Dirhams): Claim {
  return { ...claim, amount: add(claim.amount, by) }
}

/** Something paid it, even beyond what is open: what is too much becomes an advance. */
export function pay(claim: Claim, lot: Lot): Claim {
  return { ...claim, lots: [...claim.lots, lot] }
}

/** Takes back up to that much from the lots that qualify, the latest first; a lot taken in part keeps its rest. */
export function takeBack(
  claim: Claim,
  amount: Dirhams,
  qualifies: (lot: Lot) => boolean = () => true,
): Claim {
  let left = amount
  const lots: Lot[] = []
  for (const lot of claim.lots.toReversed()) {
    const taken = qualifies(lot) ? smaller(left, lot.amount) : zeroDirhams
    left = subtract(left, taken)
    if (taken < lot.amount) lots.unshift({ ...lot, amount: subtract(lot.amount, taken) })
  }
  return { ...claim, lots }
}

/** The bank confirms: the lots of that payment count, on its day. */
export function confirmLots(claim: Claim, payment: string, paidOn: LocalDate): Claim {
  const lots = claim.lots.map((lot) =>
    lot.payment === payment ? { ...lot, paidOn, inTransit: false } : lot,
  )
  return { ...claim, lots }
}

/** Fully paid, and nothing of it still at the bank. */
export function isSettled(claim: Claim): boolean {
  return claim.amount > 0n && openOf(claim) === 0n && !claim.lots.some((lot) => lot.inTransit)
}

export function smaller(one: Dirhams, other: Dirhams): Dirhams {
  return one < other ? one : other
}
