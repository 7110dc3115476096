import {
  addDays,
  addMonths,
  type LocalDate,
  startOfNextQuarter,
  yearsBetween,
} from '../calendar/index.ts'
import { applyRate, centimes, type Dirhams, halfUp, sum } from '../money/index.ts'

/** When a category lets its members leave with their whole pension: at 60, or earlier where the company pays for it. */
export type AgeOption = 'normal' | 'age_55' | 'age_50'

/** Points that a person holds under one option, in hundredths. */
export interface HeldPoints {
  readonly option: AgeOption
  readonly points: bigint
  /** Of these, the ones acquired since 2003: a capital is taken from them alone. */
  readonly since2003: bigint
}

export interface AgeCoefficient {
  readonly age: number
  /** In ten-thousandths. */
  readonly coefficient: number
}

/** What a pension is worked out with: the dated parameters in force on its first day. */
export interface PensionRules {
  readonly normalAge: number
  readonly earliestAge: number
  readonly anticipation: readonly AgeCoefficient[]
  readonly deferral: readonly AgeCoefficient[]
  readonly deferralOption55: readonly AgeCoefficient[]
  /** Value of a point when a pension begins, in ten-thousandths of a dirham. */
  readonly pointValue: number
  /** Of the points acquired since 2003, what the capital option takes: hundredths of a percent. */
  readonly capitalShare: number
  /** Below so many points there is one payment and no pension. */
  readonly singlePaymentPoints: number
}

/** One option's part of a pension. */
export interface PensionPart {
  readonly option: AgeOption
  readonly held: bigint
  readonly takenAsCapital: bigint
  readonly kept: bigint
  readonly coefficient: number
  /** Points kept × value of a point, a year. */
  readonly beforeCoefficient: Dirhams
  readonly yearly: Dirhams
}

export interface Pension {
  readonly from: LocalDate
  readonly age: number
  readonly parts: readonly PensionPart[]
  readonly kept: bigint
  readonly yearly: Dirhams
  readonly monthly: Dirhams
  /** Too few points for a pension: they are paid at once. */
  readonly isSinglePayment: boolean
}

/** The age from which the whole pension is due. */
export function fullAgeOf(option: AgeOption, rules: Pick<PensionRules, 'normalAge'>): number {
  if (option === 'age_55') return 55
  return option === 'age_50' ? 50 : rules.normalAge
}

/**
 * The first day of the first quarter after the birthday of that age (rule of 1995). An unknown day of birth is kept as
 * 1 July of its year.
 */
export function pensionDate(bornOn: LocalDate, age: number): LocalDate {
  return startOfNextQuarter(addMonths(bornOn, age * 12))
}

/** The age of a pension that begins on a day: a birthday on that very day belongs to the next quarter (rule of 1995). */
export function ageAt(bornOn: LocalDate, from: LocalDate): number {
  return yearsBetween(bornOn, addDays(from, -1))
}

/**
 * A pension, in the order in force since January 2006: the points of the capital option first, then the coefficient of
 * the age. Each part is rounded half up to the centime, before and after its coefficient; the month is a twelfth.
 * Raises RangeError before the earliest age.
 */
export function workOutPension(
  held: readonly HeldPoints[],
  at: { readonly bornOn: LocalDate; readonly from: LocalDate; readonly asCapital: boolean },
  rules: PensionRules,
): Pension {
  const age = ageAt(at.bornOn, at.from)
  if (age < rules.earliestAge) throw new RangeError(`no pension begins at ${age}`)
  const parts = held.map((one) => partOf(one, { age, asCapital: at.asCapital }, rules))
  const kept = parts.reduce((all, part) => all + part.kept, 0n)
  const yearly = sum(parts.map((part) => part.yearly))
  return {
    from: at.from,
    age,
    parts,
    kept,
    yearly,
    monthly: monthlyOf(yearly),
    isSinglePayment: areTooFew(kept, rules),
  }
}

/** Below the points of the parameter, the capital taken, one payment takes the place of the pension (RGR 2017). */
export function areTooFew(
  points: bigint,
  { singlePaymentPoints }: Pick<PensionRules, 'singlePaymentPoints'>,
): boolean {
  return points < BigInt(singlePaymentPoints) * 100n
}

function partOf(
  held: HeldPoints,
  at: { readonly age: number; readonly asCapital: boolean },
  rules: PensionRules,
): PensionPart {
  const takenAsCapital = at.asCapital
    ? halfUp(held.since2003 * BigInt(rules.capitalShare), 10_000n)
    : 0n
  const kept = held.points - takenAsCapital
  const coefficient = coefficientAt(held.option, at.age, rules)
  const beforeCoefficient = valueOfPoints(kept, rules.pointValue)
  return {
    option: held.option,
    held: held.points,
    takenAsCapital,
    kept,
    coefficient,
    beforeCoefficient,
    yearly: applyRate(beforeCoefficient, coefficient, halfUp),
  }
}

/** A month is a twelfth, half up. */
export function monthlyOf(yearly: Dirhams): Dirhams {
  return centimes(halfUp(yearly, 12n))
}

/** Hundredths of a point × ten-thousandths of a dirham, to the centime. */
export function valueOfPoints(points: bigint, pointValue: number): Dirhams {
  return centimes(halfUp(points * BigInt(pointValue), 10_000n))
}

/**
 * What the age takes away or adds, in ten-thousandths. Between two ages of a published table the lower one counts, which
 * never promises too much; beyond its last age nothing more is added.
 */
export function coefficientAt(option: AgeOption, age: number, rules: PensionRules): number {
  const row = coefficientRow(option, age, rules)
  if (row) return row.coefficient
  return age < fullAgeOf(option, rules) ? noPensionAt(age) : 10_000
}

/** The line of the published table that counts at an age: none for a whole pension, nor where nothing is published. */
export function coefficientRow(
  option: AgeOption,
  age: number,
  rules: PensionRules,
): AgeCoefficient | undefined {
  const fullAge = fullAgeOf(option, rules)
  if (age < fullAge) return atOrBelow(rules.anticipation, age)
  if (age === fullAge || option === 'age_50') return undefined
  return atOrBelow(option === 'age_55' ? rules.deferralOption55 : rules.deferral, age)
}

function atOrBelow(table: readonly AgeCoefficient[], age: number): AgeCoefficient | undefined {
  return [...table].sort((a, b) => a.age - b.age).findLast((row) => row.age <= age)
}

function noPensionAt(age: number): never {
  throw new RangeError(`no coefficient is known at ${age}`)
}
