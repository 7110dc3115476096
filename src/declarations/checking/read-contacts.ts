import { fundLength, inFundForm } from './fund-form.ts'
import type { LineNotes } from './line-notes.ts'
import { isAbbreviated, tellAbbreviated, tellTooLong } from './read-digits.ts'
import type { SourceLine } from './source-line.ts'
import { isAllZeros } from './text-forms.ts'

/** Nine digits beginning with 1 and a check digit; ten nines for «none» (contribution-file.md, field 18). */
export function readCnssNumber(line: SourceLine, notes: LineNotes): string | null {
  if (!line.has('cnssNumber')) return null
  const text = line.text('cnssNumber')
  const value = text.trim()
  if (value === '9999999999') return null
  if (!/^1\d{8}$/.test(value)) return explainCnssNumber(value, notes)
  if (text.startsWith(' ')) {
    const correction = inFundForm('cnssNumber', value)
    notes.found('cnssNumber', 'not_left_aligned', { value, correction })
  }
  if (!hasCnssCheckDigit(value)) notes.found('cnssNumber', 'cnss_check_digit', { value })
  return value
}

/** What was meant, where digits can be found in it. */
function explainCnssNumber(value: string, notes: LineNotes): string | null {
  if (value === '' || isAllZeros(value) || value === '999999999') {
    notes.found('cnssNumber', 'cnss_missing', { value, correction: '9999999999' })
    return null
  }
  if (isAbbreviated(value)) {
    tellAbbreviated('cnssNumber', value, notes)
    return null
  }
  if (value.length > fundLength('cnssNumber')) {
    tellTooLong('cnssNumber', value, notes)
    return null
  }
  const digits = /^0?(1\d{8})$/.exec(value.replace(/[\s.-]/g, ''))?.[1]
  const correction = digits && inFundForm('cnssNumber', digits)
  notes.found('cnssNumber', 'cnss_malformed', { value, correction })
  return digits ?? value
}

/** `C9 = (10 − ((C2+C4+C6+C8)×2 + C3+C5+C7) mod 10) mod 10` (contribution-file.md). Evidence, not authority: never blocking. */
export function hasCnssCheckDigit(number: string): boolean {
  const digit = (index: number) => number.charCodeAt(index) - 48
  const twice = digit(1) + digit(3) + digit(5) + digit(7)
  const once = digit(2) + digit(4) + digit(6)
  return (10 - ((twice * 2 + once) % 10)) % 10 === digit(8)
}

/** 00212 and nine digits, zeros or spaces for none (contribution-file.md, field 19); national writing is completed and said. */
export function readMobile(line: SourceLine, notes: LineNotes): string | null {
  const text = line.text('mobile')
  if (/^00212[5-8]\d{8}$/.test(text)) return text
  const value = text.trim()
  if (value === '' || isAllZeros(value)) return null
  const international = internationalNumber(value)
  if (international === value) return value
  const correction = international && inFundForm('mobile', international)
  notes.found('mobile', 'mobile_malformed', { value, correction })
  return international ?? null
}

function internationalNumber(value: string): string | undefined {
  const digits = value.replace(/[\s.()-]/g, '').replace(/^\+/, '00')
  if (/^00[1-9]\d{6,11}$/.test(digits)) return digits
  const national = /^(?:0|212)?([5-8]\d{8})$/.exec(digits)?.[1]
  return national && `00212${national}`
}

/** An address is only a help to reach the member: a bad one is left out and said, never refused. */
export function readEmail(line: SourceLine, notes: LineNotes): string | null {
  const value = line.text('email').trim()
  if (value === '') return null
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
  if (isAddress && value.length <= fundLength('email')) return value
  notes.found('email', isAddress ? 'email_too_long' : 'email_malformed', { value })
  return null
}
