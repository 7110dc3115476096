import { endOfMonth, type LocalDate, localDateFromParts } from './local-date.ts'

export type QuarterNumber = 1 | 2 | 3 | 4

/** The period of a declaration: the fund's statements are quarterly. */
export type Quarter = { readonly year: number; readonly quarter: QuarterNumber }

export type ParsedQuarter =
  | { readonly ok: true; readonly value: Quarter }
  | { readonly ok: false; readonly reason: 'malformed' }

/** Reads «2024T3», the form used in addresses, in file names and in the database. */
export function parseQuarter(text: string): ParsedQuarter {
  const found = /^(\d{4})T([1-4])$/.exec(text)
  if (!found || found[1] === '0000') return { ok: false, reason: 'malformed' }
  return { ok: true, value: { year: Number(found[1]), quarter: Number(found[2]) as QuarterNumber } }
}

/** For quarters the program itself wrote: anything else is a fault. */
export function quarterFrom(text: string): Quarter {
  const parsed = parseQuarter(text)
  if (!parsed.ok) throw new RangeError(`quarterFrom: «${text}» is not a quarter`)
  return parsed.value
}

/** «2024T3», which `parseQuarter` reads. */
export function formatQuarter(quarter: Quarter): string {
  return `${String(quarter.year).padStart(4, '0')}T${quarter.quarter}`
}

export function quarterOf(date: LocalDate): Quarter {
  return fromIndex(Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3))
}

export function firstDay(quarter: Quarter): LocalDate {
  const date = localDateFromParts(quarter.year, quarter.quarter * 3 - 2, 1)
  if (date === undefined) throw new RangeError(`${quarter.year} is outside the calendar`)
  return date
}

export function lastDay(quarter: Quarter): LocalDate {
  const date = localDateFromParts(quarter.year, quarter.quarter * 3, 1)
  if (date === undefined) throw new RangeError(`${quarter.year} is outside the calendar`)
  return endOfMonth(date)
}

export function previousQuarter(quarter: Quarter): Quarter {
  return fromIndex(indexOf(quarter) - 1)
}

export function nextQuarter(quarter: Quarter): Quarter {
  return fromIndex(indexOf(quarter) + 1)
}

/** The first day of the quarter that follows the one of a day. */
export function startOfNextQuarter(day: LocalDate): LocalDate {
  return firstDay(nextQuarter(quarterOf(day)))
}

/** Negative when the first is earlier, zero when equal: the order `sort` expects. */
export function compareQuarters(first: Quarter, second: Quarter): number {
  return indexOf(first) - indexOf(second)
}

/** Every quarter from the first to the last, both included; none when the last is earlier. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const count = indexOf(last) - indexOf(first) + 1
  return Array.from({ length: Math.max(0, count) }, (_, step) => fromIndex(indexOf(first) + step))
}

function indexOf(quarter: Quarter): number {
  return quarter.year * 4 + quarter.quarter - 1
}

function fromIndex(index: number): Quarter {
  return { year: Math.floor(index / 4), quarter: ((index % 4) + 1) as QuarterNumber }
}
