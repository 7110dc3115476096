import { typedNumber } from '../money/index.ts'

declare const brand: unique symbol

/** A Moroccan bank account, 24 digits: bank 3, locality 3, account 16, key 2 (domain §7.1). */
export type Rib = string & { readonly [brand]: 'Rib' }

export type ParsedRib =
  | { readonly ok: true; readonly value: Rib }
  | { readonly ok: false; readonly reason: 'length' | 'characters' | 'key' }

/**
 * Reads a RIB as people copy it (spaces, dashes, an IBAN pasted whole) and checks its key: the 24 digits are a
 * multiple of 97, so that a swapped or mistyped digit is noticed before the bank notices it (domain §7.1, product E6).
 */
export function parseRib(text: string): ParsedRib {
  const digits = typedNumber(text)
    .replace(/[\s.-]/g, '')
    .replace(/^MA64/i, '')
  if (!/^\d*$/.test(digits)) return { ok: false, reason: 'characters' }
  if (digits.length !== 24) return { ok: false, reason: 'length' }
  if (ribKey(digits.slice(0, 22)) !== digits.slice(22)) return { ok: false, reason: 'key' }
  return { ok: true, value: digits as Rib }
}

/** `97 − ((first 22 × 100) mod 97)`, on two digits: 01 to 97, never 00. */
export function ribKey(first22: string): string {
  return String(97n - ((BigInt(first22) * 100n) % 97n)).padStart(2, '0')
}

/** Every valid Moroccan IBAN has the check digits 64, because its RIB is itself a multiple of 97 (domain §7.2). */
export function ibanOf(rib: Rib): string {
  return `MA64${rib}`
}

export function bankCodeOf(rib: string): string {
  return rib.slice(0, 3)
}

/** «007 780 •••• •••• •••• 96»: enough to recognise an account, not enough to use it. */
export function maskedRib(rib: string): string {
  return `${rib.slice(0, 3)} ${rib.slice(3, 6)} •••• ${rib.slice(18, 22)} ${rib.slice(22)}`
}

/** «007 780 0001234567890123 96», as printed on the mandate that is signed. */
export function writtenRib(rib: string): string {
  return `${rib.slice(0, 3)} ${rib.slice(3, 6)} ${rib.slice(6, 22)} ${rib.slice(22)}`
}
