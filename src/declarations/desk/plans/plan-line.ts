import { refuse } from '../../../actors/refusal.ts'
import { findRow } from '../../content.ts'
import type { LineChange } from '../content-change.ts'
import { parseLine } from '../line-form.ts'
import type { ContentOpen, Plan } from './plan.ts'

/** Only what was typed differently is written; the rest of the line stays to the character. */
export function planLine({ source, book }: ContentOpen, change: LineChange): Plan {
  const { line, fields, keepsAsIs } = change
  const text = findRow(source, line) ?? refuse('web.not_found')
  const typed = parseLine(book, book.read(text), fields)
  if (!typed.ok) return { stopped: { outcome: 'not_written', wrong: typed.wrong } }
  const corrected = book.write(text, typed.changes)
  return {
    rewriting: () => ({ edit: (row) => (row.line === line ? corrected : row.text) }),
    kept: () => ({ correction: { kind: 'line', line } }),
    ...(keepsAsIs ? {} : { mustBeRight: () => line }),
  }
}
