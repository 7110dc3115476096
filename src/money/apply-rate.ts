import type { Dirhams } from './dirhams.ts'

/** Turns an exact fraction into whole centimes. Always named at the call, so no rounding is ever a default. */
export type Rounding = (numerator: bigint, denominator: bigint) => bigint

/**
 * Half a centime goes up, as the fund rounds each contribution line (contribution-file.md, «Amounts»).
 * A reversal rounds like what it reverses: half goes away from zero on both sides.
 */
export const halfUp: Rounding = (numerator, denominator) => {
  if (denominator <= 0n) throw new RangeError('halfUp: the denominator must be positive')
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (size + (denominator >> 1n)) / denominator
  return numerator < 0n ? -rounded : rounded
}

/** A rate is exact: 600 basis points are 6.00 %, and only the product is rounded. */
export function applyRate(base: Dirhams, rateBasisPoints: number, rounding: Rounding): Dirhams {
  if (!Number.isSafeInteger(rateBasisPoints) || rateBasisPoints < 0) {
    throw new RangeError(`applyRate: expected whole basis points, got ${rateBasisPoints}`)
  }
  return rounding(base * BigInt(rateBasisPoints), 10_000n) as Dirhams
}
