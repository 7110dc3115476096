import type { LocalDate } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'
import type { KnownMember } from './check-context.ts'
import type { LineNotes } from './line-notes.ts'
import type { MemberRegister } from './member-register.ts'
import type { PreparedContext } from './prepare-context.ts'
import { readDigits } from './read-digits.ts'
import type { SourceLine } from './source-line.ts'
import { isAllZeros, sameLetters } from './text-forms.ts'

export interface Declared {
  readonly employerNumber: string
  readonly category: string
  readonly salary: Dirhams | null
  readonly lastName: string | null
  readonly firstName: string | null
  readonly nationality: 'M' | 'A' | null
  readonly identityNumber: string | null
  readonly bornOn: LocalDate | null
}

interface File {
  readonly context: PreparedContext
  readonly register: MemberRegister
  readonly notes: LineNotes
}

/** Who the line is about: a number of nine digits, or zeros and an identity document (contribution-file.md; decision «Zero matricule»). */
export function checkMember(line: SourceLine, declared: Declared, file: File): string | null {
  const written = readDigits('memberNumber', line.text('memberNumber'), file.notes)
  if (written === null) return null
  if (isAllZeros(written)) {
    const given = numberGiven(written, declared, file)
    if (given !== undefined) {
      const known = file.context.members?.get(given)
      if (known) checkName(known, line, declared, file.notes)
      file.register.enter(given, declared, file.notes)
      return given
    }
    const sameDocument = checkNewMember(written, declared, file)
    checkSeen({ value: written, sameDocument }, line, declared, file)
    return null
  }
  const memberNumber = numberToday(written, file)
  checkKnown(memberNumber, line, declared, file)
  file.register.enter(memberNumber, declared, file.notes)
  return memberNumber
}

/** A provisional number is read as the one that the agency confirmed. */
function numberToday(written: string, { context, notes }: File): string {
  const number = context.renumbered.size === 0 ? undefined : context.renumbered.get(written)
  if (number === undefined) return written
  notes.found('memberNumber', 'member_number_replaced', { value: written, correction: number })
  return number
}

/** Declared without a number before, and numbered since: the same person again, and nobody is missing (decision 0064). */
function numberGiven(value: string, declared: Declared, file: File): string | undefined {
  const { identityNumber, lastName, firstName, bornOn } = declared
  if (lastName === null || firstName === null || bornOn === null) return undefined
  const person = { identityNumber, lastName, firstName, bornOn }
  const number = file.context.newcomers?.numberOf(person)
  if (number === undefined) return undefined
  file.notes.found('memberNumber', 'newcomer_numbered', { value, correction: number })
  return number
}

/** The number under which an earlier line has the same document. */
function checkNewMember(
  value: string,
  declared: Declared,
  { register, notes }: File,
): string | undefined {
  if (declared.identityNumber !== null) {
    notes.found('memberNumber', 'new_member', { value })
    return register.enterNew(declared.identityNumber, declared, notes)
  }
  if (declared.nationality === 'A') {
    notes.found('identityNumber', 'new_member_without_identity', { value: '' })
  } else {
    notes.found('identityNumber', 'identity_required')
  }
  return undefined
}

/** A newcomer who may be somebody of the company, or of an earlier line: asked about, and never taken for them. */
// oxlint-disable-next-line max-params -- what stands for a number, the line, what it declares, and the file
function checkSeen(
  { value, sameDocument }: { readonly value: string; readonly sameDocument: string | undefined },
  line: SourceLine,
  { lastName, firstName, bornOn, identityNumber }: Declared,
  { register: { newcomers }, notes }: File,
): void {
  if (lastName === null || firstName === null || bornOn === null) return
  const person = { lastName, firstName, bornOn, hasDocument: identityNumber !== null }
  const number = newcomers.numberOf(person)
  if (number !== undefined && number !== sameDocument) {
    notes.found('memberNumber', 'newcomer_may_be_known', { value, correction: number })
  }
  const firstLine = newcomers.lineOf(person, notes.line)
  if (firstLine === undefined) return
  const name = `${lastName} ${firstName}`
  const field = line.has('lastName') ? 'lastName' : 'fullName'
  notes.found(field, 'newcomer_may_be_twice', { value: name, params: { firstLine } })
}

// oxlint-disable-next-line max-params -- whom, on which line, what is declared of them, and what is known
function checkKnown(
  memberNumber: string,
  line: SourceLine,
  declared: Declared,
  { context, notes }: File,
): void {
  const known = context.members?.get(memberNumber)
  if (known) return checkName(known, line, declared, notes)
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
    if (members.get(number)) return number
  }
  return undefined
}

// oxlint-disable-next-line max-params -- who is known, the line, what it declares, and whom to tell
function checkName(
  known: KnownMember,
  line: SourceLine,
  declared: Declared,
  notes: LineNotes,
): void {
  if (declared.lastName === null || declared.firstName === null) return
  if (declared.lastName === known.lastName && declared.firstName === known.firstName) return
  const name = `${declared.lastName} ${declared.firstName}`
  const recorded = `${known.lastName} ${known.firstName}`
  if (name === recorded || sameLetters(name) === sameLetters(recorded)) return
  const field = line.has('lastName') ? 'lastName' : 'fullName'
  notes.found(field, 'member_name_differs', { value: name, params: { known: recorded } })
}
