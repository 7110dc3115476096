import type { LocalDate } from '../calendar/index.ts'
import { typedNumber } from '../money/index.ts'
import type { MembershipState } from './tables.ts'

/** Somebody whom a company declared without a number, under the provisional one. */
export interface Newcomer {
  /** One of their memberships: the address of their page. */
  readonly id: string
  readonly employerId: string
  readonly employerNumber: string
  readonly employerName: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly bornOn: LocalDate
  readonly sex: 'M' | 'F'
  readonly nationality: 'M' | 'A'
  readonly joinedOn: LocalDate
  readonly staffNumber: string
  readonly cnssNumber: string
  readonly identitySealed: Buffer | null
  readonly identityKey: Buffer | null
  readonly categories: readonly string[]
  readonly declaredAt: Date
  readonly state: MembershipState
  readonly decisionNote: string
  readonly version: number
}

/** Why somebody known may be the same person: the surest first. */
export const likenesses = ['identity', 'name', 'near'] as const
export type Likeness = (typeof likenesses)[number]

/** Somebody whom the fund knows, who may be the newcomer. */
export interface KnownPerson {
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly bornOn: LocalDate
  readonly sex: 'M' | 'F'
  readonly nationality: 'M' | 'A'
  readonly cnssNumber: string
  readonly identitySealed: Buffer | null
  /** Nothing for somebody who was looked for. */
  readonly likeness: Likeness | null
  readonly employerName: string
  readonly leftOn: LocalDate | null
}

/** A number of the fund: nine digits, not all zeros. */
export function parseMemberNumber(typed: string): string | undefined {
  const digits = typedNumber(typed).replace(/[\s.-]/g, '')
  return /^\d{1,9}$/.test(digits) && !/^0+$/.test(digits) ? digits.padStart(9, '0') : undefined
}

/** Numbers that the portal gives by itself begin here [U]: nobody chooses one of them. */
export function isOfProvisionalSeries(memberNumber: string): boolean {
  return Number(memberNumber) >= 900_000_001
}
