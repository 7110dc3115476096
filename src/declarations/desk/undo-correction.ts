import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { changeContent, type ShownCheck } from '../change-content.ts'
import { readLines } from '../content.ts'
import { findCorrection } from './store/corrections.ts'

/**
 * Undoes one correction, whichever came after it: its lines are again what they were, but for those that were changed
 * once more since, which stay (product D4). Gives how many came back.
 */
export async function undoCorrection(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  correctionId: string,
): Promise<number> {
  const { employerId } = actor
  const owner = { declarationId: shown.declarationId, employerId }
  const made = await app.db.transaction({ as: 'employer', employerId }, (tx) =>
    findCorrection(tx, owner, correctionId),
  )
  if (!made) return refuse('desk.already_undone')
  const before = await readLines(app.files, made.before)
  const after = await readLines(app.files, made.after)
  const done = await changeContent(app, actor, shown, {
    action: 'declaration.correction_undone',
    change: ({ lines }) => asBefore(lines, before, after),
    kept: { undone: correctionId },
  })
  return done.outcome === 'changed' ? done.lines : refuse('desk.nothing_to_undo')
}

/** Lines that the correction changed, and that nothing changed since, as they were. */
export function asBefore(
  lines: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] {
  return lines.map((line, index) => {
    const [old = '', made = ''] = [before[index], after[index]]
    return old !== made && line === made ? old : line
  })
}
