import type { SignedInActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { ownScope } from '../accounts.ts'
import { endSession } from '../store/sessions.ts'

/** «Quitter»: the session is over for every tab that still shows it. */
export async function signOut(app: AppContext, actor: SignedInActor): Promise<void> {
  await app.db.transaction(ownScope(actor), async (tx) => {
    await endSession(tx, actor.sessionId, app.clock.now(), 'signed_out')
    await record(tx, actor, app.clock.now(), {
      action: 'session.closed',
      subject: { kind: actor.kind, id: actor.id },
    })
  })
}
