import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { runChange, type ShownCheck } from '../change-content.ts'

/** Takes a line out of the declaration; the others keep their numbers (product D4). */
export async function removeLine(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  line: number,
): Promise<void> {
  await runChange(app, { actor, shown, change: { kind: 'removal', line } })
}
