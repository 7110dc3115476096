import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findProjectRoot } from '../platform/project-root.ts'

export type PasswordMistake = 'too_short' | 'too_long' | 'common' | 'about_you'

/** Twelve characters beside a second factor, fifteen alone: 56 and 70 bits even in lower case. */
export const shortestWithSecondFactor = 12
export const shortestAlone = 15
const longestInCharacters = 128

/** Under this, a guesser who knows people's habits finds the password in spite of its length. */
const fewestBits = 40

/**
 * The one password rule, at every door (quality, part 0): long enough, not found by a list of common passwords, not
 * made of what everybody knows of the account. No rule of composition; pasting is welcome; it never expires.
 */
export function passwordMistake(
  password: string,
  about: { readonly secondFactor: boolean; readonly words: readonly string[] },
): PasswordMistake | null {
  const length = [...password.normalize('NFC')].length
  if (length > longestInCharacters) return 'too_long'
  if (length < (about.secondFactor ? shortestWithSecondFactor : shortestAlone)) return 'too_short'
  const own = new Set([...about.words.flatMap(ownWords), ...productWords])
  const common = commonWords()
  const bits = bitsOf(password, common, own)
  if (bits < fewestBits) return bits < bitsOf(password, common, new Set()) ? 'about_you' : 'common'
  return null
}

/** Names of the portal and of its services: the first thing typed by somebody in a hurry. */
const productWords = [
  'guichet',
  'portail',
  'teleservices',
  'teleservice',
  'teledeclaration',
  'compteadherent',
  'adherent',
  'esaypaiement',
  'easypaiement',
  'epaiement',
  'paiement',
  'eliquidation',
  'liquidation',
  'administrateur',
  'administration',
  'utilisateur',
  'utilisateurs',
  'retraite',
  'cotisation',
  'caisse',
  'agencevirtuelle',
]

function ownWords(text: string): string[] {
  const parts = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => [...part].length >= 3)
  return [...parts, parts.join('')]
}

let common: ReadonlySet<string> | undefined

/** Read once, from a file of the installation: no password is ever sent anywhere to be checked. */
function commonWords(): ReadonlySet<string> {
  common ??= new Set(
    readFileSync(path.join(findProjectRoot(), 'assets', 'passwords', 'common.txt'), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#')),
  )
  return common
}

const longestWord = 24

/** What each kind of piece costs a guesser, in bits; a word is one among the few thousand of the list. */
const cost = {
  word: 11,
  own: 1,
  again: 1,
  run: 5,
  year: 6,
  letter: 4.7,
  digit: 3.3,
  gap: 2,
  sign: 5,
}

/**
 * The cheapest way of building the password from pieces: a listed word, a run (1234, azerty, aaaa), a year, the piece
 * before it again, or one character. «motdepasse2026» costs 17 bits, four listed words 44, fifteen random letters 70.
 */
function bitsOf(password: string, common: ReadonlySet<string>, own: ReadonlySet<string>): number {
  const spellings = new Set([fold(password), unleet(fold(password))])
  return Math.min(...[...spellings].map((text) => cheapest([...text], common, own)))
}

function cheapest(
  characters: readonly string[],
  common: ReadonlySet<string>,
  own: ReadonlySet<string>,
): number {
  const best = [0]
  for (let end = 1; end <= characters.length; end += 1) {
    let fewest = (best[end - 1] ?? 0) + characterCost(characters[end - 1] ?? '')
    for (let start = Math.max(0, end - longestWord); start <= end - 2; start += 1) {
      const piece = characters.slice(start, end).join('')
      const before = characters.slice(Math.max(0, 2 * start - end), start).join('')
      const bits = piece === before ? cost.again : pieceCost(piece, common, own)
      if (bits !== null) fewest = Math.min(fewest, (best[start] ?? 0) + bits)
    }
    best.push(fewest)
  }
  return best[characters.length] ?? 0
}

function pieceCost(
  piece: string,
  common: ReadonlySet<string>,
  own: ReadonlySet<string>,
): number | null {
  if (own.has(piece)) return cost.own
  if (piece.length >= 3 && isRun(piece)) return cost.run
  if (isYear(piece)) return cost.year
  return common.has(piece) ? cost.word : null
}

function characterCost(character: string): number {
  if (/\p{L}/u.test(character)) return cost.letter
  if (/\p{N}/u.test(character)) return cost.digit
  return /[\s._-]/.test(character) ? cost.gap : cost.sign
}

function isYear(piece: string): boolean {
  return /^(19|20)\d\d$/.test(piece)
}

const rows = ['azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const lines = [...rows, '1234567890', '01234567890', 'abcdefghijklmnopqrstuvwxyz']
const runs = lines.flatMap((line) => [line, [...line].toReversed().join('')])

function isRun(piece: string): boolean {
  return new Set(piece).size === 1 || runs.some((run) => run.includes(piece))
}

/** Case and accents do not make another password; neither does «e» written «é». */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

function unleet(text: string): string {
  return text.replace(/[013457@$!]/g, (character) => leet[character] ?? character)
}
