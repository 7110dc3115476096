import {
  addDays,
  type LocalDate,
  localDate,
  localDateFromParts,
  partsOf,
} from '../../calendar/index.ts'
import { westernDigits } from '../../money/index.ts'
import type { LineField } from './fields.ts'
import { fundLength } from './fund-form.ts'
import type { LineNotes } from './line-notes.ts'
import { readDigits } from './read-digits.ts'
import type { SourceLine } from './source-line.ts'
import { isAllDigits, isBlank } from './text-forms.ts'

type DateField = Extract<LineField, 'joinedOn' | 'bornOn' | 'leftOn'>

/** A JJMMAAAA day; zeros or spaces are «none», as the three known programs write it (contribution-file.md, field 16). */
export function readDate(field: DateField, line: SourceLine, notes: LineNotes): LocalDate | null {
  const number = line.digits(field)
  if (number === 0) return null
  if (number > 0) return dayMonthYear(number) ?? explain(field, line.text(field), notes)
  const text = line.text(field)
  if (isBlank(text)) return null
  if (!notes.isInTable(field) || isAlmostDay(field, text, notes))
    return explainDigits(field, text, notes)
  if (isSerial(text)) return serial(field, text, notes)
  const value = text.trim()
  return isShortYear(field, value, notes) ? null : impossible(field, value, notes)
}

/** Days since the first of 1900, as spreadsheets count them when a cell is not shown as a date: 1927 to 2100. */
function isSerial(text: string): boolean {
  return /^[1-7]\d{4}$/.test(text)
}

function serial(field: DateField, value: string, notes: LineNotes): null {
  const { year, month, day } = partsOf(addDays(localDate('1899-12-30'), Number(value)))
  const correction = `${String(day).padStart(2, '0')}${String(month).padStart(2, '0')}${year}`
  notes.found(field, 'date_serial', { value, correction })
  return null
}

/** The first year of the fund: nobody was affiliated before, or left. */
const firstYear = 49
/** Born later than this, nobody is declared yet; earlier in the century before, nobody is any more. */
const lastBirth = 30

/** «01/04/12», as spreadsheets show a day when they are left to it: proposed where one century only is possible, and never made unasked. */
function isShortYear(field: DateField, value: string, notes: LineNotes): boolean {
  const [, day = '', , month = '', year = ''] =
    /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})$/.exec(value) ?? []
  if (year === '') return false
  const isPast = Number(year) >= (field === 'bornOn' ? lastBirth : firstYear)
  if (!isPast && field === 'bornOn') return false
  const whole = `${isPast ? '19' : '20'}${year}`
  if (!plausible(Number(whole), Number(month), Number(day))) return false
  const correction = day.padStart(2, '0') + month.padStart(2, '0') + whole
  notes.found(field, 'date_short_year', { value, correction })
  return true
}

/** A day but for a letter in place of a digit, or for the writing of its digits. */
function isAlmostDay(field: DateField, text: string, notes: LineNotes): boolean {
  const digits = westernDigits(text).replace(/[OoIl]/g, '0')
  const read = notes.reading(field, digits.trim())
  return isAllDigits(read) && read.length === fundLength(field)
}

export function readRequiredDate(
  field: DateField,
  line: SourceLine,
  notes: LineNotes,
): LocalDate | null {
  const date = readDate(field, line, notes)
  if (date === null && !notes.isBlocked(field)) {
    notes.found(field, 'date_missing', { value: line.text(field).trim() })
  }
  return date
}

/** The days read so far by their JJMMAAAA: a life has fewer days than a large file has lines. */
const days = new Map<number, LocalDate | null>()
const mostDays = 80_000

/** JJMMAAAA as one number: three dates on every line make this worth keeping free of strings. */
function dayMonthYear(number: number): LocalDate | null {
  const known = days.get(number)
  if (known !== undefined) return known
  if (days.size >= mostDays) days.clear()
  const month = Math.floor(number / 10_000) % 100
  const day = plausible(number % 10_000, month, Math.floor(number / 1_000_000))
  days.set(number, day)
  return day
}

function yearMonthDay(number: number): LocalDate | null {
  return plausible(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100)
}

function plausible(year: number, month: number, day: number): LocalDate | null {
  if (year < 1900 || year > 2100) return null
  return localDateFromParts(year, month, day) ?? null
}

function explainDigits(field: DateField, text: string, notes: LineNotes): null {
  readDigits(field, text, notes)
  return null
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

function impossible(field: DateField, value: string, notes: LineNotes): null {
  notes.found(field, 'date_impossible', { value })
  return null
}
