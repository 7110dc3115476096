import { applyCorrection } from '../checking/apply-correction.ts'
import { fillField, type FixedLayout, type LineField } from '../checking/fields.ts'
import type { Finding } from '../checking/finding.ts'
import { alignLine } from './align-line.ts'
import type { LineBook, LineTexts } from './line-book.ts'
import { straightened } from './straightened.ts'

/** Fields one after the other, each at its length. */
export class FixedBook implements LineBook {
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

  correct(text: string, found: Finding): string {
    return applyCorrection(text, found, this.#layout) ?? text
  }
}
