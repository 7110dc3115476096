import { centimes, formatDirhamsBare, parseDirhams, typedNumber } from '../../money/index.ts'
import { parseLocalDate } from '../../calendar/index.ts'
import type { LineField } from '../checking/fields.ts'
import { dayForm } from '../checking/tables/cell-forms.ts'
import { fundLength } from '../checking/fund-form.ts'
import { fundLetters } from '../checking/text-forms.ts'

/** How people write a field, and how the file does. What the file holds and nobody could read is shown as it is. */
interface Writing {
  readonly shown: (written: string) => string
  /** Nothing when what was typed cannot be what the field holds. */
  readonly written: (typed: string) => string | null
}

/** Nine digits; left empty for somebody who has no number yet. */
const memberNumber: Writing = {
  shown: (written) => (/^0+$/.test(written) ? '' : written.trim()),
  written: (typed) => digits(typed, fundLength('memberNumber')),
}

/** «6,00» for 0600; four digits are taken as the file writes them. */
const rate: Writing = {
  shown: (written) =>
    /^\d{4}$/.test(written) ? `${Number(written.slice(0, 2))},${written.slice(2)}` : written.trim(),
  written(typed) {
    const [, whole = '', part = ''] = /^(\d{1,2})(?:[.,](\d{1,2}))? ?%?$/.exec(typed) ?? []
    if (whole) return whole.padStart(2, '0') + part.padEnd(2, '0')
    return /^\d{4}$/.test(typed) ? typed : null
  },
}

/** «36 000,25» for 0003600025; ten digits are taken as the file writes them: no salary is a billion. */
const salary: Writing = {
  shown: (written) =>
    /^\d{10}$/.test(written) ? formatDirhamsBare(centimes(BigInt(written))) : written.trim(),
  written(typed) {
    const length = fundLength('salary')
    if (typed === '') return ' '.repeat(length)
    if (/^\d{10}$/.test(typed)) return typed
    const amount = parseDirhams(typed)
    const text = amount.ok ? amount.value.toString() : null
    return text !== null && text.length <= length ? text.padStart(length, '0') : null
  },
}

/** «15/07/1985» for 15071985; typed in every way that a table may write it. */
const day: Writing = {
  shown(written) {
    if (/^[0 ]*$/.test(written)) return ''
    const [, date = '', month = '', year = ''] = /^(\d\d)(\d\d)(\d{4})$/.exec(written) ?? []
    return isDay(date, month, year) ? `${date}/${month}/${year}` : written.trim()
  },
  written(typed) {
    if (typed === '') return '0'.repeat(8)
    const read = dayForm.read(typed.replace(/ /g, '/')) ?? ''
    const [, date = '', month = '', year = ''] = /^(\d\d)(\d\d)(\d{4})$/.exec(read) ?? []
    return isDay(date, month, year) ? read : null
  },
}

function isDay(date: string, month: string, year: string): boolean {
  return parseLocalDate(`${year}-${month}-${date}`).ok
}

const letters = (field: LineField): Writing => ({
  shown: (written) => written.trim(),
  written: (typed) => fitting(fundLetters(typed).replace(/ +/g, ' ').trim(), field),
})

const plain = (field: LineField): Writing => ({
  shown: (written) => written.trim(),
  written: (typed) => fitting(typed, field),
})

const identityNumber: Writing = {
  shown: (written) => (/^[0 ]*$/.test(written) ? '' : written.trim()),
  written: (typed) => fitting(fundLetters(typed).replace(/ /g, ''), 'identityNumber'),
}

/** Ten nines say that there is none; a number has nine digits. */
const cnssNumber: Writing = {
  shown: (written) => (/^[09 ]*$/.test(written) ? '' : written.trim()),
  written(typed) {
    const number = typed.replace(/ /g, '')
    return number === '' ? '9'.repeat(10) : fitting(number, 'cnssNumber')
  },
}

/** «06 61 23 45 67» for 00212661234567. */
const mobile: Writing = {
  shown: (written) => (/^[0 ]*$/.test(written) ? '' : written.trim()),
  written(typed) {
    const number = typed.replace(/[ .-]/g, '').replace(/^\+/, '00')
    if (number === '') return '0'.repeat(fundLength('mobile'))
    return fitting(number.replace(/^0(?=[5-8]\d{8}$)/, '00212'), 'mobile')
  },
}

const fixedDigits = (field: LineField): Writing => ({
  shown: (written) => written.trim(),
  written: (typed) => digits(typed, fundLength(field)),
})

const writings: Readonly<Record<LineField, Writing>> = {
  recordCode: plain('recordCode'),
  employerNumber: fixedDigits('employerNumber'),
  category: fixedDigits('category'),
  memberNumber,
  employeeRate: rate,
  lastName: letters('lastName'),
  firstName: letters('firstName'),
  fullName: letters('fullName'),
  staffNumber: letters('staffNumber'),
  sex: plain('sex'),
  nationality: plain('nationality'),
  joinedOn: day,
  bornOn: day,
  maritalStatus: plain('maritalStatus'),
  children: plain('children'),
  salary,
  leftOn: day,
  identityNumber,
  cnssNumber,
  mobile,
  email: plain('email'),
  quarter: plain('quarter'),
  year: plain('year'),
}

/** A field as people read it. */
export function shownField(field: LineField, written: string): string {
  return writings[field].shown(written)
}

/** A field as the file writes it; nothing when what was typed cannot be. */
export function writtenField(field: LineField, typed: string): string | null {
  return writings[field].written(typedNumber(typed.normalize('NFC')).trim())
}

function digits(typed: string, length: number): string | null {
  const number = typed.replace(/ /g, '')
  return /^\d*$/.test(number) && number.length <= length ? number.padStart(length, '0') : null
}

function fitting(text: string, field: LineField): string | null {
  return text.length <= fundLength(field) ? text : null
}
