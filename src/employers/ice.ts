import { typedNumber } from '../money/index.ts'

declare const brand: unique symbol

/** The «Identifiant Commun de l'Entreprise»: 15 digits, entity 9, establishment 4, control 2 (domain §8). */
export type Ice = string & { readonly [brand]: 'Ice' }

/** Reads an ICE as typed, spaces aside; nothing when it does not have its 15 digits. */
export function parseIce(text: string): Ice | undefined {
  const digits = typedNumber(text).replace(/[\s.-]/g, '')
  return /^\d{15}$/.test(digits) ? (digits as Ice) : undefined
}

/** How two ICEs differ, as somebody who compares them on paper would say it. */
export type IceDifference =
  | { readonly kind: 'digit'; readonly position: number }
  | { readonly kind: 'exchanged'; readonly position: number }
  | { readonly kind: 'control' | 'establishment' | 'company' }

/**
 * What differs between the ICE that was typed and the one on file: a slip of the hand first, then by its three parts,
 * entity, establishment and control (domain §8). Nothing when they are the same.
 */
export function differenceOfIce(typed: Ice, known: Ice): IceDifference | undefined {
  const positions = [...typed].flatMap((digit, index) => (digit === known[index] ? [] : [index]))
  const [first, second] = positions
  if (first === undefined) return undefined
  if (second === undefined) return { kind: 'digit', position: first + 1 }
  if (positions.length === 2 && areExchanged(typed, known, first, second))
    return { kind: 'exchanged', position: first + 1 }
  if (first >= 13) return { kind: 'control' }
  return { kind: first >= 9 ? 'establishment' : 'company' }
}

function areExchanged(typed: Ice, known: Ice, first: number, second: number): boolean {
  return second === first + 1 && typed[first] === known[second] && typed[second] === known[first]
}

/** The whole number is a multiple of 97; some real ones are said not to be, so this is to confirm, not to refuse. */
export function hasRightControl(ice: Ice): boolean {
  return BigInt(ice) % 97n === 0n
}
