import type { Dirhams } from '../money/index.ts'
import {
  areTooFew,
  type HeldPoints,
  type Pension,
  valueOfPoints,
  workOutPension,
} from './pension.ts'
import type { RulesInForce } from './pension-rules.ts'
import { deathCapital, survivorPoints } from './survivors.ts'
import type { LocalDate } from '../calendar/index.ts'

/** What survivors would have, told as information. */
export interface Survivors {
  readonly spouse: SurvivorShare
  readonly orphan: SurvivorShare
  /** Below so many points, of the member or of the spouse, one payment takes the place of a pension. */
  readonly leastPoints: number
  /** To who survives a pensioner: nothing where there is no pension. */
  readonly deathCapital: Dirhams | null
  readonly deathCapitalPensions: number
}

export interface SurvivorShare {
  /** Hundredths of a percent. */
  readonly share: number
  readonly points: bigint
  /** Nothing where the points are too few for a pension: they are paid at once. */
  readonly yearly: Dirhams | null
}

export interface Estimate {
  readonly pension: Pension
  /** The same once every quarter declared is paid, when that changes anything. */
  readonly onceAllPaid: Pension | null
  readonly survivors: Survivors
  readonly rules: RulesInForce
}

/** A pension that nobody has decided, from the points of today and of the day when everything is paid (product L4). */
export function estimatePension(
  held: { readonly earned: readonly HeldPoints[]; readonly expected: readonly HeldPoints[] },
  at: { readonly bornOn: LocalDate; readonly from: LocalDate; readonly asCapital: boolean },
  rules: RulesInForce,
): Estimate {
  const pension = workOutPension(held.earned, at, rules)
  const later = workOutPension(held.expected, at, rules)
  return {
    pension,
    onceAllPaid: later.kept > pension.kept ? later : null,
    survivors: survivorsOf(pension, rules),
    rules,
  }
}

function survivorsOf({ kept, monthly, isSinglePayment }: Pension, rules: RulesInForce): Survivors {
  const shareOf = (share: number, isEnough: (points: bigint) => boolean): SurvivorShare => {
    const points = survivorPoints(kept, share)
    const isPension = !isSinglePayment && isEnough(points)
    return { share, points, yearly: isPension ? valueOfPoints(points, rules.pointValue) : null }
  }
  const { deathCapitalPensions } = rules
  return {
    spouse: shareOf(rules.reversionShare, (points) => !areTooFew(points, rules)),
    orphan: shareOf(rules.orphanShare, () => true),
    leastPoints: rules.singlePaymentPoints,
    deathCapital: isSinglePayment ? null : deathCapital(monthly, deathCapitalPensions),
    deathCapitalPensions,
  }
}
