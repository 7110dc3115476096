import { localDate, type Quarter } from '../calendar/index.ts'
import { add, centimes, type Dirhams, halfUp, zeroDirhams } from '../money/index.ts'
import { type DatedValue, datedValueOn } from '../parameters/parameters.ts'
import type { MembershipState } from './tables.ts'

/** How what a company owes for one category and quarter stands, as its account tells it. */
export type Standing = 'settled' | 'collecting' | 'to_pay' | 'late' | 'nothing'

/** Whether a quarter has its points, or why it has none yet. */
export type Earning = Standing | 'unconfirmed' | 'not_recognised'

/**
 * Points count once the contributions are paid and the bank has said so, and for nobody whom the fund does not know. Of
 * somebody whose number waits, what is not paid is said first: it is what their company can do something about.
 */
export function earningOf(state: MembershipState, standing: Standing): Earning {
  if (state === 'provisional') return standing === 'settled' ? 'unconfirmed' : standing
  return state === 'known' ? standing : 'not_recognised'
}

/** One quarter of a career, in one category. */
export interface CareerQuarter {
  readonly category: string
  readonly quarter: Quarter
  readonly salary: Dirhams
  readonly employee: Dirhams
  readonly employer: Dirhams
  readonly earning: Earning
  /** The agency has not confirmed the number: being paid is not enough. */
  readonly awaitsNumber: boolean
}

/** A year of a career, and what it earned. */
export interface CareerYear {
  readonly year: number
  readonly quarters: readonly CareerQuarter[]
  /** In ten-thousandths of a dirham. */
  readonly referenceSalary: number
  /** The value is a sample: the fund has not entered its own. */
  readonly isIllustrative: boolean
  /** In hundredths of a point. */
  readonly earned: bigint
  /** What the year will earn once everything is paid. */
  readonly expected: bigint
}

/** What earns points: the employee's part and the employer's equal part, not the 30 % (rule in force since 1967). */
export function generativeOf(quarters: readonly CareerQuarter[]): Dirhams {
  return quarters.reduce((all, { employee }) => add(all, centimes(employee * 2n)), zeroDirhams)
}

/**
 * `points = contributions that earn ÷ (salaire de référence × 6)`, half up to the hundredth for a year. The reference salary
 * is in ten-thousandths of a dirham, the contributions in centimes.
 */
export function pointsOf(generative: Dirhams, referenceSalary: number): bigint {
  return halfUp(generative * 10_000n, BigInt(referenceSalary) * 6n)
}

/** The years of a career, the newest first, with what each earned so far: points count only once paid (cdac.ma, 2020). */
export function careerYears(
  quarters: readonly CareerQuarter[],
  referenceSalaries: readonly DatedValue<number>[],
): CareerYear[] {
  const years = [...new Set(quarters.map(({ quarter }) => quarter.year))].sort((a, b) => b - a)
  return years.map((year) => {
    const own = quarters.filter(({ quarter }) => quarter.year === year)
    const inForce = datedValueOn(referenceSalaries, localDate(`${year}-01-01`))
    if (!inForce) throw new Error(`no reference salary is known for ${year}`)
    const { value: referenceSalary, isIllustrative = false } = inForce
    const paid = own.filter(({ earning }) => earning === 'settled')
    return {
      year,
      quarters: own,
      referenceSalary,
      isIllustrative,
      earned: pointsOf(generativeOf(paid), referenceSalary),
      expected: pointsOf(generativeOf(own), referenceSalary),
    }
  })
}

/** 11167 → «111,67». */
export function formatPoints(hundredths: bigint): string {
  const digits = hundredths.toString().padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, '\u202f')
  return `${whole},${digits.slice(-2)}`
}

/** 11167 → «111,67», as a French spreadsheet reads it. */
export function decimalPoints(hundredths: bigint): string {
  return formatPoints(hundredths).replaceAll('\u202f', '')
}

/** What a whole career earned so far, and what it will have earned once everything is paid. */
export function totalPoints(years: readonly CareerYear[]): {
  readonly earned: bigint
  readonly expected: bigint
} {
  return {
    earned: years.reduce((all, { earned }) => all + earned, 0n),
    expected: years.reduce((all, { expected }) => all + expected, 0n),
  }
}
