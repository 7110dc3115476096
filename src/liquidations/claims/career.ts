import {
  compareQuarters,
  formatQuarter,
  lastDay,
  type LocalDate,
  previousQuarter,
  type Quarter,
  quarterOf,
  quartersBetween,
} from '../../calendar/index.ts'
import type { CareerQuarter, Earning } from '../../members/points.ts'

/** Quarters that earn nothing yet because the company has not paid, or the bank has not said so. */
const unpaidStandings: readonly Earning[] = ['to_pay', 'late', 'collecting']

export interface CareerReading {
  /** Newest first, as the account tells them. */
  readonly quarters: readonly CareerQuarter[]
  /** Nothing was declared there, between the first quarter and the end: to be explained or declared. */
  readonly gaps: readonly Quarter[]
  /** Left out of the pension until they are paid: it is then worked out again by itself (cdac.ma, 2020). */
  readonly unpaid: readonly CareerQuarter[]
}

/** A career by quarter, with its gaps and its unpaid quarters named (product L2). */
export function readCareer(
  quarters: readonly CareerQuarter[],
  endedOn: LocalDate | null,
  today: LocalDate,
): CareerReading {
  const declared = quarters.filter(({ salary }) => salary > 0n).map(({ quarter }) => quarter)
  return {
    quarters,
    gaps: gapsIn(declared, earlierOf(endedOn, lastDay(previousQuarter(quarterOf(today))))),
    unpaid: quarters.filter(({ earning }) => unpaidStandings.includes(earning)),
  }
}

/** A quarter can be declared once it has ended: until then nothing is missing. */
function earlierOf(endedOn: LocalDate | null, lastEnded: LocalDate): LocalDate {
  return endedOn && endedOn < lastEnded ? endedOn : lastEnded
}

function gapsIn(declared: readonly Quarter[], until: LocalDate): Quarter[] {
  const [first] = [...declared].sort(compareQuarters)
  const last = quarterOf(until)
  if (!first || compareQuarters(first, last) > 0) return []
  const known = new Set(declared.map(formatQuarter))
  return quartersBetween(first, last).filter((quarter) => !known.has(formatQuarter(quarter)))
}
