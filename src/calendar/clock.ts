import type { LocalDate } from './local-date.ts'
import { localDateAt } from './zone.ts'

/** Where time comes from: the real clock in the portal, a chosen instant in a test. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still, for tests and for replaying a decision as it was taken. */
export function clockAt(instant: Date | string): Clock {
  const stopped = new Date(instant)
  return { now: () => new Date(stopped) }
}

/** Today as the fund's offices see it: the day in Casablanca, not on the server. */
export function todayIn(clock: Clock): LocalDate {
  return localDateAt(clock.now())
}
