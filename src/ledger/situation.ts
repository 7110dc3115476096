import { compareQuarters, formatQuarter, type LocalDate, type Quarter } from '../calendar/index.ts'
import { add, type Dirhams, sum, zeroDirhams } from '../money/index.ts'
import { dueText } from './account.ts'
import type { DueState } from './books.ts'
import { type Fraction, graceEndsOn, totalInterest } from './late-interest.ts'
import {
  declaredOf,
  estimateOn,
  inTransitOn,
  owedOn,
  paidOn,
  type Position,
  type PositionState,
  stateOf,
} from './position.ts'

/** A due that is not settled: what is left, by when, and what lateness would cost today. */
export interface OpenDue {
  readonly position: Position
  readonly state: PositionState
  readonly payBy: LocalDate
  readonly estimate: readonly Fraction[]
  readonly inTransit: Dirhams
}

/** A quarter that a category owes and that nobody declared yet. */
export interface Undeclared {
  readonly category: string
  readonly quarter: Quarter
  readonly declareBy: LocalDate
  readonly isLate: boolean
}

/** Both sides of one quarter, all categories together. */
export interface QuarterTotals {
  readonly quarter: Quarter
  readonly declared: Dirhams
  readonly paid: Dirhams
}

export interface Situation {
  readonly answer: Answer
  readonly toPay: readonly OpenDue[]
  readonly undeclared: readonly Undeclared[]
  /** The newest quarters, oldest first. */
  readonly quarters: readonly QuarterTotals[]
  readonly advances: Dirhams
  readonly inTransit: Dirhams
  /** Interest on everything open, if all were paid today. */
  readonly estimated: Dirhams
  readonly today: LocalDate
}

/** «Where do we stand?», in one case. */
export type Answer =
  | { readonly kind: 'nothing_declared' }
  | { readonly kind: 'clear' | 'in_transit' | 'undeclared_late' }
  | { readonly kind: 'credit'; readonly amount: Dirhams }
  | {
      readonly kind: 'to_pay'
      readonly amount: Dirhams
      readonly payBy: LocalDate
      /** Of the amount, what is interest already: no day makes it go away. */
      readonly interest: Dirhams
    }
  /** The contributions are settled, and interest that was booked is not. */
  | { readonly kind: 'interest_only'; readonly amount: Dirhams }
  | {
      readonly kind: 'late'
      readonly amount: Dirhams
      readonly late: Dirhams
      /** When the grace of the one that is late for longest ended, and whether another ended later. */
      readonly since: LocalDate
      readonly sinceOthers: boolean
      readonly estimated: Dirhams
    }

export interface AccountFacts {
  readonly positions: readonly Position[]
  /** The dues that are not settled, with their payments. */
  readonly openDues: ReadonlyMap<string, DueState>
  readonly undeclared: readonly Undeclared[]
  readonly advances: Dirhams
  readonly inTransit: Dirhams
}

const quartersShown = 12

/** Where an employer stands on a day: due, paid, late, estimated interest, what comes next (product C1). */
export function situationOn(facts: AccountFacts, today: LocalDate): Situation {
  const toPay = facts.positions
    .map((position) => openDueOf(position, facts.openDues.get(dueText(position.due)), today))
    .filter(({ position, inTransit }) => owedOn(position) > 0n || inTransit > 0n)
    .sort((one, other) => (one.payBy < other.payBy ? -1 : one.payBy > other.payBy ? 1 : 0))
  const estimated = sum(toPay.map(({ estimate }) => totalInterest(estimate)))
  return {
    answer: answerOf(facts, toPay, estimated),
    toPay,
    undeclared: facts.undeclared,
    quarters: totalsByQuarter(facts.positions).slice(-quartersShown),
    advances: facts.advances,
    inTransit: facts.inTransit,
    estimated,
    today,
  }
}

function openDueOf(position: Position, due: DueState | undefined, today: LocalDate): OpenDue {
  return {
    position,
    state: stateOf(position, today),
    payBy: graceEndsOn(position.terms),
    estimate: due ? estimateOn(due, today) : [],
    inTransit: due ? inTransitOn(due) : zeroDirhams,
  }
}

function answerOf(facts: AccountFacts, toPay: readonly OpenDue[], estimated: Dirhams): Answer {
  const amount = sum(toPay.map(({ position }) => owedOn(position)))
  const late = toPay.filter(({ state }) => state === 'late')
  const [first] = late
  if (first) {
    const lateAmount = sum(late.map(({ position }) => position.open))
    const sinceOthers = late.some(({ payBy }) => payBy !== first.payBy)
    return { kind: 'late', amount, late: lateAmount, since: first.payBy, sinceOthers, estimated }
  }
  const [next] = toPay.filter(({ position }) => position.open > 0n)
  if (next) return { kind: 'to_pay', amount, payBy: next.payBy, interest: bookedInterest(toPay) }
  if (amount > 0n) return { kind: 'interest_only', amount }
  if (facts.inTransit > 0n) return { kind: 'in_transit' }
  if (facts.undeclared.some(({ isLate }) => isLate)) return { kind: 'undeclared_late' }
  if (facts.advances > 0n) return { kind: 'credit', amount: facts.advances }
  return { kind: facts.positions.length === 0 ? 'nothing_declared' : 'clear' }
}

function bookedInterest(toPay: readonly OpenDue[]): Dirhams {
  return sum(toPay.map(({ position }) => position.openInterest))
}

function totalsByQuarter(positions: readonly Position[]): QuarterTotals[] {
  const totals = new Map<string, QuarterTotals>()
  for (const position of positions) {
    const { quarter } = position.due
    const before = totals.get(formatQuarter(quarter))
    totals.set(formatQuarter(quarter), {
      quarter,
      declared: add(before?.declared ?? zeroDirhams, declaredOf(position)),
      paid: add(before?.paid ?? zeroDirhams, paidOn(position)),
    })
  }
  return [...totals.values()].sort((one, other) => compareQuarters(one.quarter, other.quarter))
}

/**
 * Nothing late: neither a payment past its grace, one that the bank has not confirmed included, nor a declaration past its day
 * (product C6, «régularité»).
 */
export function isRegular({ toPay, undeclared, today }: Situation): boolean {
  const isLate = ({ state, inTransit, payBy }: OpenDue) =>
    state === 'late' || (inTransit > 0n && payBy < today)
  return !toPay.some(isLate) && !undeclared.some((one) => one.isLate)
}
