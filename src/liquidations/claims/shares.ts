import type { LocalDate } from '../../calendar/index.ts'
import { allocate, type Dirhams } from '../../money/index.ts'
import { monthlyOf } from '../pension.ts'
import type { ClaimKind } from './claim.ts'
import { isGrownUp, type Payee } from './payee.ts'
import type { ClaimDecision } from './store/decisions.ts'

/** How what is decided is divided: so many parts for each beneficiary, by their number. */
export type Shares = Readonly<Record<string, number>>

/** The field of each beneficiary begins so. */
export const partOf = 'part-'

type Sharing = Pick<Payee, 'id' | 'relation' | 'bornOn' | 'isDisabled'>

/**
 * The parts that a rule gives: the same for each orphan who counts, and for several spouses of whom a capital is paid (domain
 * §2.7). Nobody publishes how spouses share a réversion, nor the portal knows the deed of the heirs: an agent says it.
 */
export function sharesByRules(
  kind: ClaimKind,
  payees: readonly Sharing[],
  from: LocalDate,
): Shares | null {
  const isShared = kind === 'death_capital' && payees.every(({ relation }) => relation === 'spouse')
  if (payees.length !== 1 && kind !== 'orphan' && !isShared) return null
  const partsOf = (one: Sharing) => (kind === 'orphan' && isGrownUp(one, from) ? 0 : 1)
  const shares = Object.fromEntries(payees.map((one) => [one.id, partsOf(one)]))
  return totalOf(shares) > 0 ? shares : null
}

/** Each of several beneficiaries has their parts, nobody else has any, and somebody has some; one alone has the whole. */
export function areSharesOf(payees: readonly Pick<Payee, 'id'>[], shares: Shares | null): boolean {
  if (payees.length === 1 || shares === null) return payees.length === 1 && shares === null
  const isEach = payees.every(({ id }) => shares[id] !== undefined)
  return isEach && Object.keys(shares).length === payees.length && totalOf(shares) > 0
}

/** The same division: two and two are one and one. */
export function areSameShares(one: Shares, other: Shares): boolean {
  const [whole, otherWhole] = [totalOf(one), totalOf(other)]
  return Object.keys(one).every((id) => (one[id] ?? 0) * otherWhole === (other[id] ?? 0) * whole)
}

function totalOf(shares: Shares): number {
  return Object.values(shares).reduce((all, parts) => all + parts, 0)
}

/** What one of several beneficiaries has of a decision. */
export interface OwnShare<P> {
  readonly payee: P
  readonly parts: number
  /** Of so many. */
  readonly of: number
  readonly monthly: Dirhams | null
  readonly yearly: Dirhams | null
  readonly atOnce: Dirhams | null
}

/** The shares of a decision: what its agent said, or what a rule gives where they were not asked. */
export function sharesOf<P extends Sharing>(
  kind: ClaimKind,
  payees: readonly P[],
  decision: Pick<ClaimDecision, 'shares' | 'startsOn' | 'yearly' | 'atOnce'>,
): OwnShare<P>[] | null {
  const { startsOn } = decision
  const shares = decision.shares ?? (startsOn && sharesByRules(kind, payees, startsOn))
  return shares && shareOut(payees, shares, decision)
}

/** Each amount divided to the centime, so that the shares of a column make its whole. */
export function shareOut<P extends Pick<Payee, 'id'>>(
  payees: readonly P[],
  shares: Shares,
  { yearly, atOnce }: { readonly yearly: Dirhams | null; readonly atOnce: Dirhams | null },
): OwnShare<P>[] {
  const parts = payees.map(({ id }) => shares[id] ?? 0)
  const divided = (amount: Dirhams | null) => (amount === null ? null : allocate(amount, parts))
  const [months, years, once] = [
    divided(yearly === null ? null : monthlyOf(yearly)),
    divided(yearly),
    divided(atOnce),
  ]
  return payees.map((payee, index) => ({
    payee,
    parts: parts[index] ?? 0,
    of: totalOf(shares),
    monthly: months?.[index] ?? null,
    yearly: years?.[index] ?? null,
    atOnce: once?.[index] ?? null,
  }))
}
