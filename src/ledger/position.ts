import type { LocalDate } from '../calendar/index.ts'
import { add, type Dirhams, subtract, sum } from '../money/index.ts'
import type { DueKey } from './account.ts'
import type { DueState } from './books.ts'
import { unbookedFractions } from './conclude.ts'
import { type Fraction, graceEndsOn, type Terms } from './late-interest.ts'
import { openOf } from './lots.ts'

/** How one due stands: what was declared, what is still to pay, and the interest booked on it. */
export interface Position {
  readonly due: DueKey
  readonly terms: Terms
  readonly employee: Dirhams
  readonly equalPart: Dirhams
  readonly surcharge: Dirhams
  readonly open: Dirhams
  readonly interest: Dirhams
  readonly openInterest: Dirhams
}

/** `late`: past the grace, interest runs. `to_pay`: something is open, nothing is late. */
export type PositionState = 'nothing' | 'settled' | 'to_pay' | 'late'

/** The whole of what was declared: both equal parts and the surcharge. */
export function declaredOf({ employee, equalPart, surcharge }: Position): Dirhams {
  return sum([employee, equalPart, surcharge])
}

/** What has paid the contributions, advances included; interest apart. */
export function paidOn(position: Position): Dirhams {
  return subtract(declaredOf(position), position.open)
}

/** Late from the day after the grace: until then a payment costs nothing (RGR, article 7). */
export function stateOf(position: Position, today: LocalDate): PositionState {
  if (position.open > 0n) return today > graceEndsOn(position.terms) ? 'late' : 'to_pay'
  if (position.openInterest > 0n) return 'to_pay'
  return declaredOf(position) === 0n ? 'nothing' : 'settled'
}

/** What is still to pay, booked interest included; negative when too much was paid. */
export function owedOn({ open, openInterest }: Position): Dirhams {
  return add(open, openInterest)
}

/**
 * The interest of a due that is not settled yet, if the rest were paid on that day: what was already paid late, and the
 * rest. A payment that the bank has not confirmed counts as paid on that day too.
 */
export function estimateOn(due: DueState, day: LocalDate): Fraction[] {
  const open = openOf(due.contributions)
  const lots = due.contributions.lots.map((lot) => (lot.inTransit ? { ...lot, paidOn: day } : lot))
  const isPending = open > 0n || due.contributions.lots.some((lot) => lot.inTransit)
  if (!isPending) return []
  const rest = open > 0n ? [{ amount: open, paidOn: day }] : []
  return unbookedFractions(due, [...lots, ...rest])
}

/** What a collection is about to pay of it, and the bank has not confirmed. */
export function inTransitOn(due: DueState): Dirhams {
  return sum(due.contributions.lots.filter((lot) => lot.inTransit).map(({ amount }) => amount))
}
