import { fillField } from './fields.ts'
import type { LineNotes } from './line-notes.ts'

/**
 * Brings a line to the layout's length, or says why it cannot be cut. A line with a repair is read repaired,
 * so that everything else wrong on it is told at once, but it is taken only once the repair is applied.
 */
export function shapeLine(text: string, notes: LineNotes): string | null {
  const { lineLength } = notes.layout
  if (text.length === lineLength) return text
  if (text.length > lineLength && text.slice(lineLength).trim() === '') {
    notes.foundOnLine(lineLength + 1, 'line_trailing_blanks', { params: lengths(text, notes) })
    return text.slice(0, lineLength)
  }
  return repaired(text, notes) ?? wrongLength(text, notes)
}

function repaired(text: string, notes: LineNotes): string | null {
  const { layout } = notes
  if (text.length === layout.lineLength + 2 && text.startsWith('"') && text.endsWith('"')) {
    const correction = text.slice(1, -1)
    notes.foundOnLine(1, 'line_quoted', { value: '"', correction })
    return null
  }
  return repairedCnss(text, notes) ?? repairedByteCount(text, notes)
}

function wrongLength(text: string, notes: LineNotes): null {
  const isShort = text.length < notes.layout.lineLength
  const column = isShort ? text.length : notes.layout.lineLength + 1
  const code = isShort ? 'line_too_short' : 'line_too_long'
  notes.foundOnLine(column, code, { params: lengths(text, notes) })
  return null
}

function lengths(text: string, { layout }: LineNotes): { length: string; expected: string } {
  return { length: String(text.length), expected: String(layout.lineLength) }
}

/** A CNSS number of 9 digits written without its trailing space: the line is one short (contribution-file.md, source c). */
function repairedCnss(text: string, notes: LineNotes): string | null {
  const { at, lineLength } = notes.layout
  if (text.length !== lineLength - 1) return null
  const end = at.cnssNumber.position - 1 + at.cnssNumber.length - 1
  const number = text.slice(at.cnssNumber.position - 1, end)
  const mobile = text.slice(end, end + at.mobile.length)
  const period = text.slice(at.quarter.position - 2)
  const isShifted = /^\d{9}$/.test(number) && /^(?:\d{14}| {14})$/.test(mobile)
  if (!isShifted || !/^[1-4]\d{4}$/.test(period)) return null
  notes.found('cnssNumber', 'cnss_one_short', {
    value: number,
    correction: fillField(at.cnssNumber, number),
    params: lengths(text, notes),
  })
  notes.oneCharacterMissingAt(end + 1)
  return `${text.slice(0, end)} ${text.slice(end)}`
}

/** Padded by a program that counted UTF-8 bytes: each accent has eaten a space (contribution-file.md, sources a and b). */
function repairedByteCount(text: string, notes: LineNotes): null {
  const { layout } = notes
  const bytes = new TextEncoder().encode(text)
  if (bytes.length !== layout.lineLength) return null
  const decoder = new TextDecoder('utf-8')
  const fields = layout.fields.map((field) => {
    const from = field.position - 1
    return fillField(field, decoder.decode(bytes.subarray(from, from + field.length)))
  })
  const correction = fields.join('')
  if (correction.includes('\ufffd') || correction.length !== layout.lineLength) return null
  notes.foundOnLine(1, 'line_counted_in_bytes', { correction, params: lengths(text, notes) })
  return null
}
