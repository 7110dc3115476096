import { type Dirhams, negate } from './dirhams.ts'

/**
 * Splits an amount by whole weights so that the parts always add up to the whole.
 * The centimes left over go one by one to the largest weights, the earlier first when equal.
 */
export function allocate(total: Dirhams, weights: readonly (bigint | number)[]): Dirhams[] {
  if (total < 0n) return allocate(negate(total), weights).map(negate)
  const exact = weights.map(wholeWeight)
  const whole = exact.reduce((all, weight) => all + weight, 0n)
  if (whole === 0n) throw new RangeError('allocate: at least one weight must be positive')
  const parts = exact.map((weight) => (total * weight) / whole)
  let left = total - parts.reduce((all, part) => all + part, 0n)
  for (const index of largestFirst(exact)) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1n
  }
  return parts as Dirhams[]
}

function wholeWeight(weight: bigint | number): bigint {
  const isWhole = typeof weight === 'bigint' || Number.isSafeInteger(weight)
  if (!isWhole || weight < 0) throw new RangeError(`allocate: ${weight} is not a whole weight`)
  return BigInt(weight)
}

function largestFirst(weights: readonly bigint[]): number[] {
  return weights
    .map((weight, index) => ({ weight, index }))
    .filter(({ weight }) => weight > 0n)
    .sort((a, b) => (a.weight === b.weight ? a.index - b.index : a.weight < b.weight ? 1 : -1))
    .map(({ index }) => index)
}
