import {
  addDays,
  compareQuarters,
  lastDay,
  type LocalDate,
  previousQuarter,
  type Quarter,
  quarterOf,
  quartersBetween,
} from '../calendar/index.ts'
import type { Category } from './employer.ts'

/**
 * Quarters that a category owes: from the one it began in to the last one that has ended. A quarter can be declared
 * once it has ended, until it is declared (decision: the clock is real).
 */
export function quartersOwed(
  category: Pick<Category, 'activeFrom' | 'activeUntil'>,
  today: LocalDate,
): Quarter[] {
  const lastEnded = previousQuarter(quarterOf(today))
  const end = category.activeUntil ? quarterOf(category.activeUntil) : lastEnded
  const last = compareQuarters(end, lastEnded) < 0 ? end : lastEnded
  return quartersBetween(quarterOf(category.activeFrom), last)
}

/** Quarter's end plus the days that the fund allows (a dated parameter, illustrative: the real date is not published). */
export function declarationDueOn(quarter: Quarter, allowedDays: number): LocalDate {
  return addDays(lastDay(quarter), allowedDays)
}
