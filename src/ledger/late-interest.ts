import { addDays, daysBetween, type LocalDate } from '../calendar/index.ts'
import { type Dirhams, halfUp, sum, zeroDirhams } from '../money/index.ts'

/** What a due is paid under: its échéance, and what lateness costs. They stay with the due (RGR, article 7). */
export interface Terms {
  readonly dueOn: LocalDate
  /** Days after the échéance during which nothing is asked. */
  readonly graceDays: number
  /** Hundredths of a percent a year: 1200 is 12 %, that is 1 % a month. */
  readonly yearlyRate: number
  /** The year of the fund's formula: 365, leap or not. */
  readonly yearDays: number
}

/** One payment that came late, and what its lateness costs. */
export interface Fraction {
  readonly principal: Dirhams
  readonly paidOn: LocalDate
  readonly days: number
  readonly interest: Dirhams
}

/** The last day on which a payment costs nothing. */
export function graceEndsOn({ dueOn, graceDays }: Terms): LocalDate {
  return addDays(dueOn, graceDays)
}

/**
 * `IR = créance × 0,12 × jours débiteurs / 365`, half up to the centime. Nothing up to the 45th day after the échéance;
 * from the 46th on, all days since the échéance count (RGR, article 7).
 */
export function interestOf(principal: Dirhams, paidOn: LocalDate, terms: Terms): Dirhams {
  const days = daysBetween(terms.dueOn, paidOn)
  if (days <= terms.graceDays) return zeroDirhams
  const numerator = principal * BigInt(terms.yearlyRate) * BigInt(days)
  return halfUp(numerator, 10_000n * BigInt(terms.yearDays)) as Dirhams
}

/** The payments that cost something, each apart, by its own day (RGR, article 7: «séparément pour chaque fraction»). */
export function lateFractions(
  payments: readonly { readonly amount: Dirhams; readonly paidOn: LocalDate }[],
  terms: Terms,
): Fraction[] {
  return payments
    .map(({ amount, paidOn }) => ({
      principal: amount,
      paidOn,
      days: daysBetween(terms.dueOn, paidOn),
      interest: interestOf(amount, paidOn, terms),
    }))
    .filter(({ interest }) => interest > 0n)
}

/** The interest of all fractions: each was rounded alone, as the fund publishes it, and the sum is of whole centimes. */
export function totalInterest(fractions: readonly Fraction[]): Dirhams {
  return sum(fractions.map(({ interest }) => interest))
}
