import { formatQuarter, type LocalDate, quarterFrom } from '../../calendar/index.ts'
import { decimalString, type Dirhams, parseDirhams } from '../../money/index.ts'
import type { PensionPart } from '../pension.ts'
import type { UsedParameter } from '../used-parameters.ts'
import type { Computation } from './computation.ts'

type KeptPart = Omit<PensionPart, 'beforeCoefficient' | 'yearly'>

/** What was worked out when it was decided, as it is read again: on pages and in letters. */
export interface KeptComputation extends Omit<Computation, 'parts' | 'leastPoints'> {
  readonly parts: readonly KeptPart[]
}

/** As it is kept beside the decision: what was worked out, with what, on that day. */
export function storedComputation(computation: Computation): object {
  const { from, points, kept, yearly, parts, share, people, parameters } = computation
  const { atOnce, lastMonthly, unreduced, isUnderPoints, unpaid } = computation
  return {
    from,
    points: points.toString(),
    kept: kept.toString(),
    yearly: stored(yearly),
    atOnce: stored(atOnce),
    lastMonthly: stored(lastMonthly),
    unreduced: stored(unreduced),
    isUnderPoints,
    share,
    people,
    parts: parts.map((part) => ({
      option: part.option,
      held: part.held.toString(),
      takenAsCapital: part.takenAsCapital.toString(),
      kept: part.kept.toString(),
      coefficient: part.coefficient,
      yearly: decimalString(part.yearly),
    })),
    unpaid: unpaid.map(({ quarter, category }) => ({ quarter: formatQuarter(quarter), category })),
    parameters,
  }
}

function stored(amount: Dirhams | null): string | null {
  return amount === null ? null : decimalString(amount)
}

interface Stored {
  readonly from: LocalDate
  readonly points: string
  readonly kept: string
  readonly share: number | null
  readonly people: number
  readonly parts: readonly (Pick<KeptPart, 'option' | 'coefficient'> &
    Record<'held' | 'takenAsCapital' | 'kept', string>)[]
  readonly parameters: readonly UsedParameter[]
  /** Not kept beside the first decisions. */
  readonly isUnderPoints?: boolean
  readonly unpaid?: readonly { readonly quarter: string; readonly category: string }[]
}

export function keptComputation(computation: unknown): KeptComputation | null {
  if (typeof computation !== 'object' || computation === null) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `storedComputation` alone.
  const read = computation as Stored
  return {
    from: read.from,
    points: BigInt(read.points),
    kept: BigInt(read.kept),
    yearly: amountIn(computation, 'yearly'),
    atOnce: amountIn(computation, 'atOnce'),
    lastMonthly: amountIn(computation, 'lastMonthly'),
    unreduced: amountIn(computation, 'unreduced'),
    isUnderPoints: read.isUnderPoints ?? false,
    share: read.share,
    people: read.people,
    parameters: read.parameters,
    parts: read.parts.map((part) => ({
      option: part.option,
      held: BigInt(part.held),
      takenAsCapital: BigInt(part.takenAsCapital),
      kept: BigInt(part.kept),
      coefficient: part.coefficient,
    })),
    unpaid: (read.unpaid ?? []).map(({ quarter, category }) => ({
      quarter: quarterFrom(quarter),
      category,
    })),
  }
}

/** What the rules gave a year when it was decided, whatever was decided. */
export function workedYearly(computation: unknown): Dirhams | null {
  return amountIn(computation, 'yearly')
}

/** The same of what is paid at once. */
export function workedAtOnce(computation: unknown): Dirhams | null {
  return amountIn(computation, 'atOnce')
}

type Amount = 'yearly' | 'atOnce' | 'lastMonthly' | 'unreduced'

function amountIn(computation: unknown, name: Amount): Dirhams | null {
  if (typeof computation !== 'object' || computation === null) return null
  const kept: unknown = Object.entries(computation).find(([key]) => key === name)?.[1]
  const parsed = typeof kept === 'string' ? parseDirhams(kept) : undefined
  return parsed?.ok ? parsed.value : null
}
