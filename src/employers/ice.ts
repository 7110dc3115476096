declare const brand: unique symbol

/** The «Identifiant Commun de l'Entreprise»: 15 digits, entity 9, establishment 4, control 2 (domain §8). */
export type Ice = string & { readonly [brand]: 'Ice' }

/** Reads an ICE as typed, spaces aside; nothing when it does not have its 15 digits. */
export function parseIce(text: string): Ice | undefined {
  const digits = text.replace(/[\s.-]/g, '')
  return /^\d{15}$/.test(digits) ? (digits as Ice) : undefined
}

/** The whole number is a multiple of 97; some real ones are said not to be, so this is to confirm, not to refuse. */
export function hasRightControl(ice: Ice): boolean {
  return BigInt(ice) % 97n === 0n
}
