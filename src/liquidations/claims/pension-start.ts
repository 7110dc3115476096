import { addMonths, type LocalDate, startOfNextQuarter } from '../../calendar/index.ts'
import { milestones } from '../nearing.ts'
import { ageAt, pensionDate } from '../pension.ts'
import type { ClaimKind } from './claim.ts'

export interface PensionStart {
  readonly from: LocalDate
  /** As the coefficient reads it: a birthday on that very day belongs to the next quarter. */
  readonly age: number
}

interface Person {
  readonly bornOn: LocalDate
  readonly endedOn: LocalDate
  /** The day on which the claim is made. */
  readonly askedOn: LocalDate
}

/**
 * From when the pension of a claim would run: never before the quarter that follows the end of employment; at its own date
 * when it is a normal one (rule of 1995), from the quarter after the claim when it is early or deferred; a single payment at the
 * first of the two, since it waits for no age (ours: not published).
 */
export function pensionStart(
  kind: ClaimKind,
  { bornOn, endedOn, askedOn }: Person,
  fullAge: number,
): PensionStart {
  const afterEnd = startOfNextQuarter(endedOn)
  const asked = startOfNextQuarter(askedOn)
  const whole = pensionDate(bornOn, fullAge)
  const own = ownDay(kind, asked, whole)
  const from = own > afterEnd ? own : afterEnd
  return { from, age: ageAt(bornOn, from) }
}

/** The first day on which any pension of the person could run: employment has ended, and it is asked for. */
export function soonestStart({ endedOn, askedOn }: Omit<Person, 'bornOn'>): LocalDate {
  return startOfNextQuarter(endedOn > askedOn ? endedOn : askedOn)
}

function ownDay(kind: ClaimKind, asked: LocalDate, whole: LocalDate): LocalDate {
  if (kind === 'early' || kind === 'deferred') return asked
  return kind === 'single_payment' && asked < whole ? asked : whole
}

export type KindDoubt = 'too_young' | 'looks_normal' | 'looks_early' | 'looks_deferred' | 'waits'

interface Ages {
  readonly fullAge: number
  readonly earliestAge: number
  /** The day that `soonestStart` gives. */
  readonly soonest: LocalDate
}

/** A whole pension is announced, and asked for, so many months before it begins at most (ours: those of the first mail). */
const [longestWait] = milestones

/**
 * What does not fit between the kind that was chosen and the age at which the pension would begin, or that it would begin in
 * years: said, for the agent to decide.
 */
export function doubtOf(
  kind: ClaimKind,
  { from, age }: PensionStart,
  ages: Ages,
): KindDoubt | null {
  if (age < ages.earliestAge) return 'too_young'
  if (kind === 'normal' && from > addMonths(ages.soonest, longestWait)) return 'waits'
  if (kind === 'normal') return age > ages.fullAge ? 'looks_deferred' : null
  if (kind === 'early') return age >= ages.fullAge ? 'looks_normal' : null
  if (kind !== 'deferred' || age > ages.fullAge) return null
  return age < ages.fullAge ? 'looks_early' : 'looks_normal'
}
