import type { CheckContext } from '../src/declarations/checking/check-context.ts'
import { type CheckSink, DeclarationCheck } from '../src/declarations/checking/declaration-check.ts'
import type { LineField } from '../src/declarations/checking/fields.ts'
import { fundLength } from '../src/declarations/checking/fund-form.ts'
import { templateColumns } from '../src/declarations/checking/layouts/template.ts'
import type { SourceLine } from '../src/declarations/checking/source-line.ts'
import { readHeader } from '../src/declarations/checking/tables/header.ts'
import { columnLetters } from '../src/declarations/checking/tables/row-cursor.ts'
import { isAllDigits } from '../src/declarations/checking/text-forms.ts'

/** The same rules on the rows that another parser has read, as a program has them that reads by a library and checks by itself. */
export function checkArrays(
  rows: readonly (readonly string[])[],
  context: CheckContext,
  sink: CheckSink,
): void {
  const [titles = []] = rows
  const check = new DeclarationCheck(context, sink)
  const line = new ArrayLine(readHeader(titles).at)
  for (let at = 1; at < rows.length; at += 1) {
    const cells = rows[at] ?? []
    if (cells.length < 2) continue
    check.begin(at + 1, titles.length)
    check.judge(line.open(cells, at + 1))
  }
  check.tellWhole()
}

const forms = new Map(templateColumns.map(({ field, form }) => [field, form]))

class ArrayLine implements SourceLine {
  readonly #columns: ReadonlyMap<LineField, number>
  #cells: readonly string[] = []
  #row = 0

  constructor(at: Readonly<Partial<Record<LineField, number>>>) {
    this.#columns = new Map(Object.entries(at) as [LineField, number][])
  }

  open(cells: readonly string[], row: number): this {
    this.#cells = cells
    this.#row = row
    return this
  }

  has(field: LineField): boolean {
    return this.#columns.has(field)
  }

  written(field: LineField): string {
    const column = this.#columns.get(field)
    return column === undefined ? '' : (this.#cells[column] ?? '').trim()
  }

  text(field: LineField): string {
    return this.has(field) ? this.reading(field, this.written(field)) : ''
  }

  digits(field: LineField): number {
    const cell = this.written(field)
    const limit = 10 ** fundLength(field)
    const found = forms.get(field)?.digits(cell, 0, cell.length) ?? -1
    if (found >= 0 && found < limit) return found
    const read = this.text(field)
    return isAllDigits(read) && Number(read) < limit ? Number(read) : -1
  }

  columnOf(field: LineField): number {
    return (this.#columns.get(field) ?? 0) + 1
  }

  reading(field: LineField, text: string): string {
    return forms.get(field)?.read(text) ?? text
  }

  writing(field: LineField, text: string): string {
    return forms.get(field)?.write(text) ?? text
  }

  room(field: LineField): number {
    return fundLength(field)
  }

  cell(field: LineField): string {
    return `${columnLetters(this.columnOf(field) - 1)}${this.#row}`
  }
}
