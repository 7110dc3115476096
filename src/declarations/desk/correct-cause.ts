import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { changeContent, type ShownCheck } from '../change-content.ts'
import { type CauseKey, isSameCause } from './cause.ts'

/** «Corriger les 412 lignes»: the proposed correction on every line of one cause, and how many that was (product D4). */
export async function correctCause(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  cause: CauseKey,
): Promise<number> {
  const done = await changeContent(app, actor, shown, {
    action: 'declaration.corrected',
    async change({ lines, book, findings }) {
      const after = [...lines]
      for (const found of await findings()) {
        const { code, field, line, correction } = found
        if (correction === undefined || line === 0) continue
        if (!isSameCause({ code, field: field ?? '' }, cause)) continue
        after[line - 1] = book.correct(after[line - 1] ?? '', found)
      }
      return after
    },
    kept: { correction: { kind: 'cause', code: cause.code, field: cause.field } },
  })
  return done.outcome === 'changed' ? done.lines : 0
}
