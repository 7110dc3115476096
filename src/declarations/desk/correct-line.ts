import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Fields } from '../../web/form.ts'
import { changeContent, type ShownCheck } from '../change-content.ts'
import type { LineField } from '../checking/fields.ts'
import { parseLine } from './line-form.ts'
import type { FindingRow } from './store/finding-row.ts'

export interface LineTyped {
  readonly line: number
  readonly fields: Fields
  /** Kept although it is still to correct: an answer is awaited from somebody. */
  readonly keepsAsIs: boolean
}

export type LineOutcome =
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'unchanged' }
  /** Fields that cannot be written as they were typed. */
  | { readonly outcome: 'not_written'; readonly wrong: readonly LineField[] }
  /** What still keeps the line from being taken; nothing was saved. */
  | { readonly outcome: 'not_accepted'; readonly findings: readonly FindingRow[] }

/** Corrects one line in its place, without sending the file again (product D4, quality US15). */
export async function correctLine(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  { line, fields, keepsAsIs }: LineTyped,
): Promise<LineOutcome> {
  let wrong: readonly LineField[] = []
  const done = await changeContent(app, actor, shown, {
    action: 'declaration.corrected',
    change({ lines, book }) {
      const text = lines[line - 1] || refuse('web.not_found')
      const typed = parseLine(book, book.read(text), fields)
      if (typed.ok) return lines.with(line - 1, book.write(text, typed.changes))
      wrong = typed.wrong
      return lines
    },
    ...(keepsAsIs ? {} : { mustBeRight: line }),
    kept: { correction: { kind: 'line', line } },
  })
  return wrong.length > 0 ? { outcome: 'not_written', wrong } : done
}
