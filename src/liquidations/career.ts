import {
  compareQuarters,
  formatQuarter,
  lastDay,
  type LocalDate,
  nextQuarter,
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

/** A quarter in service that gives nothing to a career, and why. */
export interface Gap {
  readonly quarter: Quarter
  readonly category: string
  /** The category was declared without this person, with them but no salary, or not at all yet. */
  readonly reason: 'left_out' | 'no_salary' | 'undeclared'
}

/** What a career is told of: as it is on a day, and until it ends. */
export interface CareerBounds {
  readonly today: LocalDate
  /** The end of employment or the death, as a claim states it; nothing while somebody works on. */
  readonly endedOn: LocalDate | null
}

/**
 * The ended quarters of somebody's service without any salary, oldest first, each once whatever the categories: the estimate and
 * the claim of a person name the same (product L2, L4).
 */
export function gapsOf(
  services: readonly Service[],
  career: readonly CareerQuarter[],
  { today, endedOn }: CareerBounds,
  isDeclared: (category: string, quarter: Quarter) => boolean,
): Gap[] {
  const paid = new Set(named(career.filter(({ salary }) => salary > 0n)))
  const declaredWith = new Set(named(career))
  const ended = lastDay(previousQuarter(quarterOf(today)))
  const gaps = new Map<string, Gap>()
  for (const { category, from, until } of services)
    for (const quarter of quartersBetween(
      quarterOf(from),
      quarterOf(earliest(ended, until, endedOn)),
    )) {
      const name = formatQuarter(quarter)
      if (paid.has(name) || gaps.has(name)) continue
      const declared = isDeclared(category, quarter) ? 'left_out' : 'undeclared'
      gaps.set(name, { quarter, category, reason: declaredWith.has(name) ? 'no_salary' : declared })
    }
  return [...gaps.values()].sort((a, b) => compareQuarters(a.quarter, b.quarter))
}

const named = (quarters: readonly { readonly quarter: Quarter }[]) =>
  quarters.map(({ quarter }) => formatQuarter(quarter))

function earliest(day: LocalDate, ...others: readonly (LocalDate | null)[]): LocalDate {
  return others.reduce<LocalDate>((first, one) => (one && one < first ? one : first), day)
}

/** Quarters that follow one another, as the first and the last of each run: a long absence is read in one line. */
export function runsOf(quarters: readonly Quarter[]): { first: Quarter; last: Quarter }[] {
  const runs: { first: Quarter; last: Quarter }[] = []
  for (const quarter of quarters) {
    const run = runs.at(-1)
    if (run && compareQuarters(nextQuarter(run.last), quarter) === 0) run.last = quarter
    else runs.push({ first: quarter, last: quarter })
  }
  return runs
}

/** The quarters declared that give no points yet because nobody has paid, or the bank has not said so; oldest first. */
export function unpaidOf(career: readonly CareerQuarter[]): CareerQuarter[] {
  return career
    .filter(({ earning }) => ['to_pay', 'late', 'collecting'].includes(earning))
    .sort((a, b) => compareQuarters(a.quarter, b.quarter) || (a.category < b.category ? -1 : 1))
}

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
