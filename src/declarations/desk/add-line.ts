import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Fields } from '../../web/form.ts'
import { changeContent, type ShownCheck } from '../change-content.ts'
import type { LineField } from '../checking/fields.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import type { LineOutcome } from './correct-line.ts'
import { parseLine } from './line-form.ts'
import { startNewLine } from './new-line.ts'

export interface LineToAdd {
  readonly fields: Fields
  /** The finding of who is absent, when the line is theirs. */
  readonly absent: string | null
  readonly keepsAsIs: boolean
}

export type AddOutcome =
  | Exclude<LineOutcome, { readonly outcome: 'changed' }>
  | { readonly outcome: 'added'; readonly line: number }

/** Adds somebody who was forgotten, after the last line (product D4). */
export async function addLine(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  { fields, absent, keepsAsIs }: LineToAdd,
): Promise<AddOutcome> {
  const owner = { declarationId: shown.declarationId, employerId: actor.employerId }
  const start = await readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, shown.declarationId)
    return startNewLine(tx, app, workspace, { owner, declaration, absent })
  })
  let line = 0
  let wrong: readonly LineField[] = []
  const done = await changeContent(app, actor, shown, {
    action: 'declaration.corrected',
    change({ lines, book }) {
      const typed = parseLine(book, start, fields)
      if (!typed.ok) {
        wrong = typed.wrong
        return lines
      }
      line = lines.length + 1
      return [...lines, book.write('', { ...start, ...typed.changes })]
    },
    ...(keepsAsIs ? {} : { mustBeRight: () => line }),
    kept: () => ({ correction: { kind: 'addition', line } }),
  })
  if (wrong.length > 0) return { outcome: 'not_written', wrong }
  return done.outcome === 'changed' ? { outcome: 'added', line } : done
}
