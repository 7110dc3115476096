import { CompactIndex } from './compact-index.ts'
import type { Pages } from './pages.ts'

/** Where each identity document stood first in a file. The cards are in a column; other documents, which are few, by their text. */
export class DocumentsSeen {
  readonly #cards: CompactIndex
  readonly #others = new Map<string, number>()

  constructor(cards: Pages) {
    this.#cards = new CompactIndex(cards)
  }

  /** Where this document stood before, else it is of this place, to which the column comes next. Zeros, or a word, are nobody's. */
  firstAt(document: string, card: number, place: number): number | undefined {
    if (card !== 0) return this.#cards.keep(card, place)
    if (!/[1-9]/.test(document)) return undefined
    const first = this.#others.get(document)
    if (first === undefined) this.#others.set(document, place)
    return first
  }
}

const [A, zero] = [65, 48]
const [letters, digits] = [26, 10]
/** Numbers of six digits, and of five: 012345 is not 12345. */
const [ofSix, ofFive] = [1_000_000, 100_000]

/** A CNIE, one or two letters and five or six digits, as a number of nine digits that no other has; 0 for another document, or none. */
export function cardNumber(document: string | null): number {
  if (document === null) return 0
  let at = 0
  let series = 0
  for (; at < 2; at++) {
    const letter = document.charCodeAt(at) - A
    if (!(letter >= 0 && letter < letters)) break
    series = series * (letters + 1) + letter + 1
  }
  const length = document.length - at
  if (at === 0 || length < 5 || length > 6) return 0
  let number = 0
  for (; at < document.length; at++) {
    const digit = document.charCodeAt(at) - zero
    if (digit < 0 || digit >= digits) return 0
    number = number * digits + digit
  }
  if (number === 0) return 0
  return series * (ofSix + ofFive) + (length === 6 ? ofFive : 0) + number
}
