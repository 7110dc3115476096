import type { LineField } from '../fields.ts'
import { fundLength } from '../fund-form.ts'
import { fullNameColumn, templateColumns } from '../layouts/template.ts'
import type { SourceLine } from '../source-line.ts'
import { isAllDigits } from '../text-forms.ts'
import type { CellForm } from './cell-forms.ts'
import type { Header } from './header.ts'
import { cellOf, columnLetters, plain, type RowCursor } from './row-cursor.ts'

/** What is to be known of a field in this file, found at once: five such questions a cell are asked of a large file. */
interface Place {
  readonly form: CellForm
  /** Counted from 0; -1 when the file has no such column. */
  readonly column: number
  /** No number of the fund's writing is so large. */
  readonly limit: number
  /** The cell read last, and what it was read as: in half of the columns, one row says what the row above said. */
  lastCell: string
  lastRead: string
}

/** A map, as for lines of fixed width. */
type Places = ReadonlyMap<LineField, Place>

function placesIn({ at }: Header): Places {
  const places = [...templateColumns, fullNameColumn].map(({ field, form }) => {
    const limit = 10 ** Math.min(15, fundLength(field))
    const column = at[field] ?? -1
    return [field, { form, column, limit, lastCell: '', lastRead: form.read('') ?? '' }] as const
  })
  return new Map(places)
}

/** The row in hand as a line: cells are put into the fund's writing as they are asked for. */
export class TableLine implements SourceLine {
  readonly #rows: RowCursor
  readonly #places: Places

  constructor(rows: RowCursor, header: Header) {
    this.#rows = rows
    this.#places = placesIn(header)
  }

  has(field: LineField): boolean {
    return this.#place(field).column >= 0
  }

  text(field: LineField): string {
    const place = this.#place(field)
    const { column, form, lastCell } = place
    if (column < 0) return ''
    if (this.#isWritten(column, lastCell)) return place.lastRead
    const cell = cellOf(this.#rows, column)
    const read = form.read(cell) ?? cell
    // One that was trimmed or freed of its guards is not what will be compared with the next.
    if (this.#isPlain(column, cell.length)) {
      place.lastCell = cell
      place.lastRead = read
    }
    return read
  }

  #place(field: LineField): Place {
    const place = this.#places.get(field)
    if (!place) throw new Error(`No column is for ${field}.`)
    return place
  }

  /** The cell stands in the file plainly, and as this text. */
  #isWritten(column: number, cell: string): boolean {
    return this.#isPlain(column, cell.length) && standsAt(this.#rows, column, cell)
  }

  #isPlain(column: number, length: number): boolean {
    const { starts, ends, kinds, count } = this.#rows
    if (column >= count || kinds[column] !== plain) return false
    return (ends[column] ?? 0) - (starts[column] ?? 0) === length
  }

  digits(field: LineField): number {
    const { column, form, limit } = this.#place(field)
    if (column < 0 || column >= this.#rows.count) return -1
    const { text, starts, ends, kinds } = this.#rows
    const found =
      kinds[column] === plain ? form.digits(text, starts[column] ?? 0, ends[column] ?? 0) : -1
    if (found >= 0 && found < limit) return found
    const read = form.read(cellOf(this.#rows, column)) ?? ''
    return isAllDigits(read) && Number(read) < limit ? Number(read) : -1
  }

  columnOf(field: LineField): number {
    return Math.max(0, this.#place(field).column) + 1
  }

  written(field: LineField): string {
    const { column } = this.#place(field)
    return column < 0 ? '' : cellOf(this.#rows, column)
  }

  reading(field: LineField, text: string): string {
    return this.#place(field).form.read(text) ?? text
  }

  writing(field: LineField, text: string): string {
    return this.#place(field).form.write(text)
  }

  room(field: LineField): number {
    return fundLength(field)
  }

  cell(field: LineField): string {
    return `${columnLetters(Math.max(0, this.#place(field).column))}${this.#rows.row}`
  }
}

/** From the last character: what differs from row to row, a number or a name, differs there. */
function standsAt({ text, starts }: RowCursor, column: number, cell: string): boolean {
  const start = starts[column] ?? 0
  for (let at = cell.length - 1; at >= 0; at--)
    if (text.charCodeAt(start + at) !== cell.charCodeAt(at)) return false
  return true
}
