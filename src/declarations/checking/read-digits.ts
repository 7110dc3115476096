import { type FieldName, fillField } from './fields.ts'
import type { LineNotes } from './line-notes.ts'
import { isAllDigits, westernDigits } from './text-forms.ts'

const lookAlikes: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' }

/** The digits of a number field, or nothing once it is told what stands there instead. */
export function readDigits(field: FieldName, text: string, notes: LineNotes): string | null {
  if (isAllDigits(text)) return text
  explainDigits(field, text, notes)
  return null
}

function explainDigits(field: FieldName, text: string, notes: LineNotes): void {
  const value = text.trim()
  if (value === '') return notes.found(field, 'field_missing')
  const correct = (digits: string) => fillField(notes.layout.at[field], digits)
  if (isAllDigits(value)) {
    return notes.found(field, 'number_padded_with_spaces', { value, correction: correct(value) })
  }
  const western = westernDigits(value)
  if (isAllDigits(western)) {
    return notes.found(field, 'other_digits', { value, correction: correct(western) })
  }
  const replaced = value.replace(/[OoIl]/g, (letter) => lookAlikes[letter] ?? letter)
  const offset = text.search(/\D/)
  const letter = text[text.search(/[^\d\s]/)] ?? ''
  if (isAllDigits(replaced)) {
    const params = { letter, digit: lookAlikes[letter] ?? '' }
    const at = text.search(/[OoIl]/)
    return notes.found(field, 'letter_in_number', {
      value,
      correction: correct(replaced),
      params,
      offset: at,
    })
  }
  notes.found(field, 'not_digits', { value, params: { character: letter }, offset })
}
