import type { DeclaredLine } from './declared-line.ts'
import { fillField } from './fields.ts'
import type { FindingCode } from './finding.ts'
import type { LineNotes } from './line-notes.ts'
import { fundLetters, isAllDigits } from './text-forms.ts'

type LetterField = 'sex' | 'nationality' | 'maritalStatus'

/** M or F (contribution-file.md, field 9). */
export function readSex(text: string, notes: LineNotes): 'M' | 'F' | null {
  return readLetter('sex', text, { allowed: 'MF', unknown: 'sex_unknown', notes }) as
    | 'M'
    | 'F'
    | null
}

/** M Moroccan, A other (contribution-file.md, field 10). */
export function readNationality(text: string, notes: LineNotes): 'M' | 'A' | null {
  const found = readLetter('nationality', text, {
    allowed: 'MA',
    unknown: 'nationality_unknown',
    notes,
  })
  return found as 'M' | 'A' | null
}

/** C, M, D or V (contribution-file.md, field 13). It changes no contribution, so another letter is asked about, not refused. */
export function readMaritalStatus(text: string, notes: LineNotes): DeclaredLine['maritalStatus'] {
  const found = readLetter('maritalStatus', text, {
    allowed: 'CMDV',
    unknown: 'marital_status_unknown',
    notes,
  })
  return found as DeclaredLine['maritalStatus']
}

function readLetter(
  field: LetterField,
  text: string,
  rule: { allowed: string; unknown: FindingCode; notes: LineNotes },
): string | null {
  if (text !== ' ' && rule.allowed.includes(text)) return text
  const upper = text.toUpperCase()
  if (text !== ' ' && rule.allowed.includes(upper)) {
    rule.notes.found(field, 'letter_lower_case', { value: text, correction: upper })
    return upper
  }
  rule.notes.found(field, rule.unknown, { value: text.trim() })
  return null
}

/** 0 to 9, where 9 is nine or more (contribution-file.md, field 14). */
export function readChildren(text: string, notes: LineNotes): number | null {
  if (text.length === 1 && isAllDigits(text)) return Number(text)
  notes.found('children', 'children_unknown', { value: text.trim() })
  return null
}

/** Free for the employer; only what leaves the fund's alphabet is mentioned. */
export function readStaffNumber(text: string, notes: LineNotes): string {
  const value = text.trim()
  if (!/^[A-Z0-9 ]*$/.test(value)) notes.found('staffNumber', 'staff_number_unusual', { value })
  return value
}

/**
 * The CNIE: one or two letters then five or six digits, asked about otherwise (contribution-file.md). A foreign member
 * shows another document, whose form is not ours to judge.
 */
export function readIdentityNumber(
  text: string,
  nationality: 'M' | 'A' | null,
  notes: LineNotes,
): string | null {
  if (/^[A-Z]{1,2}\d{5,6} *$/.test(text)) return text.trimEnd()
  const value = text.trim()
  if (value === '' || /^0+$/.test(value)) return null
  const number = fundLetters(value).replace(/ /g, '')
  const correction = fillField(notes.layout.at.identityNumber, number)
  if (number !== value) notes.found('identityNumber', 'identity_rewritten', { value, correction })
  else if (text.startsWith(' '))
    notes.found('identityNumber', 'not_left_aligned', { value, correction })
  if (nationality === 'M') judgeIdentity(number, notes)
  return number
}

function judgeIdentity(number: string, notes: LineNotes): void {
  if (/^[A-Z]{1,2}\d{5,6}$/.test(number)) return
  const { length } = notes.layout.at.identityNumber
  if (number.length < length || !/^[A-Z]{1,2}\d+0$/.test(number)) {
    return notes.found('identityNumber', 'identity_unusual', { value: number })
  }
  // Five and six digits are both usual, so only a stem of exactly six says where the padding begins.
  const stem = /^([A-Z]{1,2}\d{5}[1-9])0+$/.exec(number)?.[1]
  const correction = stem && fillField(notes.layout.at.identityNumber, stem)
  notes.found('identityNumber', 'identity_padded_with_zeros', { value: number, correction })
}
