import {
  addMonths,
  lastDay,
  type LocalDate,
  previousQuarter,
  quarterOf,
} from '../calendar/index.ts'
import type { MembershipState } from '../members/tables.ts'
import type { AgeOption } from './pension.ts'

/** The months before a pension begins at which the company is told (product L1). */
export const milestones = [12, 6, 4] as const
export type Milestone = (typeof milestones)[number]

/** How soon somebody's whole pension begins; `past`: it could be paid already. */
export const nearnesses = [
  'past',
  'months_4',
  'months_6',
  'months_12',
  'months_24',
  'later',
] as const
export type Nearness = (typeof nearnesses)[number]

/** What the list shows: the year that comes and what is past, a year more, or everybody. */
export const horizons = ['year', 'two_years', 'all'] as const
export type Horizon = (typeof horizons)[number]

/** Somebody of the company, and when their whole pension begins. */
export interface NearingMember {
  readonly id: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly category: string
  readonly state: MembershipState
  readonly bornOn: LocalDate
  readonly pensionOn: LocalDate
  /** A claim of their own pension that the company has begun and not sent. */
  readonly draftClaimId: string | null
}

/** A category of the company, and the age from which it gives a whole pension. */
export interface CategoryAge {
  readonly category: string
  readonly option: AgeOption
  readonly age: number
}

/** How near a pension is: the company is asked to prepare it twelve, six and four months before (product L1); it looks two years ahead. */
export function nearnessOf(pensionOn: LocalDate, today: LocalDate): Nearness {
  if (pensionOn <= today) return 'past'
  for (const months of [4, 6, 12, 24] as const)
    if (pensionOn <= addMonths(today, months)) return `months_${months}`
  return 'later'
}

/** The last day that a list of this horizon looks at. */
export function endOf(horizon: Horizon, today: LocalDate): LocalDate | null {
  if (horizon === 'all') return null
  return addMonths(today, horizon === 'year' ? 12 : 24)
}

/**
 * Who is born by this day begins their pension by that one: it begins on the first day of the quarter after the birthday
 * (rule of 1995).
 */
export function bornBy(pensionBy: LocalDate, age: number): LocalDate {
  return addMonths(lastDay(previousQuarter(quarterOf(pensionBy))), -12 * age)
}

/**
 * Before which day a pension must be claimed: rights that nobody claims for so many years are lost to the fund (law 64-12,
 * article 62). Counted from the day of the whole pension, the earliest that it can be.
 */
export function claimBefore(pensionOn: LocalDate, limitationYears: number): LocalDate {
  return addMonths(pensionOn, 12 * limitationYears)
}

/** The nearest milestone that is reached, for who has not begun: each is told once. */
export function milestoneOf(pensionOn: LocalDate, today: LocalDate): Milestone | undefined {
  if (pensionOn <= today) return undefined
  return milestones.findLast((months) => pensionOn <= addMonths(today, months))
}
