import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { findKey, revokeKeys } from './store/keys.ts'

/** Ends a key at once and for ever: the next request that shows it is refused. Twice is once. */
export async function revokeKey(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: DelegateActor,
  id: string,
): Promise<void> {
  const { employerId } = actor
  const at = app.clock.now()
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    if (!(await findKey(tx, employerId, id))) return refuse('web.not_found')
    const [revoked] = await revokeKeys(tx, employerId, id, { by: actor.name, at })
    if (!revoked) return
    await record(tx, actor, at, {
      action: 'key.revoked',
      subject: { kind: 'key', id },
      details: { name: revoked.name },
    })
  })
}
