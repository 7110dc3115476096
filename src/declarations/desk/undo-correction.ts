import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { runChange, type ShownCheck } from '../change-content.ts'
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
  const { before, after } = made
  const change = { kind: 'undo', correctionId, before, after } as const
  const done = await runChange(app, { actor, shown, change })
  return done.outcome === 'changed' ? done.lines : refuse('desk.nothing_to_undo')
}
