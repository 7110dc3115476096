import { fillField } from './fields.ts'
import type { LineNotes } from './line-notes.ts'
import { fundLetters, isGarbled } from './text-forms.ts'

type NameField = 'lastName' | 'firstName'

/** A name in the fund's form, upper case without accents; what had to be changed for that is said. */
export function readName(field: NameField, text: string, notes: LineNotes): string | null {
  if (isFundName(text)) return text.trimEnd()
  const value = text.trim()
  if (value === '' || /^0+$/.test(value)) return refuse(field, 'name_missing', { value }, notes)
  if (isGarbled(value)) return refuse(field, 'text_garbled', { value }, notes)
  if (/[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/.test(value)) {
    return refuse(field, 'name_not_latin', { value }, notes)
  }
  const padded = /^(.*[^0\s])\s*0{2,}$/.exec(value)?.[1]
  if (padded !== undefined) {
    const correction = fillField(notes.layout.at[field], fundLetters(padded).trim())
    return refuse(field, 'name_padded_with_zeros', { value, correction }, notes)
  }
  return rewritten(field, text, notes)
}

function refuse(
  field: NameField,
  code: Parameters<LineNotes['found']>[1],
  details: Parameters<LineNotes['found']>[2],
  notes: LineNotes,
): null {
  notes.found(field, code, details)
  return null
}

/** Letters A to Z and spaces, starting at the left: nothing to say. */
function isFundName(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first < 65 || first > 90) return false
  for (let index = 1; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code !== 32 && (code < 65 || code > 90)) return false
  }
  return true
}

function rewritten(field: NameField, text: string, notes: LineNotes): string | null {
  const value = text.trim()
  const name = fundLetters(value).replace(/ {2,}/g, ' ').trim()
  const strange = /[^A-Z0-9 ]/.exec(name)?.[0]
  if (strange !== undefined || name === '') {
    const character = strange ?? value.charAt(0)
    const offset = Math.max(0, text.indexOf(character))
    return refuse(field, 'character_not_allowed', { value, offset, params: { character } }, notes)
  }
  const correction = fillField(notes.layout.at[field], name)
  if (name !== value) {
    notes.found(field, 'name_rewritten', { value, correction, params: { name } })
  } else if (text.startsWith(' ')) {
    notes.found(field, 'not_left_aligned', { value, correction })
  }
  if (/\d/.test(name)) notes.found(field, 'name_has_digits', { value, offset: text.search(/\d/) })
  return name
}
