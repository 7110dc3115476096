import { fillField, type FixedLayout } from './fields.ts'
import type { FixedLine } from './fixed-line.ts'
import { inFundForm } from './fund-form.ts'
import type { LineNotes } from './line-notes.ts'

/**
 * Brings a line to the layout's length, or says why it cannot be cut. A line with a repair is read repaired,
 * so that everything else wrong on it is told at once, but it is taken only once the repair is applied.
 */
export function shapeLine(text: string, line: FixedLine, notes: LineNotes): FixedLine | null {
  const { lineLength } = line.layout
  if (text.length > lineLength && text.slice(lineLength).trim() === '') {
    const params = lengths(text, line.layout)
    notes.foundOnLine(lineLength + 1, 'line_trailing_blanks', { params })
    return line.open(text.slice(0, lineLength))
  }
  return repaired(text, line, notes) ?? wrongLength(text, line.layout, notes)
}

function repaired(text: string, line: FixedLine, notes: LineNotes): FixedLine | null {
  const isQuoted = text.startsWith('"') && text.endsWith('"')
  if (isQuoted && text.length === line.layout.lineLength + 2) {
    notes.foundOnLine(1, 'line_quoted', { value: '"', correction: text.slice(1, -1) })
    return null
  }
  return repairedCnss(text, line, notes) ?? repairedByteCount(text, line.layout, notes)
}

function wrongLength(text: string, layout: FixedLayout, notes: LineNotes): null {
  const isShort = text.length < layout.lineLength
  const column = isShort ? text.length : layout.lineLength + 1
  const code = isShort ? 'line_too_short' : 'line_too_long'
  notes.foundOnLine(column, code, { params: lengths(text, layout) })
  return null
}

function lengths(text: string, layout: FixedLayout): { length: string; expected: string } {
  return { length: String(text.length), expected: String(layout.lineLength) }
}

/** A CNSS number of 9 digits written without its trailing space: the line is one short (contribution-file.md, source c). */
function repairedCnss(text: string, line: FixedLine, notes: LineNotes): FixedLine | null {
  const { at, lineLength } = line.layout
  const { cnssNumber, mobile, quarter } = at
  if (text.length !== lineLength - 1 || !cnssNumber || !mobile || !quarter) return null
  const end = cnssNumber.position - 1 + cnssNumber.length - 1
  const number = text.slice(cnssNumber.position - 1, end)
  const next = text.slice(end, end + mobile.length)
  const period = text.slice(quarter.position - 2)
  const isShifted = /^\d{9}$/.test(number) && /^(?:\d{14}| {14})$/.test(next)
  if (!isShifted || !/^[1-4]\d{4}$/.test(period)) return null
  notes.about(line.open(`${text.slice(0, end)} ${text.slice(end)}`))
  line.lackedOneCharacterAt(end + 1)
  notes.found('cnssNumber', 'cnss_one_short', {
    value: number,
    correction: inFundForm('cnssNumber', number),
    params: lengths(text, line.layout),
  })
  return line
}

/** Padded by a program that counted UTF-8 bytes: each accent has eaten a space (contribution-file.md, sources a and b). */
function repairedByteCount(text: string, layout: FixedLayout, notes: LineNotes): null {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length !== layout.lineLength) return null
  const decoder = new TextDecoder('utf-8')
  const fields = layout.fields.map((field) => {
    const from = field.position - 1
    return fillField(field, decoder.decode(bytes.subarray(from, from + field.length)))
  })
  const correction = fields.join('')
  if (correction.includes('\ufffd') || correction.length !== layout.lineLength) return null
  const params = lengths(text, layout)
  notes.foundOnLine(1, 'line_counted_in_bytes', { correction, params })
  return null
}
