import type { KnownMember } from './check-context.ts'
import type { FindingCode, FindingDetails } from './finding.ts'
import { fundLength, inFundForm } from './fund-form.ts'
import type { LineNotes } from './line-notes.ts'
import { tellTooLong } from './read-digits.ts'
import type { SourceLine } from './source-line.ts'
import { splitName } from './split-name.ts'
import { fundLetters, isGarbled, sameLetters } from './text-forms.ts'

type NameField = 'lastName' | 'firstName' | 'fullName'

export interface Names {
  readonly lastName: string | null
  readonly firstName: string | null
}

const noNames: Names = { lastName: null, firstName: null }

/** Last name and first name, each in its field or both in one (contribution-file.md, «One name»). */
export function readNames(
  line: SourceLine,
  known: KnownMember | undefined,
  notes: LineNotes,
): Names {
  if (line.has('lastName')) {
    return {
      lastName: readName('lastName', line.text('lastName'), notes),
      firstName: readName('firstName', line.text('firstName'), notes),
    }
  }
  const name = readName('fullName', line.text('fullName'), notes)
  return name === null ? noNames : dividedName(name, known, notes)
}

/** The fund's own division when it knows the person; a guess otherwise, which is asked about. */
function dividedName(name: string, known: KnownMember | undefined, notes: LineNotes): Names {
  if (known && isNameOf(known, name)) return known
  const divided = splitName(name)
  if (!divided) {
    notes.found('fullName', 'name_not_split', { value: name })
    return noNames
  }
  if (Math.max(divided.lastName.length, divided.firstName.length) > fundLength('lastName')) {
    tellTooLong('fullName', name, notes)
    return noNames
  }
  if (!known) notes.found('fullName', 'name_split', { value: name, params: { ...divided } })
  return divided
}

/** What is left of a longer name by a field of 20 characters. */
const longEnough = 19

function isNameOf(known: KnownMember, name: string): boolean {
  const recorded = `${known.lastName} ${known.firstName}`
  if (sameLetters(recorded) === sameLetters(name)) return true
  return name.length >= longEnough && fundLetters(recorded).startsWith(name)
}

/** A name in the fund's form, upper case without accents; what had to be changed for that is said. */
function readName(field: NameField, text: string, notes: LineNotes): string | null {
  if (isFundName(text) && text.length <= fundLength(field)) return text.trimEnd()
  const value = text.trim()
  if (value === '' || /^0+$/.test(value)) return refuse(field, 'name_missing', { value }, notes)
  if (isGarbled(value)) return refuse(field, 'text_garbled', { value }, notes)
  if (/[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/.test(value)) {
    return refuse(field, 'name_not_latin', { value }, notes)
  }
  const padded = /^(.*[^0\s])\s*0{2,}$/.exec(value)?.[1]
  if (padded !== undefined) {
    const correction = inFundForm(field, fundLetters(padded).trim())
    return refuse(field, 'name_padded_with_zeros', { value, correction }, notes)
  }
  return rewritten(field, text, notes)
}

// oxlint-disable-next-line max-params -- where, what, and whom to tell
function refuse(
  field: NameField,
  code: FindingCode,
  details: FindingDetails,
  notes: LineNotes,
): null {
  notes.found(field, code, details)
  return null
}

/** Letters A to Z and spaces, starting at the left: nothing to say. */
function isFundName(text: string): boolean {
  const first = text.charCodeAt(0)
  if (!(first >= 65 && first <= 90)) return false
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
  if (name.length > fundLength(field)) {
    tellTooLong(field, value, notes)
    return null
  }
  const correction = inFundForm(field, name)
  if (name !== value) {
    notes.found(field, 'name_rewritten', { value, correction, params: { name } })
  } else if (text.startsWith(' ')) {
    notes.found(field, 'not_left_aligned', { value, correction })
  }
  if (/\d/.test(name)) notes.found(field, 'name_has_digits', { value, offset: text.search(/\d/) })
  return name
}
