import {
  firstDay,
  type LocalDate,
  nextQuarter,
  type Quarter,
  quarterOf,
  quartersBetween,
} from '../calendar/index.ts'
import {
  ageAt,
  type AgeOption,
  coefficientRow,
  fullAgeOf,
  pensionDate,
  type PensionRules,
} from './pension.ts'

/** `mixed`: whole under one option, early or deferred under another. */
export type DepartureKind = 'early' | 'full' | 'deferred' | 'mixed'

/** A quarter in which a pension may begin. */
export interface Departure {
  readonly quarter: Quarter
  readonly from: LocalDate
  readonly age: number
  readonly kind: DepartureKind
}

const lastAge = 70

/**
 * The quarters in which somebody may begin their pension: from the next one, not before the earliest age, and only at an age
 * whose coefficient is published; until 70, beyond which nothing more is added (site of the fund).
 */
export function departuresOf(
  bornOn: LocalDate,
  options: readonly AgeOption[],
  today: LocalDate,
  rulesAt: (from: LocalDate) => PensionRules,
): Departure[] {
  const next = nextQuarter(quarterOf(today))
  const earliest = quarterOf(pensionDate(bornOn, rulesAt(firstDay(next)).earliestAge))
  const first = firstDay(earliest) > firstDay(next) ? earliest : next
  const untilAge = quarterOf(pensionDate(bornOn, lastAge))
  const last = firstDay(untilAge) > firstDay(first) ? untilAge : yearLater(first)
  return quartersBetween(first, last).flatMap((quarter) => {
    const from = firstDay(quarter)
    const rules = rulesAt(from)
    const age = ageAt(bornOn, from)
    return options.every((option) => isPublished(option, age, rules))
      ? [{ quarter, from, age, kind: kindAt(age, options, rules) }]
      : []
  })
}

function yearLater(quarter: Quarter): Quarter {
  return { year: quarter.year + 1, quarter: quarter.quarter }
}

/** A pension may begin at that age, and its coefficient is published. */
export function isPublished(option: AgeOption, age: number, rules: PensionRules): boolean {
  if (age < rules.earliestAge) return false
  return age >= fullAgeOf(option, rules) || coefficientRow(option, age, rules) !== undefined
}

function kindAt(age: number, options: readonly AgeOption[], rules: PensionRules): DepartureKind {
  const kinds = new Set(options.map((option) => kindOf(age, fullAgeOf(option, rules))))
  const [only] = kinds
  return kinds.size === 1 && only ? only : 'mixed'
}

function kindOf(age: number, fullAge: number): DepartureKind {
  if (age === fullAge) return 'full'
  return age < fullAge ? 'early' : 'deferred'
}
