import { type LocalDate, localDateFromParts } from '../../calendar/index.ts'
import type { FieldName } from './fields.ts'
import type { LineNotes } from './line-notes.ts'
import { readDigits } from './read-digits.ts'
import { isAllZeros, isBlank } from './text-forms.ts'

type DateField = Extract<FieldName, 'joinedOn' | 'bornOn' | 'leftOn'>

/** A JJMMAAAA day; zeros or spaces are «none», as the three known programs write it (contribution-file.md, field 16). */
export function readDate(field: DateField, text: string, notes: LineNotes): LocalDate | null {
  if (isNoDate(text)) return null
  const digits = readDigits(field, text, notes)
  if (digits === null) return null
  return dayMonthYear(Number(digits)) ?? explain(field, digits, notes)
}

export function readRequiredDate(
  field: DateField,
  text: string,
  notes: LineNotes,
): LocalDate | null {
  if (isNoDate(text)) notes.found(field, 'date_missing', { value: text.trim() })
  return readDate(field, text, notes)
}

function isNoDate(text: string): boolean {
  return isAllZeros(text) || isBlank(text)
}

/** JJMMAAAA as one number: three dates on every line make this worth keeping free of strings. */
function dayMonthYear(number: number): LocalDate | null {
  return plausible(
    number % 10_000,
    Math.floor(number / 10_000) % 100,
    Math.floor(number / 1_000_000),
  )
}

function yearMonthDay(number: number): LocalDate | null {
  return plausible(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100)
}

function plausible(year: number, month: number, day: number): LocalDate | null {
  if (year < 1900 || year > 2100) return null
  return localDateFromParts(year, month, day) ?? null
}

/** Both readings can never hold at once: an ISO day read as JJMMAAAA has a year of at most 1231. */
function explain(field: DateField, digits: string, notes: LineNotes): LocalDate | null {
  if (yearMonthDay(Number(digits))) {
    const correction = digits.slice(6) + digits.slice(4, 6) + digits.slice(0, 4)
    notes.found(field, 'date_iso_order', { value: digits, correction })
    return null
  }
  return field === 'bornOn' ? midYear(digits, notes) : impossible(field, digits, notes)
}

/** Birth day or month unknown: the 1st of July of that year (the fund’s rule of 1995). */
function midYear(digits: string, notes: LineNotes): LocalDate | null {
  const isUnknown = digits.startsWith('00') || digits.slice(2, 4) === '00'
  const birthday = isUnknown ? plausible(Number(digits.slice(4)), 7, 1) : null
  if (birthday === null) return impossible('bornOn', digits, notes)
  const correction = `0107${digits.slice(4)}`
  notes.found('bornOn', 'birth_day_unknown', { value: digits, correction })
  return birthday
}

function impossible(field: DateField, digits: string, notes: LineNotes): null {
  notes.found(field, 'date_impossible', { value: digits })
  return null
}
