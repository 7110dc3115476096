import { westernDigits } from '../../money/index.ts'
import type { FieldName } from './fields.ts'
import type { LineNotes } from './line-notes.ts'
import { isAllDigits } from './text-forms.ts'

const lookAlikes: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' }

/** The digits of a number field, or nothing once it is told what stands there instead. */
export function readDigits<Field extends FieldName>(
  field: Field,
  text: string,
  notes: LineNotes<Field>,
): string | null {
  if (isAllDigits(text) && text.length <= notes.room(field)) return text
  explainDigits(field, text, notes)
  return null
}

function explainDigits<Field extends FieldName>(
  field: Field,
  text: string,
  notes: LineNotes<Field>,
): void {
  const value = text.trim()
  if (value === '') return notes.found(field, 'field_missing')
  if (isAllDigits(value)) return explainLength(field, value, notes)
  if (isAbbreviated(value)) return tellAbbreviated(field, value, notes)
  const written = notes.written(field).trim()
  const western = digitsIn(field, westernDigits(written), notes)
  if (western) return notes.found(field, 'other_digits', { value, correction: western })
  const replaced = written.replace(/[OoIl]/g, (letter) => lookAlikes[letter] ?? letter)
  const corrected = digitsIn(field, replaced, notes)
  const letter = text[text.search(/[^\d\s]/)] ?? ''
  if (corrected) {
    const at = text.search(/[OoIl]/)
    const typed = text[at] ?? ''
    return notes.found(field, 'letter_in_number', {
      value,
      correction: corrected,
      params: { letter: typed, digit: lookAlikes[typed] ?? '' },
      offset: at,
    })
  }
  const offset = text.search(/\D/)
  notes.found(field, 'not_digits', { value, params: { character: letter }, offset })
}

/** «1,23457E+08»: what a spreadsheet makes of a long number. The digits are lost, and never guessed. */
export function isAbbreviated(value: string): boolean {
  return /^\d+(?:[.,]\d+)?E\+?\d+$/i.test(value)
}

const digitsOf: Partial<Record<FieldName, string>> = {
  employerNumber: '6',
  memberNumber: '9',
  cnssNumber: '9',
}

export function tellAbbreviated<Field extends FieldName>(
  field: Field,
  value: string,
  notes: LineNotes<Field>,
): void {
  const digits = digitsOf[field]
  notes.found(field, 'number_abbreviated', { value, params: digits ? { digits } : undefined })
}

/** Only digits, but too many of them, or beside spaces that should have been zeros. */
function explainLength<Field extends FieldName>(
  field: Field,
  value: string,
  notes: LineNotes<Field>,
): void {
  if (value.length > notes.room(field)) return tellTooLong(field, value, notes)
  const correction = value.padStart(notes.room(field), '0')
  notes.found(field, 'number_padded_with_spaces', { value, correction })
}

/** A cell of a table may hold more than the fund's record has room for. */
export function tellTooLong<Field extends FieldName>(
  field: Field,
  value: string,
  notes: LineNotes<Field>,
): void {
  notes.found(field, 'field_too_long', { value, params: { longest: String(notes.room(field)) } })
}

/** The fund's writing of a text of the file, once it is digits that fit. */
function digitsIn<Field extends FieldName>(
  field: Field,
  written: string,
  notes: LineNotes<Field>,
): string | null {
  const read = notes.reading(field, written)
  return isAllDigits(read) && read.length <= notes.room(field)
    ? read.padStart(notes.room(field), '0')
    : null
}
