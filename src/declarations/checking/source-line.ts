import type { FieldName, LineField } from './fields.ts'

/** Where the fields of a line stand, and how they are written there. */
export interface FieldPlaces<Field extends FieldName = LineField> {
  /** In the fund's writing where it can be read, else as it stands. */
  text(field: Field): string
  /** Where the field stands, counted from 1: a character in fixed width (and how far into the field), a column in a table. */
  columnOf(field: Field, offset: number): number
  /** The field before it was put into the fund's writing. */
  written(field: Field): string
  /** What a text of this layout is in the fund's writing; itself when it cannot be read. */
  reading(field: Field, text: string): string
  /** What to write in this layout so that the fund's writing is read. */
  writing(field: Field, text: string): string
  /** How many characters the fund's writing has there. */
  room(field: Field): number
  /** How a spreadsheet names the place, «F214»; nothing in fixed width. */
  cell(field: Field): string | undefined
}

/**
 * One line of a file, whatever its layout, asked field by field. It answers in the fund's writing (structure 190), so
 * that one set of rules serves every layout; what it cannot read it hands over as it stands, to be explained.
 */
export interface SourceLine extends FieldPlaces {
  /** False when the layout, or the header of this file, has no such field. */
  has(field: LineField): boolean
  /** The whole number in a field of digits; -1 when anything else stands there. */
  digits(field: LineField): number
}
