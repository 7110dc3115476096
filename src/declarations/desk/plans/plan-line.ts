import { refuse } from '../../../actors/refusal.ts'
import { findRow } from '../../content.ts'
import type { LineChange } from '../content-change.ts'
import { parseLine } from '../line-form.ts'
import type { ContentOpen, Plan } from './plan.ts'

/**
 * Only what was typed differently is written; the rest of the line stays to the character. What cannot be written does not keep the
 * rest from being kept.
 */
export function planLine({ source, book }: ContentOpen, change: LineChange): Plan {
  const { line, fields, keepsAsIs } = change
  const text = findRow(source, line) ?? refuse('web.not_found')
  const typed = parseLine(book, book.read(text), fields)
  const unwritten = typed.ok ? [] : typed.wrong
  if (!typed.ok && Object.keys(typed.changes).length === 0)
    return { stopped: { outcome: 'not_written', wrong: unwritten } }
  const corrected = book.write(text, typed.changes)
  return {
    rewriting: () => ({ edit: (row) => (row.line === line ? corrected : row.text) }),
    kept: () => ({ correction: { kind: 'line', line } }),
    unwritten,
    ...(keepsAsIs ? {} : { mustBeRight: () => line }),
  }
}
