import { type FindingCode, wholeFileCodes } from '../checking/finding.ts'

/** Findings with one cause: same code, same field. What the declarant corrects or confirms in one go (product D4). */
export interface Cause extends CauseKey {
  readonly severity: 'blocking' | 'to_confirm' | 'information'
  readonly count: number
  readonly confirmed: number
  /** Why those are right, when it is said of all of them alike. */
  readonly reason: string | null
  /** How many of them come with a correction that needs no judgement of the portal. */
  readonly correctable: number
}

/** Which cause: the field is empty when the line itself is wrong. */
export interface CauseKey {
  readonly code: string
  readonly field: string
}

/** A cause in an address: «letter_in_number.salary». */
export function causeName({ code, field }: CauseKey): string {
  return field === '' ? code : `${code}.${field}`
}

export function causeNamed(name: string): CauseKey {
  const [code = '', field = ''] = name.split('.')
  return { code, field }
}

export const isSameCause = (one: CauseKey, other: CauseKey) =>
  one.code === other.code && one.field === other.field

/** Told at the line where it shows, and yet of the file as a whole. */
const shownAtLine: readonly string[] = ['nul_bytes', 'too_many_lines', 'encoding_windows_1252']

/** The file as a whole: no line of it can be shown or corrected for that. */
export function isAboutFile({ code }: Pick<CauseKey, 'code'>): boolean {
  if (isAboutMembers({ code })) return false
  return shownAtLine.includes(code) || wholeFileCodes.has(code as FindingCode)
}

/** Somebody whom the fund expected and who is on no line. */
export const isAboutMembers = ({ code }: Pick<CauseKey, 'code'>) => code === 'member_missing'

/** A doubt, or its last confirmation withdrawn: something is still to say about it. */
export function waitsForReason({ severity, count, confirmed }: Cause): boolean {
  return severity === 'to_confirm' && confirmed < count
}
