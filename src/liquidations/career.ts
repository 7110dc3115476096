import {
  formatQuarter,
  type LocalDate,
  previousQuarter,
  type Quarter,
  quarterOf,
  quartersBetween,
} from '../calendar/index.ts'
import type { CareerQuarter, CareerYear } from '../members/points.ts'
import { careerYears } from '../members/points.ts'
import type { DatedValue } from '../parameters/parameters.ts'
import type { AgeOption, HeldPoints } from './pension.ts'

/** When somebody's quarters in a category must be declared online. */
export interface Service {
  readonly category: string
  readonly from: LocalDate
  /** The last day, when there is one. */
  readonly until: LocalDate | null
}

/** A quarter in service that nothing was declared for. */
export interface Gap {
  readonly quarter: Quarter
  readonly category: string
  /** The category was declared without this person, or not at all yet. */
  readonly reason: 'left_out' | 'undeclared'
}

/** The ended quarters of somebody's service without any salary, oldest first, each once whatever the categories. */
export function gapsOf(
  services: readonly Service[],
  career: readonly CareerQuarter[],
  at: {
    readonly today: LocalDate
    readonly isDeclared: (category: string, quarter: Quarter) => boolean
  },
): Gap[] {
  const known = new Set(career.map(({ quarter }) => formatQuarter(quarter)))
  const lastEnded = previousQuarter(quarterOf(at.today))
  const gaps = new Map<string, Gap>()
  for (const { category, from, until } of services) {
    const left = until ? quarterOf(until) : lastEnded
    const last = formatQuarter(left) < formatQuarter(lastEnded) ? left : lastEnded
    for (const quarter of quartersBetween(quarterOf(from), last)) {
      const name = formatQuarter(quarter)
      if (known.has(name) || gaps.has(name)) continue
      const reason = at.isDeclared(category, quarter) ? 'left_out' : 'undeclared'
      gaps.set(name, { quarter, category, reason })
    }
  }
  return [...gaps.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, gap]) => gap)
}

/** The quarters declared that give no points yet because nobody has paid, or the bank has not said so; oldest first. */
export function unpaidOf(career: readonly CareerQuarter[]): CareerQuarter[] {
  const waiting = career.filter(({ earning }) => ['to_pay', 'late', 'collecting'].includes(earning))
  return waiting.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

const nameOf = ({ quarter, category }: CareerQuarter) => `${formatQuarter(quarter)} ${category}`

/** What somebody earned under one option. */
export interface OptionCareer {
  readonly option: AgeOption
  /** The newest first. */
  readonly years: readonly CareerYear[]
}

/** A career by the option of its categories: each part of a pension has its own full age. */
export function careersByOption(
  career: readonly CareerQuarter[],
  optionIn: (category: string) => AgeOption,
  referenceSalaries: readonly DatedValue<number>[],
): OptionCareer[] {
  const options = [...new Set(career.map(({ category }) => optionIn(category)))]
  return options.map((option) => ({
    option,
    years: careerYears(
      career.filter(({ category }) => optionIn(category) === option),
      referenceSalaries,
    ),
  }))
}

/** The points that a pension is worked out from: earned so far, or what the career gives once everything is paid. */
export function heldPoints(
  careers: readonly OptionCareer[],
  which: 'earned' | 'expected',
): HeldPoints[] {
  return careers.map(({ option, years }) => ({
    option,
    points: years.reduce((all, year) => all + year[which], 0n),
    since2003: years
      .filter(({ year }) => year >= 2003)
      .reduce((all, year) => all + year[which], 0n),
  }))
}

/** Points of elsewhere are ordinary ones: nobody here knows which option they were paid for. */
export function withElsewhere(
  held: readonly HeldPoints[],
  elsewhere: { readonly points: bigint; readonly since2003: bigint },
): HeldPoints[] {
  if (elsewhere.points === 0n) return [...held]
  const own = held.find(({ option }) => option === 'normal')
  const normal = {
    option: 'normal' as const,
    points: (own?.points ?? 0n) + elsewhere.points,
    since2003: (own?.since2003 ?? 0n) + elsewhere.since2003,
  }
  return [normal, ...held.filter(({ option }) => option !== 'normal')]
}
