import type { LineField } from './fields.ts'

/**
 * One line of a file, whatever its layout, asked field by field. It answers in the fund's writing (structure 190), so
 * that one set of rules serves every layout; what it cannot read it hands over as it stands, to be explained.
 */
export interface SourceLine {
  /** False when the layout, or the header of this file, has no such field. */
  has(field: LineField): boolean
  text(field: LineField): string
  /** The whole number in a field of digits; -1 when anything else stands there. */
  digits(field: LineField): number
  /** Where the field stands, counted from 1: a character in fixed width (and how far into the field), a column in a table. */
  columnOf(field: LineField, offset: number): number
  /** No finding stands further right. */
  readonly lastColumn: number
  /** The field before it was put into the fund's writing. */
  written(field: LineField): string
  /** What a text of this layout is in the fund's writing; itself when it cannot be read. */
  reading(field: LineField, text: string): string
  /** What to write in this layout so that the fund's writing is read. */
  writing(field: LineField, text: string): string
  /** How a spreadsheet names the place, «F214»; nothing in fixed width. */
  cell(field: LineField): string | undefined
}
