import { type LocalDate, type Quarter, startOfNextQuarter } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'
import {
  areTooFew,
  type HeldPoints,
  type Pension,
  valueOfPoints,
  workOutPension,
} from '../pension.ts'
import type { RuleKey, RulesInForce } from '../pension-rules.ts'
import { deathCapital, survivorPoints } from '../survivors.ts'
import type { UsedParameter } from '../used-parameters.ts'
import type { Claim, ClaimKind } from './claim.ts'

/** What a claim comes to by the rules, as far as they are known; an agent decides with it in sight. */
export interface Computation {
  readonly from: LocalDate
  /** Earned and paid for, in hundredths: what a later computation is compared with. */
  readonly points: bigint
  /** Points that give the amount, after what a capital or a survivor's share leaves. */
  readonly kept: bigint
  /** Nothing where no rule is published: a single payment, a capital, a réversion that is early or shared, more than the points. */
  readonly yearly: Dirhams | null
  /** The capital of a pensioner's death, and the month that it is worked out from; nothing for anything else. */
  readonly atOnce: Dirhams | null
  readonly lastMonthly: Dirhams | null
  readonly parts: Pension['parts']
  /** Of survivors: their share in hundredths of a percent, and how many they are. */
  readonly share: number | null
  readonly people: number
  /** What the share of a réversion gives before what no rule says is taken off: how early it is, how many divide it. */
  readonly unreduced: Dirhams | null
  /** Too few for a pension, of the member or of the spouse who survives: they are paid at once. */
  readonly isUnderPoints: boolean
  /** Below so many points there is no pension; 0: no number stands against it. */
  readonly leastPoints: number
  /** Declared quarters that give no points yet: they are left out until they are paid. */
  readonly unpaid: readonly UnpaidQuarter[]
  readonly parameters: readonly UsedParameter[]
}

export interface UnpaidQuarter {
  readonly quarter: Quarter
  readonly category: string
}

interface Grounds {
  readonly kind: ClaimKind
  readonly bornOn: LocalDate
  readonly from: LocalDate
  readonly asCapital: boolean
  /** Who have a share by the rules: of orphans, minors and those in a situation of disability. */
  readonly people: number
  /** Of a réversion: somebody of them has not the age yet. */
  readonly isEarly: boolean
  readonly held: readonly HeldPoints[]
  /** What the dead was paid a month, where it is known. */
  readonly lastMonthly: Dirhams | null
}

const nothing = {
  parts: [],
  share: null,
  unreduced: null,
  isUnderPoints: false,
  atOnce: null,
  lastMonthly: null,
}

/** The rules of a pension, of a réversion and of orphans on the points paid for (domain §2.6, §2.7). */
export function workOutClaim(
  { kind, bornOn, from, asCapital, people, isEarly, held, lastMonthly }: Grounds,
  rules: RulesInForce,
): Omit<Computation, 'parameters' | 'unpaid'> {
  const points = held.reduce((all, one) => all + one.points, 0n)
  const leastPoints = rules.singlePaymentPoints
  const facts = { ...nothing, from, points, people, leastPoints }
  if (kind === 'reversion') {
    const { reversionShare: share } = rules
    const kept = survivorPoints(points, share)
    const whole = valueOfPoints(kept, rules.pointValue)
    // Nobody publishes how several spouses share, or what an early réversion loses.
    const isKnown = people <= 1 && !isEarly
    const isUnderPoints = areTooFew(points, rules) || (people <= 1 && areTooFew(kept, rules))
    const amounts = isKnown ? { yearly: whole } : { yearly: null, unreduced: whole }
    return { ...facts, ...amounts, kept, share, isUnderPoints }
  }
  if (kind === 'orphan') {
    const { orphanShare: share } = rules
    const kept = survivorPoints(points, share) * BigInt(people)
    // Nor what orphans have beyond the whole, or once they are of age.
    const isKnown = people > 0 && kept <= points
    const yearly = isKnown ? valueOfPoints(kept, rules.pointValue) : null
    return { ...facts, yearly, kept, share, isUnderPoints: areTooFew(points, rules) }
  }
  if (kind === 'single_payment') {
    // Before 2017 no number of points stood against it.
    const isUnderPoints = rules.singlePaymentPoints === 0 || areTooFew(points, rules)
    return { ...facts, kept: points, isUnderPoints, yearly: null }
  }
  if (kind === 'death_capital') {
    const atOnce = lastMonthly && deathCapital(lastMonthly, rules.deathCapitalPensions)
    return { ...facts, kept: points, yearly: null, atOnce, lastMonthly }
  }
  const pension = workOutPension(held, { bornOn, from, asCapital }, rules)
  return {
    ...facts,
    kept: pension.kept,
    yearly: pension.yearly,
    parts: pension.parts,
    isUnderPoints: pension.isSinglePayment,
  }
}

const ofPensions: readonly RuleKey[] = [
  'normal_retirement_age',
  'early_retirement_age',
  'capital_option_share',
  'single_payment_points',
  'point_value_liquidation',
  'anticipation_coefficients',
  'deferral_coefficients',
  'deferral_coefficients_option_55',
]
const counted: Readonly<Record<ClaimKind, readonly RuleKey[]>> = {
  normal: ofPensions,
  early: ofPensions,
  deferred: ofPensions,
  single_payment: ['single_payment_points'],
  reversion: ['single_payment_points', 'point_value_liquidation', 'reversion_share'],
  orphan: ['single_payment_points', 'point_value_liquidation', 'orphan_share'],
  death_capital: ['death_capital_pensions'],
}

/** The values that count for a kind, and no other: an estimate tells those of survivors beside a pension, a decision does not. */
export function countedFor(kind: ClaimKind, parameters: readonly UsedParameter[]): UsedParameter[] {
  return parameters.filter(({ key }) => counted[kind].includes(key))
}

/** A pension a year, as the rules give it: none where the points are too few for one. */
export function pensionByRules(
  computation: Pick<Computation, 'isUnderPoints' | 'yearly'> | null,
): Dirhams | null {
  return computation === null || computation.isUnderPoints ? null : computation.yearly
}

/** A réversion of one spouse has an amount by the rules, unless they have not the age of a whole one. */
export function isEarlyReversion(
  { kind }: Pick<Claim, 'kind'>,
  { people, yearly }: Pick<Computation, 'people' | 'yearly'>,
): boolean {
  return kind === 'reversion' && people === 1 && yearly === null
}

/** What is paid at once by the rules, though none publishes the amount: anywhere else it is explained. */
export function isPaidAtOnce(
  { kind, asCapital }: Pick<Claim, 'kind' | 'asCapital'>,
  { isUnderPoints }: Pick<Computation, 'isUnderPoints'>,
): boolean {
  return (
    asCapital === true || isUnderPoints || kind === 'single_payment' || kind === 'death_capital'
  )
}

/** What survivors have begins on the first day of the quarter after the death (as the pension itself, rule of 1995). */
export function afterDeath(diedOn: LocalDate): LocalDate {
  return startOfNextQuarter(diedOn)
}
