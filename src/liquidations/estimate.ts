import type { Dirhams } from '../money/index.ts'
import { type HeldPoints, type Pension, valueOfPoints, workOutPension } from './pension.ts'
import type { RulesInForce } from './pension-rules.ts'
import { deathCapital, survivorPoints } from './survivors.ts'
import type { LocalDate } from '../calendar/index.ts'

/** What survivors would have, told as information. */
export interface Survivors {
  readonly spouse: SurvivorShare
  readonly orphan: SurvivorShare
  /** To who survives a pensioner. */
  readonly deathCapital: Dirhams
  readonly deathCapitalPensions: number
}

export interface SurvivorShare {
  /** Hundredths of a percent. */
  readonly share: number
  readonly points: bigint
  readonly yearly: Dirhams
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

function survivorsOf({ kept, monthly }: Pension, rules: RulesInForce): Survivors {
  const shareOf = (share: number): SurvivorShare => {
    const points = survivorPoints(kept, share)
    return { share, points, yearly: valueOfPoints(points, rules.pointValue) }
  }
  const { deathCapitalPensions } = rules
  return {
    spouse: shareOf(rules.reversionShare),
    orphan: shareOf(rules.orphanShare),
    deathCapital: deathCapital(monthly, deathCapitalPensions),
    deathCapitalPensions,
  }
}
