import { correctRow } from '../checking/corrections/correct-row.ts'
import { fieldNames, type LineField } from '../checking/fields.ts'
import { fundLength } from '../checking/fund-form.ts'
import { CsvRows, type Delimiter } from '../checking/tables/csv-rows.ts'
import { type Header, readHeader } from '../checking/tables/header.ts'
import { cellOf, isBlankRow, type RowCursor } from '../checking/tables/row-cursor.ts'
import { TableLine } from '../checking/tables/table-line.ts'
import type { LineBook, LineTexts } from './line-book.ts'

const allFields: readonly LineField[] = [...fieldNames, 'fullName']

/** Cells in any order under a header; a cell that is not corrected stays as it was written. */
export class TableBook implements LineBook {
  readonly kind = 'table'
  readonly delimiter: Delimiter
  readonly #header: Header
  readonly #titles: readonly string[]
  readonly #titleLine: number

  constructor(rows: CsvRows, delimiter: Delimiter) {
    this.delimiter = delimiter
    this.#titles = cellsOf(rows, rows.count)
    this.#titleLine = rows.line
    this.#header = readHeader(this.#titles)
  }

  has(field: LineField): boolean {
    return this.#header.at[field] !== undefined
  }

  lengthOf(field: LineField): number {
    return fundLength(field)
  }

  read(text: string): LineTexts {
    const line = this.#lineOf(text)
    return textsOf((field) => line.text(field))
  }

  write(text: string, changes: Partial<LineTexts>): string {
    const line = this.#lineOf(text)
    const written = Object.entries(changes).map(([field, changed]) => [
      field,
      line.writing(field as LineField, changed),
    ])
    return this.#put(text, Object.fromEntries(written))
  }

  reading(field: LineField, correction: string): string {
    return this.#lineOf('').reading(field, correction)
  }

  isLine({ line, text }: { readonly line: number; readonly text: string }): boolean {
    return line > this.#titleLine && !isBlankRow(this.#rowOf(text))
  }

  numberOf(text: string): number | null {
    const column = this.#header.annotations.Ligne
    const written = column === undefined ? '' : cellOf(this.#rowOf(text), column)
    const number = written.replace(/[\s\u00a0\u202f]/g, '')
    return /^[1-9]\d{0,8}$/.test(number) ? Number(number) : null
  }

  isSameLayout(): boolean {
    return false
  }

  get titles(): readonly string[] {
    return this.#own(this.#titles)
  }

  cells(text: string): string[] {
    return this.#own(cellsOf(this.#rowOf(text), this.#header.width))
  }

  /** Without what the desk itself has added to a file that it gave back. */
  #own(cells: readonly string[]): string[] {
    const added = new Set(Object.values(this.#header.annotations))
    return cells.filter((_, column) => !added.has(column))
  }

  #put(text: string, written: Partial<LineTexts>): string {
    const rows = this.#rowOf(text)
    const corrections = allFields.flatMap((field) => {
      const [column, cell] = [this.#header.at[field], written[field]]
      return column === undefined || cell === undefined
        ? []
        : [{ field, column: column + 1, correction: cell }]
    })
    return correctRow(rows, corrections, this.delimiter)
  }

  #lineOf(text: string): TableLine {
    return new TableLine(this.#rowOf(text), this.#header)
  }

  #rowOf(text: string): CsvRows {
    const rows = new CsvRows({ pieces: () => once(text), lineEndCode: 0x0a }, this.delimiter)
    rows.advance()
    return rows
  }
}

function* once(text: string): Generator<string> {
  yield text
}

function cellsOf(rows: RowCursor, count: number): string[] {
  return Array.from({ length: count }, (_, column) => cellOf(rows, column))
}

function textsOf(text: (field: LineField) => string): LineTexts {
  return Object.fromEntries(allFields.map((field) => [field, text(field)])) as LineTexts
}
