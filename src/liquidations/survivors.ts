import { centimes, type Dirhams, halfUp } from '../money/index.ts'

/** The share of somebody's points that goes to a survivor, in hundredths: half for a spouse, a fifth for an orphan of both. */
export function survivorPoints(points: bigint, shareBasisPoints: number): bigint {
  return halfUp(points * BigInt(shareBasisPoints), 10_000n)
}

/** Three last monthly pensions, as the parameter says, to who survives a pensioner (site of the fund, «Capital décès»). */
export function deathCapital(lastMonthly: Dirhams, pensions: number): Dirhams {
  return centimes(lastMonthly * BigInt(pensions))
}
