import { applyRate, centimes, type Dirhams, halfUp } from '../money/index.ts'

/** The share of somebody's points that goes to a survivor, in hundredths: half for a spouse, a fifth for an orphan of both. */
export function survivorPoints(points: bigint, shareBasisPoints: number): bigint {
  return halfUp(points * BigInt(shareBasisPoints), 10_000n)
}

/** Several spouses share one réversion equally; the hundredths of a point left over go to the first ones. */
export function shareAmong(points: bigint, people: number): bigint[] {
  if (!Number.isSafeInteger(people) || people < 1) throw new RangeError('nobody to share among')
  const each = points / BigInt(people)
  const over = Number(points % BigInt(people))
  return Array.from({ length: people }, (_, index) => each + (index < over ? 1n : 0n))
}

/** Three last monthly pensions, as the parameter says, to who survives a pensioner (site of the fund, «Capital décès»). */
export function deathCapital(lastMonthly: Dirhams, pensions: number): Dirhams {
  return centimes(lastMonthly * BigInt(pensions))
}

/**
 * What a réversion taken before its age keeps. `yearsEarly` are counted in whole years, begun ones included; more than the
 * table knows is refused: nothing may be paid so early.
 */
export function reversionAfter(
  yearly: Dirhams,
  yearsEarly: number,
  table: readonly { readonly years_early: number; readonly coefficient: number }[],
): Dirhams | undefined {
  if (yearsEarly <= 0) return yearly
  const row = table.find(({ years_early }) => years_early === yearsEarly)
  return row && applyRate(yearly, row.coefficient, halfUp)
}
