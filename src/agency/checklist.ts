import { saysFactorIsLost } from '../access/reset-delegate-password.ts'
import type { Letter } from '../letters/letter.ts'

/** What an agent compares with the signed paper before accepting it (product P5). */
export const checks = [
  'number',
  'signatory',
  'signature',
  'stamp',
  'identity',
  'second_factor',
] as const
export type Check = (typeof checks)[number]

/** Those that any letter needs. */
export const commonChecks = checks.filter((check) => check !== 'second_factor')

export type Checklist = Readonly<Partial<Record<Check, boolean>>>

/** The checks of this letter: a second factor is only taken off when the paper itself asks for it. */
export function checksOf(letter: Pick<Letter, 'kind' | 'data'>): readonly Check[] {
  return saysFactorIsLost(letter) ? checks : commonChecks
}

export function checklistOf(ticked: readonly string[]): Checklist {
  return Object.fromEntries(checks.map((check) => [check, ticked.includes(check)]))
}

export function isComplete(checklist: Checklist, letter: Pick<Letter, 'kind' | 'data'>): boolean {
  return checksOf(letter).every((check) => checklist[check])
}
