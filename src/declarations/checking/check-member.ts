import type { Dirhams } from '../../money/index.ts'
import type { KnownMember } from './check-context.ts'
import type { RawLine } from './fields.ts'
import type { LineNotes } from './line-notes.ts'
import type { Identified, MemberRegister } from './member-register.ts'
import type { PreparedContext } from './prepare-context.ts'
import { readDigits } from './read-digits.ts'
import { fundLetters, isAllZeros } from './text-forms.ts'

export interface Person {
  readonly lastName: string | null
  readonly firstName: string | null
  readonly nationality: 'M' | 'A' | null
  readonly identityNumber: string | null
}

/** Who the line is about: a number of nine digits, or zeros and an identity document (contribution-file.md; decision «Zero matricule»). */
export function checkMember(
  raw: RawLine,
  person: Person,
  about: { readonly category: string | null; readonly salary: Dirhams | null },
  file: {
    readonly context: PreparedContext
    readonly register: MemberRegister
    readonly notes: LineNotes
  },
): Identified | null {
  const memberNumber = readDigits('memberNumber', raw.memberNumber, file.notes)
  if (memberNumber === null) return null
  if (isAllZeros(memberNumber)) {
    checkNewMember(raw, person, file)
    return null
  }
  const member = { memberNumber, ...about }
  checkKnown(member, person, file)
  file.register.enter(raw, member, file.notes)
  return member
}

function checkNewMember(
  raw: RawLine,
  person: Person,
  { register, notes }: { readonly register: MemberRegister; readonly notes: LineNotes },
): void {
  const value = raw.memberNumber
  if (person.identityNumber !== null) {
    notes.found('memberNumber', 'new_member', { value })
    register.enterNew(person.identityNumber, raw, notes)
  } else if (person.nationality === 'A') {
    notes.found('identityNumber', 'new_member_without_identity', { value: '' })
  } else {
    notes.found('identityNumber', 'identity_required')
  }
}

function checkKnown(
  { memberNumber }: Identified,
  person: Person,
  { context, notes }: { readonly context: PreparedContext; readonly notes: LineNotes },
): void {
  const known = context.members?.get(memberNumber)
  if (known) return checkName(known, person, notes)
  const shifted = shiftedNumber(memberNumber, context)
  if (shifted !== undefined) {
    const details = { value: memberNumber, correction: shifted }
    return notes.found('memberNumber', 'member_number_padded_right', details)
  }
  if (context.members) notes.found('memberNumber', 'member_unknown', { value: memberNumber })
}

/** Zeros written on the right instead of the left (contribution-file.md, source c): seen with certainty only against the known members. */
function shiftedNumber(memberNumber: string, { members }: PreparedContext): string | undefined {
  if (!memberNumber.endsWith('0')) return undefined
  const stem = memberNumber.replace(/0+$/, '')
  if (!members) return /^[1-9]\d*?000$/.test(memberNumber) ? stem.padStart(9, '0') : undefined
  for (let length = stem.length; length < memberNumber.length; length++) {
    const number = memberNumber.slice(0, length).padStart(9, '0')
    if (members.has(number)) return number
  }
  return undefined
}

function checkName(known: KnownMember, person: Person, notes: LineNotes): void {
  if (person.lastName === null || person.firstName === null) return
  const declared = `${person.lastName} ${person.firstName}`
  const recorded = `${known.lastName} ${known.firstName}`
  if (declared === recorded || sameLetters(declared) === sameLetters(recorded)) return
  notes.found('lastName', 'member_name_differs', { value: declared, params: { known: recorded } })
}

function sameLetters(name: string): string {
  return fundLetters(name).replace(/[^A-Z]/g, '')
}
