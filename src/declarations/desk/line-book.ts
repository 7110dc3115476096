import type { LineField } from '../checking/fields.ts'
import type { Delimiter } from '../checking/tables/csv-rows.ts'

/** The fields of a line in the fund's writing, whatever its layout; empty where the layout has none. */
export type LineTexts = Readonly<Record<LineField, string>>

/** How the lines of a content are read and written: one for each layout. */
export interface LineBook {
  readonly kind: 'fixed' | 'table'
  has(field: LineField): boolean
  lengthOf(field: LineField): number
  /** A line however badly it is written: what a person is shown to correct it. */
  read(text: string): LineTexts
  /** The same line with some of its fields written anew; from nothing, a new line. */
  write(text: string, changes: Partial<LineTexts>): string
  /** A correction that the check proposes, in the fund's writing. */
  reading(field: LineField, correction: string): string
  /** Whether a row is about somebody: neither blank, nor the titles of a table. */
  isLine(row: { readonly line: number; readonly text: string }): boolean
  /** The line that a row says it is of, in a table that the desk gave back. */
  numberOf(text: string): number | null
  /** A line of that book may take the place of one of this, to the character. */
  isSameLayout(other: LineBook): boolean
  /** As a table for a spreadsheet: its titles, and the cells of a line as people write them. */
  readonly titles: readonly string[]
  cells(text: string): string[]
  /** What parts the cells of a table in this layout. */
  readonly delimiter: Delimiter
}
