import { type LocalDate, parseLocalDate } from '../calendar/index.ts'
import {
  centimes,
  decimalString,
  type Dirhams,
  parseTypedDirhams,
  typedNumber,
  westernDigits,
} from '../money/index.ts'
import { readDay, writtenDay } from '../web/read-day.ts'

export type ScalarMistake =
  | 'empty'
  | 'not_a_number'
  | 'not_whole'
  | 'too_many_decimals'
  | 'out_of_range'
  | 'not_an_amount'
  | 'not_a_day'
  | 'not_a_code'
  | 'too_long'
  | 'not_a_choice'

export type Typed<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly mistake: ScalarMistake }

/** One value as people type it, as a field shows it again, and as the database keeps it (JSON). */
export interface Scalar<V> {
  readonly name: 'whole' | 'rate' | 'decimal' | 'amount' | 'text' | 'code' | 'day' | 'choice'
  /** What a number may be, as a sentence says it. */
  readonly least?: string
  readonly most?: string
  /** What may be chosen. */
  readonly choices?: readonly string[]
  parse(typed: string): Typed<V>
  write(value: V): string
  /** Anything else than what `save` gave is a fault of the installation. */
  load(stored: unknown): V
  save(value: V): string | number
}

const ok = <V>(value: V): Typed<V> => ({ ok: true, value })
const wrong = (mistake: ScalarMistake): Typed<never> => ({ ok: false, mistake })

/** A count: days, hours, months, years, points. */
export function whole(least: number, most: number): Scalar<number> {
  return numbers('whole', 0, { least, most })
}

/** A percentage in hundredths of a percent: «4,88» is 488. */
export const rate: Scalar<number> = numbers('rate', 2, { least: 0, most: 100 })

/** A coefficient in ten-thousandths: «1,3889» is 13 889, and multiplies an amount like a rate does. */
export const decimal: Scalar<number> = numbers('decimal', 4, { least: 0, most: 1000 })

interface Range {
  readonly least: number
  readonly most: number
}

function numbers(name: Scalar<number>['name'], decimals: number, range: Range): Scalar<number> {
  const unit = 10 ** decimals
  const isWithin = (value: number) => value >= range.least * unit && value <= range.most * unit
  return {
    name,
    least: String(range.least),
    most: String(range.most),
    parse(typed) {
      const text = typedNumber(typed)
        .replace(/[\u00a0\u202f]/g, ' ')
        .replace(/[%\u066a]\s*$/, '')
        .trim()
      if (text === '') return wrong('empty')
      const found = /^(\d{1,9}|\d{1,3}(?: \d{3}){1,2})(?:[.,](\d+))?$/.exec(text)
      if (!found) return wrong(/^[-\u2212]\d/.test(text) ? 'out_of_range' : 'not_a_number')
      const [, before = '', after = ''] = found
      if (after.length > decimals) return wrong(decimals === 0 ? 'not_whole' : 'too_many_decimals')
      const value = Number(before.replaceAll(' ', '') + after.padEnd(decimals, '0'))
      return isWithin(value) ? ok(value) : wrong('out_of_range')
    },
    write(value) {
      const digits = String(value).padStart(decimals + 1, '0')
      if (decimals === 0) return digits
      const after = digits.slice(-decimals).replace(/0+$/, '')
      return after === '' ? digits.slice(0, -decimals) : `${digits.slice(0, -decimals)},${after}`
    },
    load(stored) {
      if (typeof stored === 'number' && Number.isSafeInteger(stored) && isWithin(stored))
        return stored
      throw notStored(name, stored)
    },
    save: (value) => value,
  }
}

/** An amount in centimes: «18 000,00» is 1 800 000. */
export const amount: Scalar<Dirhams> = {
  name: 'amount',
  parse(typed) {
    const parsed = parseTypedDirhams(typed)
    if (parsed.ok) return ok(parsed.value)
    return wrong(parsed.reason === 'empty' ? 'empty' : 'not_an_amount')
  },
  write: (value) => decimalString(value).replace('.', ','),
  load(stored) {
    if (typeof stored === 'number' && Number.isSafeInteger(stored) && stored >= 0)
      return centimes(stored)
    throw notStored('amount', stored)
  },
  save: (value) => Number(value),
}

const mostLetters = 120

/** Words shown to people: names, labels. */
export const words: Scalar<string> = {
  name: 'text',
  parse(typed) {
    const text = typed.normalize('NFC').trim().replace(/\s+/g, ' ')
    if (text === '') return wrong('empty')
    if (text.length > mostLetters) return wrong('too_long')
    return /[\p{Cc}\p{Cf}]/u.test(text) ? wrong('not_a_code') : ok(text)
  },
  write: (value) => value,
  load: (stored) => textOrFault('text', stored),
  save: (value) => value,
}

/** A short code of a fixed form, such as the three digits of a bank. */
export function code(form: RegExp): Scalar<string> {
  return {
    name: 'code',
    parse(typed) {
      const text = westernDigits(typed).trim()
      if (text === '') return wrong('empty')
      return form.test(text) ? ok(text) : wrong('not_a_code')
    },
    write: (value) => value,
    load: (stored) => textOrFault('code', stored),
    save: (value) => value,
  }
}

export const day: Scalar<LocalDate> = {
  name: 'day',
  parse(typed) {
    if (typed.trim() === '') return wrong('empty')
    const found = readDay(typed)
    return found ? ok(found) : wrong('not_a_day')
  },
  write: (value) => writtenDay(value),
  load(stored) {
    const parsed = parseLocalDate(textOrFault('day', stored))
    if (parsed.ok) return parsed.value
    throw notStored('day', stored)
  },
  save: (value) => value,
}

export function oneOf<const C extends string>(choices: readonly C[]): Scalar<C> {
  const find = (text: unknown) => choices.find((choice) => choice === text)
  return {
    name: 'choice',
    choices,
    parse(typed) {
      const found = find(typed)
      if (found) return ok(found)
      return wrong(typed === '' ? 'empty' : 'not_a_choice')
    },
    write: (value) => value,
    load(stored) {
      const found = find(stored)
      if (found) return found
      throw notStored('choice', stored)
    },
    save: (value) => value,
  }
}

function textOrFault(name: string, stored: unknown): string {
  if (typeof stored === 'string') return stored
  throw notStored(name, stored)
}

function notStored(name: string, stored: unknown): Error {
  return new Error(`a parameter of the database is not a ${name}: ${JSON.stringify(stored)}`)
}
