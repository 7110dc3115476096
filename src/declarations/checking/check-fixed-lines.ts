import { checkCharacters, isPlainAscii } from './check-characters.ts'
import type { DeclarationCheck } from './declaration-check.ts'
import type { Readable } from './decode.ts'
import type { FixedLayout, LineField } from './fields.ts'
import { FixedLine } from './fixed-line.ts'
import { LineCursor } from './line-cursor.ts'
import { shapeLine } from './shape-line.ts'
import { isTotal } from './tables/total-row.ts'

/** Checks a file of fixed width, line by line, with a rest after each piece; false when it is longer than the limit. */
export function* checkFixedLines(
  readable: Readable,
  layout: FixedLayout,
  check: DeclarationCheck,
): Generator<void, boolean> {
  const cursor = new LineCursor(readable)
  const line = new FixedLine(layout)
  const fields: readonly LineField[] = layout.fields.map(({ name }) => name)
  while (cursor.advance()) {
    const { piece, from, length, number } = cursor
    if (piece.charCodeAt(from) <= 32 || length === 0) {
      if (isBlankLine(cursor.text)) {
        check.skipBlank(number, length)
        continue
      }
    }
    if (!check.begin(number, length)) return false
    if (!isDigit(piece.charCodeAt(from)) && isTotal(cursor.text)) {
      const value = cursor.text.trim().replace(/\s{2,}.*$/s, '')
      check.notes.foundOnLine(1, 'total_row', { value, correction: '' })
      check.judge(null)
      check.refuse(number, cursor.text)
      continue
    }
    const isWhole = length === layout.lineLength
    const source = isWhole ? line.open(piece, from) : shapeLine(cursor.text, line, check.notes)
    if (source && !readable.isPlain && !isPlainAscii(cursor.text)) {
      check.notes.about(source)
      checkCharacters(source, fields, check.notes)
    }
    if (!check.judge(source)) check.refuse(number, cursor.text)
    if (cursor.isPieceDone) yield
  }
  return true
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Nothing but spaces, or the end mark that old DOS programs write after the last line. */
export function isBlankLine(text: string): boolean {
  return text.trim() === '' || text.trim() === '\u001a'
}
