import type { AdditionChange } from '../content-change.ts'
import { parseLine } from '../line-form.ts'
import type { ContentOpen, Plan } from './plan.ts'

/** The line comes after the last. */
export function planAddition({ book }: ContentOpen, change: AdditionChange): Plan {
  const { start, fields, keepsAsIs } = change
  const typed = parseLine(book, start, fields)
  if (!typed.ok) return { stopped: { outcome: 'not_written', wrong: typed.wrong } }
  const added = [book.write('', { ...start, ...typed.changes })]
  return {
    rewriting: () => ({ edit: (row) => row.text, added }),
    kept: ({ lines }) => ({ correction: { kind: 'addition', line: lines } }),
    ...(keepsAsIs ? {} : { mustBeRight: ({ lines }) => lines }),
  }
}
