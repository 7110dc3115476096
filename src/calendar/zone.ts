import { type LocalDate, localDateFromParts, utcMidnightMs } from './local-date.ts'

/** The fund lives on Casablanca time: UTC+1, and UTC during Ramadan. Only Intl knows the dates. */
export const fundTimeZone = 'Africa/Casablanca'

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: fundTimeZone,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

export type WallTime = {
  readonly date: LocalDate
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** What a clock on a wall in Casablanca shows at that instant. */
export function wallTimeAt(instant: Date): WallTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const part of wallClock.formatToParts(instant)) parts[part.type] = part.value
  const date = localDateFromParts(Number(parts.year), Number(parts.month), Number(parts.day))
  if (date === undefined) throw new RangeError('wallTimeAt: an instant outside the calendar')
  return {
    date,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
  }
}

/** The day that it is in Casablanca at an instant. */
export function localDateAt(instant: Date): LocalDate {
  return wallTimeAt(instant).date
}

/** The first instant of that day in Casablanca: midnight, or 1 o'clock on the few days whose midnight was skipped. */
export function startOfDay(date: LocalDate): Date {
  const midnight = utcMidnightMs(date)
  // Twice: the first guess may stand on the other side of a clock change.
  const guess = midnight - offsetMsAt(new Date(midnight))
  return new Date(midnight - offsetMsAt(new Date(guess)))
}

/** «2026-11-24T11:00:00+01:00»: what that clock shows, with its distance from UTC, for files that others read. */
export function isoTimeAt(instant: Date): string {
  const { date, hour, minute, second } = wallTimeAt(instant)
  const time = [hour, minute, second].map(twoDigits).join(':')
  const offset = offsetMsAt(instant) / 60_000
  const sign = offset < 0 ? '-' : '+'
  const away = Math.abs(offset)
  return `${date}T${time}${sign}${twoDigits(Math.floor(away / 60))}:${twoDigits(away % 60)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function offsetMsAt(instant: Date): number {
  const wall = wallTimeAt(instant)
  const shownMs =
    utcMidnightMs(wall.date) + ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1000
  return shownMs - Math.floor(instant.getTime() / 1000) * 1000
}
