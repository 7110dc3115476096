import { westernDigits } from '../money/index.ts'

export type ParsedEmployerNumber =
  | { readonly ok: true; readonly value: string; readonly completed: boolean }
  | { readonly ok: false; readonly reason: 'missing' | 'characters' | 'too_long' }

/**
 * Reads a «N° Adhérent» as people type it: six digits, spaces aside, the zeros on the left added when they were left
 * out. Only a malformed number is refused online (leaflet, «Créer un compte», step 2; decision: subscription).
 */
export function parseEmployerNumber(typed: string): ParsedEmployerNumber {
  const digits = westernDigits(typed)
    // Spaces and dashes, and the invisible marks that come along when a number is copied from Arabic text.
    .replace(/[\s.\-/\u200e\u200f\u2066-\u2069]/g, '')
  if (digits === '') return { ok: false, reason: 'missing' }
  if (!/^\d+$/.test(digits)) return { ok: false, reason: 'characters' }
  if (digits.length > 6) return { ok: false, reason: 'too_long' }
  return { ok: true, value: digits.padStart(6, '0'), completed: digits.length < 6 }
}
