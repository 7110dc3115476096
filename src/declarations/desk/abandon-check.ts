import type { EmployedActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { ShownCheck } from '../change-content.ts'
import { markAbandoned } from '../store/states.ts'
import { lockOpen, mustBeAsShown } from './lock-open.ts'

/** Sets a checked file aside: the period is to declare again, the file and its findings stay in the trail. */
export async function abandonCheck(
  app: AppContext,
  actor: EmployedActor,
  { declarationId, version }: ShownCheck,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const declaration = await lockOpen(tx, app, actor, declarationId)
    mustBeAsShown(declaration, version)
    await markAbandoned(tx, employerId, declarationId)
    await record(tx, actor, app.clock.now(), {
      action: 'declaration.abandoned',
      subject: { kind: 'declaration', id: declarationId },
      details: { category: declaration.category, quarter: formatQuarter(declaration.quarter) },
    })
  })
}
