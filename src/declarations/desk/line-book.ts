import type { LineField } from '../checking/fields.ts'
import type { Finding } from '../checking/finding.ts'

/** The fields of a line in the fund's writing, whatever its layout; empty where the layout has none. */
export type LineTexts = Readonly<Record<LineField, string>>

/** How the lines of a content are read and written: one for each layout. */
export interface LineBook {
  has(field: LineField): boolean
  lengthOf(field: LineField): number
  /** A line however badly it is written: what a person is shown to correct it. */
  read(text: string): LineTexts
  /** The same line with some of its fields written anew; from nothing, a new line. */
  write(text: string, changes: Partial<LineTexts>): string
  /** A correction that the check proposes, in the fund's writing. */
  reading(field: LineField, correction: string): string
  /** The line with that correction in its place; itself when it is no longer the line that was checked. */
  correct(text: string, found: Finding): string
}
