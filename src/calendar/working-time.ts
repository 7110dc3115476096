import { addDays, dayOfWeek, type LocalDate } from './local-date.ts'
import { localDateAt, startOfDay } from './zone.ts'

export type Holidays = ReadonlySet<LocalDate>

/** Saturdays, Sundays and Moroccan holidays do not count in the agency's 48 hours (decision «48 h elapsed»). */
export function isWorkingDay(date: LocalDate, holidays: Holidays): boolean {
  const day = dayOfWeek(date)
  return day !== 0 && day !== 6 && !holidays.has(date)
}

/** Milliseconds from one instant to another, whole non-working days left out; 0 when the second is not later. */
export function workingMsBetween(from: Date, to: Date, holidays: Holidays): number {
  let counted = 0
  for (let date = localDateAt(from); ; date = addDays(date, 1)) {
    const begins = startOfDay(date)
    if (begins >= to) return counted
    if (isWorkingDay(date, holidays))
      counted += overlapMs(begins, startOfDay(addDays(date, 1)), from, to)
  }
}

/** The first instant at which that much working time has gone by: how a due time is found from its start. */
export function addWorkingTime(from: Date, ms: number, holidays: Holidays): Date {
  if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`addWorkingTime: ${ms} ms cannot elapse`)
  if (ms === 0) return new Date(from)
  let left = ms
  for (let date = localDateAt(from); ; date = addDays(date, 1)) {
    if (!isWorkingDay(date, holidays)) continue
    const begins = Math.max(startOfDay(date).getTime(), from.getTime())
    const available = startOfDay(addDays(date, 1)).getTime() - begins
    if (left <= available) return new Date(begins + left)
    left -= available
  }
}

function overlapMs(begins: Date, ends: Date, from: Date, to: Date): number {
  const start = Math.max(begins.getTime(), from.getTime())
  const stop = Math.min(ends.getTime(), to.getTime())
  return Math.max(0, stop - start)
}
