import { decodeDeclaration } from '../checking/decode.ts'
import { fieldNames, type LineField } from '../checking/fields.ts'
import type { Finding } from '../checking/finding.ts'
import { fundLength } from '../checking/fund-form.ts'
import { csvRow } from '../checking/tables/csv-row.ts'
import { CsvRows, type Delimiter } from '../checking/tables/csv-rows.ts'
import type { Header } from '../checking/tables/header.ts'
import { cellOf, type RowCursor } from '../checking/tables/row-cursor.ts'
import { TableLine } from '../checking/tables/table-line.ts'
import { textOf } from '../content.ts'
import type { LineBook, LineTexts } from './line-book.ts'

const allFields: readonly LineField[] = [...fieldNames, 'fullName']

/** Cells in any order under a header; a cell that is not corrected stays as it was written. */
export class TableBook implements LineBook {
  readonly #header: Header
  readonly #delimiter: Delimiter

  constructor(header: Header, delimiter: Delimiter) {
    this.#header = header
    this.#delimiter = delimiter
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

  correct(text: string, { field, correction }: Finding): string {
    if (correction === undefined) return text
    return field === null ? correction : this.#put(text, { [field]: correction })
  }

  #put(text: string, written: Partial<LineTexts>): string {
    const rows = this.#rowOf(text)
    const cells = cellsOf(rows, Math.max(this.#header.width, rows.count))
    for (const field of allFields) {
      const [column, cell] = [this.#header.at[field], written[field]]
      if (column !== undefined && cell !== undefined) cells[column] = cell
    }
    return csvRow(cells, this.#delimiter)
  }

  #lineOf(text: string): TableLine {
    return new TableLine(this.#rowOf(text), this.#header)
  }

  #rowOf(text: string): CsvRows {
    const decoded = decodeDeclaration(textOf([text]))
    // Only text comes here: what is no text was refused when it was checked.
    if (!decoded.ok) throw new Error('a line of a content is not text')
    const rows = new CsvRows(decoded, this.#delimiter)
    rows.advance()
    return rows
  }
}

export function cellsOf(rows: RowCursor, count: number): string[] {
  return Array.from({ length: count }, (_, column) => cellOf(rows, column))
}

function textsOf(text: (field: LineField) => string): LineTexts {
  return Object.fromEntries(allFields.map((field) => [field, text(field)])) as LineTexts
}
