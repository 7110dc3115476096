import type { BdsField } from '../fields.ts'
import type { FixedLine } from '../fixed-line.ts'
import type { LineNotes } from '../line-notes.ts'

/** Brings a record to its 260 characters: what lacks only blanks is read, and told. */
export function shapeRecord(
  text: string,
  line: FixedLine<BdsField>,
  notes: LineNotes<BdsField>,
): FixedLine<BdsField> | null {
  const { lineLength, at, fields } = line.layout
  if (text.length === lineLength) return line.open(text)
  const params = { length: String(text.length), expected: String(lineLength) }
  if (text.length > lineLength && text.slice(lineLength).trim() === '') {
    notes.foundOnLine(lineLength + 1, 'line_trailing_blanks', { params })
    return line.open(text.slice(0, lineLength))
  }
  const lastField = at.filler ? at.filler.position - 1 : (fields.at(-1)?.position ?? lineLength)
  const correction = text.padEnd(lineLength)
  if (text.length >= lastField && text.length < lineLength) {
    notes.foundOnLine(text.length, 'bds_blanks_missing', { correction, params })
    return line.open(correction)
  }
  const code = text.length < lineLength ? 'line_too_short' : 'line_too_long'
  notes.foundOnLine(Math.min(text.length, lineLength + 1), code, { params })
  return null
}
