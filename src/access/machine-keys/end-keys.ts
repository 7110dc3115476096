import { systemActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { Tx } from '../../platform/db/database.ts'
import { revokeKeys } from './store/keys.ts'

/** A delegate who is replaced has seen the secrets of the keys they made: none works any more (quality AT66). */
export async function endKeys(tx: Tx, employerId: string, now: Date, by: string): Promise<void> {
  for (const { id, name } of await revokeKeys(tx, employerId, null, { by, at: now })) {
    await record(tx, systemActor('subscriptions'), now, {
      action: 'key.ended',
      subject: { kind: 'key', id },
      employerId,
      details: { name },
    })
  }
}
