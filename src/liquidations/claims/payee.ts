import { type LocalDate, yearsBetween } from '../../calendar/index.ts'
import type { IdentityKind } from '../../platform/secrets/identity.ts'
import type { ClaimKind } from './claim.ts'

/** What somebody who is paid is to the member. */
export type Relation = 'self' | 'spouse' | 'child' | 'heir'

/** Whose name an account is in: of who is paid, or of whoever represents a child by law. */
export type AccountOf = 'own' | 'representative'

export interface Payee {
  readonly id: string
  readonly relation: Relation
  readonly lastName: string
  readonly firstName: string
  readonly bornOn: LocalDate
  readonly identity: { readonly kind: IdentityKind; readonly sealed: Buffer } | null
  readonly marriedOn: LocalDate | null
  readonly isDisabled: boolean
  readonly accountOf: AccountOf
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

/**
 * A child who is a minor is paid on the account of whoever represents them by law; so is one of age whose handicap may keep them
 * under guardianship, which documents prove to the agent [I]. Any other child of age is paid on an account of their own.
 */
export function mayBeRepresented(
  { relation, bornOn, isDisabled }: Pick<Payee, 'relation' | 'bornOn' | 'isDisabled'>,
  today: LocalDate,
): boolean {
  return relation === 'child' && (isDisabled || yearsBetween(bornOn, today) < majority)
}

/**
 * A child of age without a disability: they keep nothing of an orphan's part by any rule that is published (domain §2.7), and what
 * studies give is not known.
 */
export function isGrownUp(
  { relation, bornOn, isDisabled }: Pick<Payee, 'relation' | 'bornOn' | 'isDisabled'>,
  on: LocalDate,
): boolean {
  return relation === 'child' && !isDisabled && yearsBetween(bornOn, on) >= majority
}

/** Of age, they have a part of an orphan's by their disability alone, which a certificate proves (domain §2.7, §2.8). */
export function isPaidAsDisabled(
  one: Pick<Payee, 'relation' | 'bornOn' | 'isDisabled'>,
  on: LocalDate,
): boolean {
  return one.isDisabled && isGrownUp({ ...one, isDisabled: false }, on)
}

/** Younger, nobody is a mother or a father without a word of explanation (ours). */
const youngestParent = 15

/** The age of the member at the birth of a child, where it is hard to believe. */
export function youngParentAge(
  { relation, bornOn }: Pick<Payee, 'relation' | 'bornOn'>,
  memberBornOn: LocalDate,
): number | null {
  const age = yearsBetween(memberBornOn, bornOn)
  return relation === 'child' && age < youngestParent ? age : null
}

/** One account is of one person: two who are paid have it together only where it represents one of them (ours). */
export function mayShareAccount(
  one: Pick<Payee, 'accountOf'>,
  other: Pick<Payee, 'accountOf'>,
): boolean {
  return one.accountOf === 'representative' || other.accountOf === 'representative'
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
