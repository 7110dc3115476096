import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { formatQuarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { lockDeclaration } from './store.ts'
import { openWorkspace } from './workspace.ts'

/** Sets a checked file aside: the period is to declare again, the file and its findings stay in the trail. */
export async function abandonCheck(
  app: AppContext,
  actor: EmployedActor,
  declarationId: string,
): Promise<void> {
  await app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    const declaration = await lockDeclaration(tx, actor.employerId, declarationId)
    if (!declaration || !workspace.terms.some((one) => one.category === declaration.category)) {
      return refuse('web.not_found')
    }
    if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
    await tx
      .updateTable('declarations')
      .set({ state: 'abandoned' })
      .where('id', '=', declarationId)
      .where('employer_id', '=', actor.employerId)
      .execute()
    await record(tx, actor, app.clock.now(), {
      action: 'declaration.abandoned',
      subject: { kind: 'declaration', id: declarationId },
      details: { category: declaration.category, quarter: formatQuarter(declaration.quarter) },
    })
  })
}
