import { dayMs } from './durations.ts'
declare const brand: unique symbol

/** A day on the wall calendar, «2024-09-30»: no hour, no zone. Comparing the strings compares the days. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' }

export type ParsedLocalDate =
  | { readonly ok: true; readonly value: LocalDate }
  | { readonly ok: false; readonly reason: 'malformed' | 'impossible' }

const twoDigits = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

/** Reads «2024-09-30»; tells a wrong form («30/09/2024») from a day that does not exist («2023-02-29»). */
export function parseLocalDate(text: string): ParsedLocalDate {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return { ok: false, reason: 'malformed' }
  const value = localDateFromParts(Number(found[1]), Number(found[2]), Number(found[3]))
  return value === undefined ? { ok: false, reason: 'impossible' } : { ok: true, value }
}

/** For days the program itself wrote (constants, rows of the database): anything else is a fault. */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text)
  if (!parsed.ok) throw new RangeError(`localDate: «${text}» is ${parsed.reason}`)
  return parsed.value
}

/** Nothing when the day does not exist. Years go from 1 to 9999, month and day count from 1. */
export function localDateFromParts(
  year: number,
  month: number,
  day: number,
): LocalDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined
  const text = year > 999 ? year : `${year}`.padStart(4, '0')
  return `${text}-${twoDigits[month]}-${twoDigits[day]}` as LocalDate
}

export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(epochDay(date) + days)
}

/** Days from the first to the second: 0 on the same day, negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from)
}

/** Whole years lived between two days, as an age is counted: the birthday itself completes the year. */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** The same day months later; the last day of the month when that month is shorter (31 January + 1 → 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const newYear = Math.floor(index / 12)
  const newMonth = (index % 12) + 1
  return orFault(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** Negative when the first is earlier, zero on the same day: the order `sort` expects. */
export function compareDates(first: LocalDate, second: LocalDate): number {
  if (first === second) return 0
  return first < second ? -1 : 1
}

export function endOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date)
  return orFault(year, month, daysInMonth(year, month))
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(date: LocalDate): number {
  return (((epochDay(date) + 4) % 7) + 7) % 7
}

/** Midnight of the day read as UTC: the step between calendar days and instants, see `zone.ts`. */
export function utcMidnightMs(date: LocalDate): number {
  return epochDay(date) * dayMs
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function epochDay(date: LocalDate): number {
  const { year, month, day } = partsOf(date)
  // Not Date.UTC, which takes the years 1 to 99 for 1901 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / dayMs
}

function fromEpochDay(days: number): LocalDate {
  const instant = new Date(days * dayMs)
  return orFault(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate())
}

function orFault(year: number, month: number, day: number): LocalDate {
  const date = localDateFromParts(year, month, day)
  if (date === undefined) throw new RangeError(`${year}-${month}-${day} is outside the calendar`)
  return date
}
