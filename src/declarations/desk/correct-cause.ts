import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { runChange, type ShownCheck } from '../change-content.ts'
import type { CauseKey } from './cause.ts'

/** «Corriger les 412 lignes»: the proposed correction on every line of one cause, and how many that was (product D4). */
export async function correctCause(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  { code, field }: CauseKey,
): Promise<number> {
  const change = { kind: 'cause', code, field } as const
  const done = await runChange(app, { actor, shown, change })
  return done.outcome === 'changed' ? done.lines : 0
}
