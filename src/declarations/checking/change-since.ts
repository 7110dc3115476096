/** No more than so many percent from another amount, above or below. */
export function isWithin(amount: bigint, reference: bigint, percent: bigint): boolean {
  const difference = amount > reference ? amount - reference : reference - amount
  return difference * 100n <= reference * percent
}

/** The same to the nearest ten: «+80», «-50». */
export function tensSince(reference: bigint, amount: bigint): string {
  const tens = Math.round(Number(percentSince(reference, amount)) / 10) * 10
  return tens < 0 ? String(tens) : `+${tens}`
}

/** By how many percent an amount has changed, to the nearest tenth: «38», «-12.5». */
export function percentSince(reference: bigint, amount: bigint): string {
  const difference = amount > reference ? amount - reference : reference - amount
  const tenths = (difference * 2000n + reference) / (reference * 2n)
  const sign = amount < reference && tenths > 0n ? '-' : ''
  const decimal = tenths % 10n === 0n ? '' : `.${tenths % 10n}`
  return `${sign}${tenths / 10n}${decimal}`
}
