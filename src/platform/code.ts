import { randomInt } from 'node:crypto'
import { westernDigits } from '../money/index.ts'

/** What a person copies from paper: digits and capitals that cannot be taken for one another (no I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new code: two letters that say what it is of, random symbols, and one that catches a slip of the hand; «AB-1234-5678». */
export function newCode(prefix: string, symbols: number): string {
  if (!/^[0-9A-HJKMNP-TV-Z]{2}$/.test(prefix)) throw new RangeError(`«${prefix}» begins no code`)
  const random = Array.from({ length: symbols - 1 }, () => alphabet[randomInt(32)]).join('')
  const body = prefix + random
  return shaped(body + checkSymbol(body))
}

/**
 * Reads a code as people type it: lower case, spaces, missing dashes, O for 0 and I or L for 1. Nothing when it
 * cannot be one with these prefixes and that many symbols.
 */
export function parseCode(
  typed: string,
  prefixes: readonly string[],
  symbols: number,
): string | undefined {
  const bare = westernDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const prefix = bare.slice(0, 2)
  const rest = bare.slice(2).replaceAll('O', '0').replace(/[IL]/g, '1')
  if (!prefixes.includes(prefix) || rest.length !== symbols || !/^[0-9A-HJKMNP-TV-Z]+$/.test(rest))
    return undefined
  const body = prefix + rest.slice(0, -1)
  return checkSymbol(body) === rest.at(-1) ? shaped(prefix + rest) : undefined
}

/** In groups of four after the prefix. */
function shaped(bare: string): string {
  return [bare.slice(0, 2), ...(bare.slice(2).match(/.{1,4}/g) ?? [])].join('-')
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
