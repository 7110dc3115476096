declare const brand: unique symbol

/** An amount of money, in whole centimes. The brand keeps counts, rates and amounts apart at compile time. */
export type Dirhams = bigint & { readonly [brand]: 'Dirhams' }

/** Money is counted in whole centimes, never in floating point (decision «Money is whole centimes in a bigint»). */
export function centimes(count: bigint | number): Dirhams {
  if (typeof count === 'number' && !Number.isSafeInteger(count)) {
    throw new RangeError(`centimes: expected a whole number, got ${count}`)
  }
  return BigInt(count) as Dirhams
}

export const zeroDirhams = centimes(0n)

export function add(augend: Dirhams, addend: Dirhams): Dirhams {
  return (augend + addend) as Dirhams
}

export function subtract(minuend: Dirhams, subtrahend: Dirhams): Dirhams {
  return (minuend - subtrahend) as Dirhams
}

export function negate(amount: Dirhams): Dirhams {
  return -amount as Dirhams
}

/** An amount as people say it: which way, and how much. */
export function signed(amount: Dirhams): { readonly sign: -1 | 0 | 1; readonly size: Dirhams } {
  const sign = amount === 0n ? 0 : amount > 0n ? 1 : -1
  return { sign, size: sign < 0 ? negate(amount) : amount }
}

export function sum(amounts: Iterable<Dirhams>): Dirhams {
  let total = 0n
  for (const amount of amounts) total += amount
  return total as Dirhams
}

/** Negative when the first is smaller, zero when equal, positive when larger: the order `sort` expects. */
export function compareDirhams(first: Dirhams, second: Dirhams): number {
  if (first === second) return 0
  return first < second ? -1 : 1
}
