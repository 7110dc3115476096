import { type LocalDate, localDateFromParts } from '../calendar/index.ts'
import { typedNumber } from '../money/index.ts'

/** Reads «31/12/2027», or «٣١/١٢/٢٠٢٧», as people type it; nothing when it is not a day. */
export function readDay(typed: string): LocalDate | undefined {
  const found = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(typedNumber(typed).trim())
  if (!found) return undefined
  return localDateFromParts(Number(found[3]), Number(found[2]), Number(found[1]))
}

/** A day as a date field shows it again. */
export function writtenDay(day: LocalDate | null): string {
  return day === null ? '' : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
