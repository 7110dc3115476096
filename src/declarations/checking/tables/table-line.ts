import type { LineField } from '../fields.ts'
import { fundLength } from '../fund-form.ts'
import { fullNameColumn, templateColumns } from '../layouts/template.ts'
import type { SourceLine } from '../source-line.ts'
import { isAllDigits } from '../text-forms.ts'
import type { CellForm } from './cell-forms.ts'
import type { Header } from './header.ts'
import { cellOf, columnLetters, plain, type RowCursor } from './row-cursor.ts'

const forms = Object.fromEntries(
  [...templateColumns, fullNameColumn].map(({ field, form }) => [field, form]),
) as Readonly<Record<LineField, CellForm>>

/** The row in hand as a line: cells are put into the fund's writing as they are asked for. */
export class TableLine implements SourceLine {
  readonly #rows: RowCursor
  readonly #header: Header

  constructor(rows: RowCursor, header: Header) {
    this.#rows = rows
    this.#header = header
  }

  has(field: LineField): boolean {
    return this.#header.at[field] !== undefined
  }

  text(field: LineField): string {
    const column = this.#header.at[field]
    return column === undefined ? '' : this.reading(field, cellOf(this.#rows, column))
  }

  digits(field: LineField): number {
    const column = this.#header.at[field]
    if (column === undefined || column >= this.#rows.count) return -1
    const { text, starts, ends, kinds } = this.#rows
    const found =
      kinds[column] === plain
        ? forms[field].digits(text, starts[column] ?? 0, ends[column] ?? 0)
        : -1
    if (found >= 0 && found < 10 ** fundLength(field)) return found
    const read = forms[field].read(cellOf(this.#rows, column)) ?? ''
    return isAllDigits(read) && read.length <= fundLength(field) ? Number(read) : -1
  }

  columnOf(field: LineField): number {
    return (this.#header.at[field] ?? 0) + 1
  }

  written(field: LineField): string {
    const column = this.#header.at[field]
    return column === undefined ? '' : cellOf(this.#rows, column)
  }

  reading(field: LineField, text: string): string {
    return forms[field].read(text) ?? text
  }

  writing(field: LineField, text: string): string {
    return forms[field].write(text)
  }

  room(field: LineField): number {
    return fundLength(field)
  }

  cell(field: LineField): string {
    return `${columnLetters(this.#header.at[field] ?? 0)}${this.#rows.row}`
  }
}
