import { centimes, type Dirhams } from './dirhams.ts'
import { typedNumber } from './western-digits.ts'

export type DirhamsMistake =
  | 'empty'
  | 'negative'
  | 'too_many_decimals'
  | 'other_digits'
  | 'too_large'
  | 'not_an_amount'

export type ParsedDirhams =
  | { readonly ok: true; readonly value: Dirhams }
  | { readonly ok: false; readonly reason: DirhamsMistake }

/** The largest amount a person may type: 999 999 999 999,99 DH, far above any declaration, far below int8. */
export const largestDirhams = centimes(99_999_999_999_999n)

const spaces = /[\u0020\u00a0\u202f]/g
const unit = /(?:DH|MAD|درهم)$/i
const plain = /^(\d+)(?:[.,](\d{1,2}))?$/
const spaced = /^(\d{1,3}(?: \d{3})+)(?:[.,](\d{1,2}))?$/
const dotted = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))$|^(\d{1,3}(?:\.\d{3}){2,})$/
/** As a spreadsheet in English shows it. */
const commaed = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))$|^(\d{1,3}(?:,\d{3}){2,})$/

/**
 * Reads an amount as a payroll clerk types or pastes it: «1 234,56», «1.234,56», «1,234.56», «1234.56», with or
 * without «DH». «1.234» is refused rather than guessed: it may be a thousand or three decimals.
 */
export function parseDirhams(text: string): ParsedDirhams {
  const typed = text.replace(spaces, ' ').trim().replace(unit, '').trimEnd()
  const found = plain.exec(typed) ?? spaced.exec(typed) ?? dotted.exec(typed) ?? commaed.exec(typed)
  if (!found) return { ok: false, reason: mistakeIn(typed) }
  const whole = (found[1] ?? found[3] ?? '').replace(/\D/g, '')
  const value = BigInt(whole + (found[2] ?? '').padEnd(2, '0'))
  if (value > largestDirhams) return { ok: false, reason: 'too_large' }
  return { ok: true, value: centimes(value) }
}

/** The same from a field of a form, where an Arabic keyboard types «٣٦٠٠٠٫٢٥»; in a file such digits are a finding with its correction. */
export function parseTypedDirhams(text: string): ParsedDirhams {
  return parseDirhams(typedNumber(text))
}

function mistakeIn(typed: string): DirhamsMistake {
  if (typed === '') return 'empty'
  if (/^[-\u2212\u2013]/.test(typed)) return 'negative'
  if (/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/.test(typed)) return 'other_digits'
  if (/^[\d ]+[.,]\d{3,}$/.test(typed)) return 'too_many_decimals'
  return 'not_an_amount'
}
