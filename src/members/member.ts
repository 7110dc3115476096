import type { LocalDate } from '../calendar/index.ts'
import type { MembershipState } from './tables.ts'

/** A member as one employer knows them in one category. */
export interface Membership {
  readonly id: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly staffNumber: string
  readonly sex: 'M' | 'F'
  readonly nationality: 'M' | 'A'
  readonly joinedOn: LocalDate
  readonly bornOn: LocalDate
  readonly familySituation: 'C' | 'M' | 'D' | 'V'
  readonly children: number
  readonly identitySealed: Buffer | null
  readonly cnssNumber: string
  readonly phone: string
  readonly email: string
  readonly leftOn: LocalDate | null
  readonly category: string
}

/** A member as a list shows them: no salary, no document. */
export interface MemberRow {
  readonly id: string
  readonly category: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly staffNumber: string
  readonly state: MembershipState
  readonly joinedOn: LocalDate
  readonly leftOn: LocalDate | null
}

export interface MemberDetails extends MemberRow {
  readonly bornOn: LocalDate
  readonly decisionNote: string
  /** What the number was before the agency confirmed another one. */
  readonly provisionalNumber: string | null
}

/** `waiting`: a number that the agency has not confirmed, or a person it did not recognise. */
export const presences = ['here', 'left', 'waiting'] as const
export type Presence = (typeof presences)[number]

export interface MemberFilter {
  /** The beginning of a name, or of a number. */
  readonly words: string
  readonly category: string | null
  readonly presence: Presence | null
}
