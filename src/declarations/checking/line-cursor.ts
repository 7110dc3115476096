import type { Readable } from './decode.ts'

/** Goes from line to line through a file, copying nothing: the line in hand is a stretch of a piece of the text. */
export class LineCursor {
  readonly #pieces: Generator<string>
  readonly #end: string
  #next = 0
  #piece = ''
  #from = 0
  #to = 0
  #number = 0

  constructor({ pieces, lineEndCode }: Readable) {
    this.#pieces = pieces()
    this.#end = String.fromCharCode(lineEndCode)
  }

  /** Takes the next line in hand; false after the last. */
  advance(): boolean {
    if (this.#next >= this.#piece.length && !this.#takePiece()) return false
    const end = this.#piece.indexOf(this.#end, this.#next)
    this.#from = this.#next
    this.#to = end === -1 ? this.#piece.length : end
    this.#next = this.#to + 1
    // A carriage return belongs to the line end only before a line feed; alone at the end of the file it stays, to be named.
    if (end > this.#from && this.#piece.charCodeAt(end - 1) === 0x0d && this.#end === '\n')
      this.#to--
    this.#number++
    return true
  }

  /** The line in hand is the last of its piece. */
  get isPieceDone(): boolean {
    return this.#next >= this.#piece.length
  }

  get piece(): string {
    return this.#piece
  }

  get from(): number {
    return this.#from
  }

  get length(): number {
    return this.#to - this.#from
  }

  /** Counted from 1. */
  get number(): number {
    return this.#number
  }

  /** What ends the line, if anything. */
  get ending(): string {
    return this.#piece.slice(this.#to, this.#next)
  }

  get text(): string {
    return this.#piece.slice(this.#from, this.#to)
  }

  #takePiece(): boolean {
    const { done, value } = this.#pieces.next()
    if (done === true) return false
    this.#piece = value
    this.#next = 0
    return true
  }
}
