import type { DeclaredLine } from './declared-line.ts'
import { fundLength, inFundForm } from './fund-form.ts'
import { type FindingCode, severities } from './finding.ts'
import type { LineNotes } from './line-notes.ts'
import { cardNumber } from './documents-seen.ts'
import { isAbbreviated, tellAbbreviated, tellTooLong } from './read-digits.ts'
import type { SourceLine } from './source-line.ts'
import { fundLetters, isAllDigits, isFundText } from './text-forms.ts'

type LetterField = 'sex' | 'nationality' | 'maritalStatus'

/** M or F (contribution-file.md, field 9). */
export function readSex(line: SourceLine, notes: LineNotes): 'M' | 'F' | null {
  const found = readLetter('sex', line, { allowed: 'MF', unknown: 'sex_unknown', notes })
  return found as 'M' | 'F' | null
}

/** M Moroccan, A other (contribution-file.md, field 10). */
export function readNationality(line: SourceLine, notes: LineNotes): 'M' | 'A' | null {
  const rule = { allowed: 'MA', unknown: 'nationality_unknown', notes } as const
  return readLetter('nationality', line, rule) as 'M' | 'A' | null
}

/** C, M, D or V (contribution-file.md, field 13). It changes no contribution, so another letter is asked about, not refused. */
export function readMaritalStatus(
  line: SourceLine,
  notes: LineNotes,
): DeclaredLine['maritalStatus'] {
  if (!line.has('maritalStatus')) return null
  const rule = { allowed: 'CMDV', unknown: 'marital_status_unknown', notes } as const
  return readLetter('maritalStatus', line, rule) as DeclaredLine['maritalStatus']
}

interface LetterRule {
  readonly allowed: string
  readonly unknown: FindingCode
  readonly notes: LineNotes
}

function readLetter(field: LetterField, line: SourceLine, rule: LetterRule): string | null {
  const text = line.text(field)
  if (isOneOf(text, rule.allowed)) return text
  const upper = text.toUpperCase()
  if (isOneOf(upper, rule.allowed)) {
    rule.notes.found(field, 'letter_lower_case', { value: text, correction: upper })
    return upper
  }
  const value = text.trim()
  const isMissing = value === '' && severities[rule.unknown] === 'blocking'
  rule.notes.found(field, isMissing ? 'field_missing' : rule.unknown, { value })
  return null
}

function isOneOf(text: string, allowed: string): boolean {
  return text.length === 1 && allowed.includes(text)
}

/** 0 to 9, where 9 is nine or more (contribution-file.md, field 14). */
export function readChildren(line: SourceLine, notes: LineNotes): number | null {
  if (!line.has('children')) return null
  const text = line.text('children')
  if (text.length === 1 && isAllDigits(text)) return Number(text)
  notes.found('children', 'children_unknown', { value: text.trim() })
  return null
}

/** Free for the employer; only what leaves the fund's alphabet is mentioned. */
export function readStaffNumber(line: SourceLine, notes: LineNotes): string {
  const value = line.text('staffNumber').trim()
  // «1E05» may be a number of theirs; with its sign it is a spreadsheet's.
  if (value.includes('+') && isAbbreviated(value)) {
    tellAbbreviated('staffNumber', value, notes)
    return value
  }
  if (value.length > fundLength('staffNumber')) tellTooLong('staffNumber', value, notes)
  if (!isFundText(value)) notes.found('staffNumber', 'staff_number_unusual', { value })
  return value
}

/**
 * The CNIE: one or two letters then five or six digits, asked about otherwise (contribution-file.md). A foreign member
 * shows another document, whose form is not ours to judge.
 */
export function readIdentityNumber(
  line: SourceLine,
  nationality: 'M' | 'A' | null,
  notes: LineNotes,
): string | null {
  const text = line.text('identityNumber')
  const value = text.trim()
  if (cardNumber(value) !== 0 && !text.startsWith(' ')) return value
  if (value === '' || /^0+$/.test(value)) return null
  const number = fundLetters(value).replace(/ /g, '')
  if (number.length > fundLength('identityNumber')) {
    tellTooLong('identityNumber', value, notes)
    return null
  }
  const correction = inFundForm('identityNumber', number)
  if (number !== value) notes.found('identityNumber', 'identity_rewritten', { value, correction })
  else if (text.startsWith(' '))
    notes.found('identityNumber', 'not_left_aligned', { value, correction })
  if (nationality === 'M') judgeIdentity(number, notes)
  return number
}

function judgeIdentity(number: string, notes: LineNotes): void {
  if (/^[A-Z]{1,2}\d{5,6}$/.test(number)) return
  if (number.length < fundLength('identityNumber') || !/^[A-Z]{1,2}\d+0$/.test(number)) {
    return notes.found('identityNumber', 'identity_unusual', { value: number })
  }
  // Five and six digits are both usual, so only a stem of exactly six says where the padding begins.
  const stem = /^([A-Z]{1,2}\d{5}[1-9])0+$/.exec(number)?.[1]
  const correction = stem && inFundForm('identityNumber', stem)
  notes.found('identityNumber', 'identity_padded_with_zeros', { value: number, correction })
}
