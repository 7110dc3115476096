import { centimes, type Dirhams } from '../../money/index.ts'

/**
 * An amount as ISO 20022 writes it: digits and a point, no signs between thousands. A dirham has a hundred centimes: decimals after
 * the second are zeros, or nothing is read.
 */
export function readIsoAmount(text: string): Dirhams | undefined {
  const [, whole, decimals = ''] = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(text) ?? []
  return whole === undefined ? undefined : centimes(BigInt(whole + decimals.padEnd(2, '0')))
}
