import { randomInt } from 'node:crypto'
import type { LetterKind } from './letter.ts'

/** What a person copies from paper: digits and capitals that cannot be taken for one another (no I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const prefixes: Record<LetterKind, string> = {
  subscription: 'AB',
  renewal: 'RA',
  password_reset: 'RM',
  email_update: 'ME',
  debit_mandate: 'MP',
}

/** A new code: the kind in two letters, seven random symbols, and one that catches a slip of the hand. */
export function newReference(kind: LetterKind): string {
  const symbols = Array.from({ length: 7 }, () => alphabet[randomInt(32)]).join('')
  const body = prefixes[kind] + symbols
  return shaped(body + checkSymbol(body))
}

/**
 * Reads a code as people type it: lower case, spaces, missing dashes, O for 0 and I or L for 1. Nothing when it
 * cannot be one of ours.
 */
export function parseReference(typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[^A-Z0-9]/g, '')
  const prefix = bare.slice(0, 2)
  const rest = bare.slice(2).replaceAll('O', '0').replace(/[IL]/g, '1')
  if (!Object.values(prefixes).includes(prefix) || !/^[0-9A-HJKMNP-TV-Z]{8}$/.test(rest)) {
    return undefined
  }
  const body = prefix + rest.slice(0, 7)
  return checkSymbol(body) === rest[7] ? shaped(prefix + rest) : undefined
}

function shaped(bare: string): string {
  return `${bare.slice(0, 2)}-${bare.slice(2, 6)}-${bare.slice(6)}`
}

/**
 * A weighted sum in the field of 32 elements, each place weighing twice the next: one wrong symbol or two
 * exchanged ones always change it.
 */
function checkSymbol(body: string): string {
  let sum = 0
  for (const symbol of body) sum = twice(sum ^ alphabet.indexOf(symbol))
  return alphabet[sum] ?? ''
}

function twice(value: number): number {
  const shifted = value << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}
