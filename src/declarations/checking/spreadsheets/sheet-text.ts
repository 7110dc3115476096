import type { CellValue } from 'hucre/xlsx'
import { csvCell } from '../tables/csv-row.ts'
import { columnLetters } from '../tables/row-cursor.ts'

/** Rows of a sheet put into the text of a table, row 214 on line 214. */
export class SheetText {
  readonly #formulas: ReadonlyMap<string, string>
  readonly #encoder = new TextEncoder()
  readonly #pieces: Uint8Array[] = []
  #text = ''
  #length = 0
  #nextRow = 0

  constructor(formulas: ReadonlyMap<string, string>) {
    this.#formulas = formulas
  }

  get length(): number {
    return this.#length + this.#text.length
  }

  add(index: number, values: readonly CellValue[]): void {
    if (index < this.#nextRow) throw new Error(`Row ${index + 1} comes after row ${this.#nextRow}.`)
    // Rows that nobody wrote are not in the file; they keep their numbers here.
    this.#text += '\n'.repeat(index - this.#nextRow)
    const cells = values.map((value, column) => this.#cell(index, column, value))
    this.#text += `${cells.join(';')}\n`
    this.#nextRow = index + 1
    if (this.#text.length > 1 << 20) this.#flush()
  }

  toBytes(): Uint8Array {
    this.#flush()
    const bytes = new Uint8Array(this.#length)
    let at = 0
    for (const piece of this.#pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    return bytes
  }

  /** A formula is shown as one: what it came to is not what somebody wrote. */
  #cell(row: number, column: number, value: CellValue): string {
    const formula =
      this.#formulas.size > 0 ? this.#formulas.get(`${columnLetters(column)}${row + 1}`) : undefined
    if (formula !== undefined) return `"=${formula.replaceAll('"', '""')}"`
    // A line end inside a cell must not move the rows that follow; alone, a carriage return is no line end here.
    return csvCell(textOfCell(value).replace(/\r?\n/g, '\r'))
  }

  #flush(): void {
    const piece = this.#encoder.encode(this.#text)
    this.#pieces.push(piece)
    this.#length += piece.length
    this.#text = ''
  }
}

/** A cell as it would be typed. Numbers are floats in a spreadsheet: what is beyond the sixth decimal is noise. */
export function textOfCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6)
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX'
  if (value instanceof Date) return dayOf(value)
  return value
}

function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = date.toISOString().split('T')
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 8)}`
}
