import { type Fields, text } from '../../web/form.ts'
import { fieldNames, type LineField } from '../checking/fields.ts'
import { shownField, writtenField } from './field-writing.ts'
import type { LineBook, LineTexts } from './line-book.ts'

/** What was typed of a line: the fields that changed as the fund writes them, and those that cannot be written. */
export type TypedLine =
  | { readonly ok: true; readonly changes: Partial<LineTexts> }
  | {
      readonly ok: false
      readonly wrong: readonly LineField[]
      readonly changes: Partial<LineTexts>
    }

/** Only what differs from what was shown is written anew: the rest of the line stays to the character. */
export function parseLine(book: LineBook, current: LineTexts, fields: Fields): TypedLine {
  const wrong: LineField[] = []
  const changes: Partial<Record<LineField, string>> = {}
  for (const name of [...fieldNames, 'fullName'] as const) {
    if (fields[name] === undefined || !book.has(name)) continue
    const typed = text(fields, name)
    if (typed === shownField(name, current[name])) continue
    const written = writtenField(name, typed)
    if (written === null || written.trim().length > book.lengthOf(name)) wrong.push(name)
    else changes[name] = written
  }
  return wrong.length > 0 ? { ok: false, wrong, changes } : { ok: true, changes }
}
