import { type LocalDate, yearsBetween } from '../../calendar/index.ts'
import type { IdentityKind } from '../../platform/secrets/identity.ts'
import type { ClaimKind } from './claim.ts'

/** What somebody who is paid is to the member. */
export type Relation = 'self' | 'spouse' | 'child' | 'heir'

export interface Payee {
  readonly id: string
  readonly relation: Relation
  readonly lastName: string
  readonly firstName: string
  readonly bornOn: LocalDate
  readonly identity: { readonly kind: IdentityKind; readonly sealed: Buffer } | null
  readonly marriedOn: LocalDate | null
  readonly isDisabled: boolean
  readonly rib: string
  readonly bankName: string
}

/** Who may be paid by each kind (domain §2.7): a réversion goes to spouses, the orphan's to children, the capital to a spouse or the heirs. */
export const relationsOf: Readonly<Record<ClaimKind, readonly Relation[]>> = {
  normal: ['self'],
  early: ['self'],
  deferred: ['self'],
  single_payment: ['self'],
  reversion: ['spouse'],
  orphan: ['child'],
  death_capital: ['spouse', 'child', 'heir'],
}

/** Family code, article 209. */
const majority = 18

type Paid = Pick<Payee, 'relation' | 'bornOn'>

/**
 * Each is paid on an account of their own, but a child who is a minor, on that of whoever brings them up, and brothers and
 * sisters together (ours: a guardian's).
 */
export function mayShareAccount(one: Paid, other: Paid, today: LocalDate): boolean {
  const isMinor = ({ relation, bornOn }: Paid) =>
    relation === 'child' && yearsBetween(bornOn, today) < majority
  return isMinor(one) || isMinor(other) || (one.relation === 'child' && other.relation === 'child')
}

/** More than this is a mistake of typing, or a file to bring on paper. */
export const mostPayees = 20

/**
 * Married so many years before the death (site of the fund, réversion). It may be less after an accident, with a child of
 * the marriage or after a revocable divorce: the agent decides, so it is said and not refused.
 */
export function isMarriageShort(
  { marriedOn }: Pick<Payee, 'marriedOn'>,
  diedOn: LocalDate,
  years: number,
): boolean {
  return marriedOn !== null && yearsBetween(marriedOn, diedOn) < years
}
