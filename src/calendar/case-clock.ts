import { addWorkingTime, type Holidays, workingMsBetween } from './working-time.ts'

/**
 * The clock of one file at the agency: it runs from the complete file and pauses while the applicant owes
 * something, or while a current delegate may object (leaflet, validation within 48 h; decision «48 h elapsed»).
 */
export type CaseClock = { readonly spentMs: number; readonly runningSince: Date | null }

/** The file is complete: its time begins. */
export function startClock(now: Date): CaseClock {
  return { spentMs: 0, runningSince: now }
}

/** Pausing keeps what was spent; a paused clock stays as it is. */
export function pauseClock(clock: CaseClock, now: Date, holidays: Holidays): CaseClock {
  return { spentMs: spentMsAt(clock, now, holidays), runningSince: null }
}

/** Resuming a running clock changes nothing, so a repeated event cannot give time back. */
export function resumeClock(clock: CaseClock, now: Date): CaseClock {
  return clock.runningSince === null ? { ...clock, runningSince: now } : clock
}

/** The time that counted until then, in milliseconds: without Saturdays, Sundays and holidays. */
export function spentMsAt(clock: CaseClock, now: Date, holidays: Holidays): number {
  if (clock.runningSince === null) return clock.spentMs
  return clock.spentMs + workingMsBetween(clock.runningSince, now, holidays)
}

/** What is left of the time allowed; negative once it is overdue. */
export function remainingMs(
  clock: CaseClock,
  allowedMs: number,
  now: Date,
  holidays: Holidays,
): number {
  return allowedMs - spentMsAt(clock, now, holidays)
}

/** When the time allowed runs out if nothing pauses it; nothing while the clock is paused. */
export function dueAt(clock: CaseClock, allowedMs: number, holidays: Holidays): Date | null {
  if (clock.runningSince === null) return null
  return addWorkingTime(clock.runningSince, Math.max(0, allowedMs - clock.spentMs), holidays)
}
