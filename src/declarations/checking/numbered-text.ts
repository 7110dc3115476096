import { CompactMap } from './compact-map.ts'

const digitsOfNumber = 9

/**
 * What is said of each member, as lines that begin with the member's number and a tab: a hundred thousand of them are held
 * in the bytes of their text, and not in as many objects. Where a number comes twice, the last line counts.
 */
export class NumberedText {
  readonly #text: string
  readonly #places = new CompactMap()

  constructor(text: string) {
    this.#text = text
    for (const at of this.#starts()) this.#places.set(this.#keyAt(at), at)
  }

  /** The line of a member without its number; nothing for what is no number of nine digits. */
  get(memberNumber: string): string | undefined {
    if (!/^\d{9}$/.test(memberNumber)) return undefined
    const at = this.#places.get(keyOf(memberNumber))
    return at === undefined ? undefined : this.#restAt(at)
  }

  /** Every member once, in the order of the lines. */
  *entries(): Generator<readonly [memberNumber: string, rest: string]> {
    for (const at of this.#starts()) {
      if (this.#places.get(this.#keyAt(at)) !== at) continue
      yield [this.#text.slice(at, at + digitsOfNumber), this.#restAt(at)]
    }
  }

  *#starts(): Generator<number> {
    for (let at = 0; at < this.#text.length; ) {
      yield at
      const end = this.#text.indexOf('\n', at)
      at = end === -1 ? this.#text.length : end + 1
    }
  }

  #keyAt(at: number): number {
    return keyOf(this.#text.slice(at, at + digitsOfNumber))
  }

  #restAt(at: number): string {
    const end = this.#text.indexOf('\n', at)
    return this.#text.slice(at + digitsOfNumber + 1, end === -1 ? undefined : end)
  }
}

/** The zeros that stand for no number are one like another here. */
function keyOf(memberNumber: string): number {
  return Number(memberNumber) + 1
}
