import type { Readable } from '../decode.ts'
import { escaped, misquoted, mostColumns, plain, quoted, type RowCursor } from './row-cursor.ts'

export type Delimiter = ';' | ',' | '\t'

const quote = 0x22
const numberSign = 0x23
/** Of the characters that mean something here, the last in the order of codes. */
const equals = 0x3d
/** A quoted cell may hold line ends, but a quote left open must not swallow the file. */
const mostLinesInRow = 20

/** The rows of a CSV file (RFC 4180, any of three delimiters), read from the text in place. */
export class CsvRows implements RowCursor {
  readonly starts = new Int32Array(mostColumns)
  readonly ends = new Int32Array(mostColumns)
  readonly kinds = new Uint8Array(mostColumns)
  readonly #delimiter: number
  readonly #lineEnd: number
  readonly #pieces: Generator<string>
  #text = ''
  #from = 0
  #next = 0
  #nextLine = 1
  #count = 0
  #line = 0
  #row = 0
  #isUnclosed = false
  #isOdd = false

  constructor(
    { pieces, lineEndCode }: Pick<Readable, 'pieces' | 'lineEndCode'>,
    delimiter: Delimiter,
  ) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#lineEnd = lineEndCode
    this.#pieces = pieces()
  }

  get text(): string {
    return this.#text
  }
  get count(): number {
    return this.#count
  }
  get line(): number {
    return this.#line
  }
  get row(): number {
    return this.#row
  }
  get isUnclosed(): boolean {
    return this.#isUnclosed
  }
  get isOdd(): boolean {
    return this.#isOdd
  }

  get isPieceDone(): boolean {
    return this.#next >= this.#text.length
  }

  /** Where the row begins in the text. */
  get from(): number {
    return this.#from
  }

  get written(): string {
    const text = this.#text.slice(this.#from, this.#next)
    return text.slice(0, text.length - this.ending.length)
  }

  /** What ends the row, if anything. */
  get ending(): string {
    const end = this.#text.slice(Math.max(this.#from, this.#next - 2), this.#next)
    if (!end.endsWith(String.fromCharCode(this.#lineEnd))) return ''
    return end === '\r\n' ? end : end.slice(-1)
  }

  advance(): boolean {
    if (this.#next >= this.#text.length && !this.#takePiece()) return false
    this.#from = this.#next
    this.#line = this.#nextLine
    this.#row++
    this.#isUnclosed = false
    this.#isOdd = false
    this.#readRow()
    return true
  }

  /** Past a line that is not of the table, such as `sep=;`, which spreadsheets do not number. Gives it back whole. */
  skipLine(): string {
    const from = this.#next
    const end = this.#text.indexOf(String.fromCharCode(this.#lineEnd), from)
    this.#next = end === -1 ? this.#text.length : end + 1
    this.#nextLine++
    return this.#text.slice(from, this.#next)
  }

  /** Makes the first lines known without taking a row. */
  start(): this {
    if (this.#text === '') this.#takePiece()
    return this
  }

  #takePiece(): boolean {
    const { done, value } = this.#pieces.next()
    if (done === true) return false
    this.#text = value
    this.#next = 0
    return true
  }

  /** Every character of the file passes here: one comparison is enough for nearly all of them. */
  #readRow(): void {
    const delimiter = this.#delimiter
    const lineEnd = this.#lineEnd
    let text = this.#text
    let column = 0
    let start = this.#from
    for (let at = start; ; at++) {
      const code = text.charCodeAt(at)
      if (code > equals) continue
      if (code === delimiter) {
        this.#close(column++, start, at, plain)
        start = at + 1
      } else if (code === lineEnd || at >= text.length) {
        const isReturn = code === 0x0a && at > start && text.charCodeAt(at - 1) === 0x0d
        this.#close(column, start, isReturn ? at - 1 : at, plain)
        this.#count = column + 1
        this.#next = at + 1
        this.#nextLine++
        return
      } else if ((code === equals || code === numberSign) && at === start) {
        this.#isOdd = true
      } else if (code === quote && at === start) {
        at = this.#closeQuoted(column, at)
        if (at < 0) return this.#readUnclosed()
        text = this.#text
        // What closed the cell is looked at again: a delimiter, or the end of the row.
        start = at
        if (text.charCodeAt(at) === delimiter) {
          column++
          start = at + 1
        } else {
          this.#count = column + 1
          this.#next = at + (text.charCodeAt(at) === 0x0d ? 2 : 1)
          this.#nextLine++
          return
        }
      }
    }
  }

  #close(column: number, start: number, end: number, kind: number): void {
    if (column >= mostColumns) return
    this.starts[column] = start
    this.ends[column] = end
    this.kinds[column] = kind
  }

  /** Reads from an opening quote to what ends the cell, and gives its place; -1 when the quote is never closed. */
  #closeQuoted(column: number, opening: number): number {
    let kind = quoted
    const first = this.#text.charCodeAt(opening + 1)
    if (first === equals || first === numberSign) this.#isOdd = true
    let from = opening + 1
    for (let lines = 0; ; ) {
      const closing = this.#text.indexOf('"', from)
      const passed = this.#linesBetween(from, closing === -1 ? this.#text.length : closing)
      if (lines + passed > mostLinesInRow) return -1
      if (closing === -1) {
        if (!this.#appendPiece()) return -1
        continue
      }
      lines += passed
      if (this.#text.charCodeAt(closing + 1) === quote) {
        kind = escaped
        from = closing + 2
        continue
      }
      this.#nextLine += lines
      if (lines > 0) this.#isOdd = true
      return this.#endQuoted(column, opening, { closing, kind })
    }
  }

  #endQuoted(
    column: number,
    opening: number,
    { closing, kind }: { readonly closing: number; readonly kind: number },
  ): number {
    let end = closing + 1
    if (this.#isEnd(end)) {
      this.#close(column, opening + 1, closing, kind)
      return end
    }
    // Something follows the closing quote: the cell is kept as it stands, to be named.
    while (!this.#isEnd(end)) end++
    this.#close(column, opening, end, misquoted)
    this.#isOdd = true
    return end
  }

  #isEnd(at: number): boolean {
    const code = this.#text.charCodeAt(at)
    if (code === this.#delimiter || code === this.#lineEnd || at >= this.#text.length) return true
    return code === 0x0d && this.#lineEnd === 0x0a && this.#text.charCodeAt(at + 1) === 0x0a
  }

  #linesBetween(from: number, to: number): number {
    let lines = 0
    for (let at = from; at < to; at++) if (this.#text.charCodeAt(at) === this.#lineEnd) lines++
    return lines
  }

  /** A row goes on past the end of the piece: what is left of this one is put before the next. */
  #appendPiece(): boolean {
    const { done, value } = this.#pieces.next()
    if (done === true) return false
    this.#text += value
    return true
  }

  /** The line alone, with no cell of its own; the next row begins on the next line. */
  #readUnclosed(): void {
    const end = this.#text.indexOf(String.fromCharCode(this.#lineEnd), this.#from)
    this.#next = end === -1 ? this.#text.length : end + 1
    this.#nextLine = this.#line + 1
    this.#isUnclosed = true
    this.#count = 1
    this.#close(0, this.#from, end === -1 ? this.#text.length : end, misquoted)
  }
}
