import { type LocalDate, localDateFromParts } from '../calendar/index.ts'
import { typedNumber } from '../money/index.ts'

const asTyped = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/

/** Typed as a day, such as «31/02/2026», which may be none of the calendar. */
export function looksLikeDay(typed: string): boolean {
  return asTyped.test(typedNumber(typed).trim())
}

/** Reads «31/12/2027», or «٣١/١٢/٢٠٢٧», as people type it; nothing when it is not a day. */
export function readDay(typed: string): LocalDate | undefined {
  const found = asTyped.exec(typedNumber(typed).trim())
  if (!found) return undefined
  return localDateFromParts(Number(found[3]), Number(found[2]), Number(found[1]))
}

/** A day as a date field shows it again. */
export function writtenDay(day: LocalDate | null): string {
  return day === null ? '' : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
