import { fillField, type FixedLayout, type LineField } from '../checking/fields.ts'
import { templateColumns } from '../checking/layouts/template.ts'
import { cellFor } from '../checking/tables/cell-for.ts'
import { alignLine } from './align-line.ts'
import type { LineBook, LineTexts } from './line-book.ts'
import { straightened } from './straightened.ts'

/** Fields one after the other, each at its length. */
export class FixedBook implements LineBook {
  readonly kind = 'fixed'
  readonly delimiter = ';'
  readonly #layout: FixedLayout

  constructor(layout: FixedLayout) {
    this.#layout = layout
  }

  has(field: LineField): boolean {
    return this.#layout.at[field] !== undefined
  }

  lengthOf(field: LineField): number {
    return this.#layout.at[field]?.length ?? 0
  }

  read(text: string): LineTexts {
    return alignLine(this.#layout, straightened(this.#layout, text))
  }

  write(text: string, changes: Partial<LineTexts>): string {
    const fields = { ...this.read(text), ...changes }
    return this.#layout.fields
      .map((field) => {
        const written = fields[field.name]
        return written.length === field.length ? written : fillField(field, written)
      })
      .join('')
  }

  reading(_field: LineField, correction: string): string {
    return correction
  }

  isLine({ text }: { readonly text: string }): boolean {
    return text.trim() !== ''
  }

  numberOf(): null {
    return null
  }

  isSameLayout(other: LineBook): boolean {
    return other instanceof FixedBook && other.#layout.id === this.#layout.id
  }

  get titles(): readonly string[] {
    return this.#columns.map(({ header }) => header)
  }

  cells(text: string): string[] {
    const fields = this.read(text)
    return this.#columns.map(({ field }) => cellFor(field, fields[field]))
  }

  /** Those of the fund's table that this layout has. */
  get #columns() {
    return templateColumns.filter(({ field }) => this.has(field))
  }
}
