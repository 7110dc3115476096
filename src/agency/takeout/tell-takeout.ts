import type { Actor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { Tx } from '../../platform/db/database.ts'

export interface TakeoutTold {
  readonly action: 'employer.takeout_begun' | 'employer.takeout_failed' | 'employer.taken_out'
  readonly subject: { readonly kind: string; readonly id: string }
  readonly employerId: string
  readonly reason: string
  /** Of the archive that was made: where somebody compares one that is shown to them later. */
  readonly fingerprint?: string
}

/** What becomes of an archive, in the trail of its company. */
export async function tellTakeout(
  tx: Tx,
  actor: Actor,
  at: Date,
  { reason, fingerprint, ...event }: TakeoutTold,
): Promise<void> {
  const details = fingerprint === undefined ? { reason } : { reason, fingerprint }
  await record(tx, actor, at, { ...event, details })
}
