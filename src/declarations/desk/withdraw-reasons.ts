import type { EmployedActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { ShownCheck } from '../change-content.ts'
import { lockOpen, mustBeAsShown } from './lock-open.ts'
import { type Doubts, nextVersion, withdrawConfirmations } from './store/confirmations.ts'
import { noteHand } from '../store/hands.ts'

/** Takes back the confirmation of some doubts: they wait for a reason again (product D4). Gives how many. */
export async function withdrawReasons(
  app: AppContext,
  actor: EmployedActor,
  shown: ShownCheck,
  doubts: Doubts,
): Promise<number> {
  const { employerId } = actor
  const { declarationId, version } = shown
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const declaration = await lockOpen(tx, app, actor, declarationId)
    const owner = { declarationId, employerId }
    const count = await withdrawConfirmations(tx, owner, doubts)
    if (count === 0) return 0
    mustBeAsShown(declaration, version)
    const at = app.clock.now()
    await nextVersion(tx, owner)
    await noteHand(tx, owner, actor, at)
    await record(tx, actor, at, {
      action: 'declaration.confirmations_withdrawn',
      subject: { kind: 'declaration', id: declarationId },
      details: { code: doubts.code, count },
    })
    return count
  })
}
