import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { changeContent, type ShownCheck } from '../change-content.ts'

/** Takes a line out of the declaration; the others keep their numbers (product D4). */
export async function removeLine(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  line: number,
): Promise<void> {
  await changeContent(app, actor, shown, {
    action: 'declaration.corrected',
    change: ({ lines }) =>
      lines[line - 1] === undefined ? refuse('web.not_found') : lines.with(line - 1, ''),
    kept: { correction: { kind: 'removal', line } },
  })
}
