import type { SignedInActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { ownScope } from '../accounts.ts'
import { endOtherSessionsOf } from '../store/sessions.ts'

/** «Fermer les autres sessions»: they end at their next click. */
export async function endOtherSessions(app: AppContext, actor: SignedInActor): Promise<void> {
  await app.db.transaction(ownScope(actor), async (tx) => {
    await closeOthers(tx, app, actor, 'ended_by_owner')
    await record(tx, actor, app.clock.now(), {
      action: 'session.others_ended',
      subject: { kind: actor.kind, id: actor.id },
    })
  })
}

export async function closeOthers(
  tx: Tx,
  app: AppContext,
  actor: Pick<SignedInActor, 'id' | 'sessionId'>,
  reason: 'ended_by_owner' | 'second_factor_changed',
): Promise<void> {
  await endOtherSessionsOf(tx, actor, app.clock.now(), reason)
}
