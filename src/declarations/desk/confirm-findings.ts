import type { CompanyActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { giveBackReading } from '../../members/count-reading.ts'
import { isReason } from '../reason.ts'
import type { ShownCheck } from '../change-content.ts'
import { lockOpen, mustBeAsShown } from './lock-open.ts'
import { confirmDoubts, type Doubts, nextVersion } from './store/confirmations.ts'
import { noteHand } from '../store/hands.ts'

/** Confirms doubts of one cause with a reason: kept with who said it and when (product D4). Gives how many. */
export async function confirmFindings(
  app: AppContext,
  actor: CompanyActor,
  shown: ShownCheck,
  { reason, ...doubts }: Doubts & { readonly reason: string },
): Promise<number> {
  const { employerId, id: by } = actor
  const { declarationId, version } = shown
  if (!isReason(reason)) return refuse('desk.reason_too_short')
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const declaration = await lockOpen(tx, app, actor, declarationId)
    const at = app.clock.now()
    const owner = { declarationId, employerId }
    const count = await confirmDoubts(tx, owner, doubts, { reason, by, at })
    // A second click, or a code that is no cause here: nothing was confirmed, and the trail says nothing of it.
    if (count === 0) return 0
    mustBeAsShown(declaration, version)
    await nextVersion(tx, owner)
    await noteHand(tx, owner, actor, at)
    await giveBackReading(tx, actor, at)
    await record(tx, actor, at, {
      action: 'declaration.findings_confirmed',
      subject: { kind: 'declaration', id: declarationId },
      details: { code: doubts.code, count, reason },
    })
    return count
  })
}
