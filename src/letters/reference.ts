import { newCode, parseCode } from '../platform/code.ts'
import type { LetterKind } from './letter.ts'

const prefixes: Record<LetterKind, string> = {
  subscription: 'AB',
  renewal: 'RA',
  password_reset: 'RM',
  email_update: 'ME',
  debit_mandate: 'MP',
}

const symbols = 8

/** A new code: the kind in two letters, seven random symbols, and one that catches a slip of the hand. */
export function newReference(kind: LetterKind): string {
  return newCode(prefixes[kind], symbols)
}

/** Reads a code as people type it; nothing when it cannot be one of ours. */
export function parseReference(typed: string): string | undefined {
  return parseCode(typed, Object.values(prefixes), symbols)
}
