import type { Encoding } from '../decode.ts'
import { encodeWindows1252 } from '../windows-1252.ts'

/** Text in the encoding of the file it came from, a piece at a time. */
export class TextEncoding {
  readonly #isLatin: boolean
  readonly #pieces: Uint8Array[] = []
  readonly #utf8 = new TextEncoder()
  #text = ''

  constructor(encoding: Encoding) {
    this.#isLatin = encoding === 'windows-1252'
    if (encoding === 'utf-8-bom') this.#pieces.push(Uint8Array.of(0xef, 0xbb, 0xbf))
  }

  add(text: string): void {
    this.#text += text
    if (this.#text.length > 1 << 16) this.#flush()
  }

  toBytes(): Uint8Array {
    this.#flush()
    const bytes = new Uint8Array(this.#pieces.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const piece of this.#pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    return bytes
  }

  #flush(): void {
    const text = this.#text
    this.#text = ''
    this.#pieces.push(this.#isLatin ? encodeWindows1252(text) : this.#utf8.encode(text))
  }
}
