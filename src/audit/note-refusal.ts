import { type Actor, employerOf } from '../actors/actor.ts'
import type { Refusal } from '../actors/refusal.ts'
import type { Clock } from '../calendar/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { record } from './record.ts'

/**
 * A refusal leaves no effect and one event, in a short transaction of its own: on the employer's chain, or on
 * the fund's when no employer is known.
 */
export async function noteRefusal(
  app: { readonly db: Database; readonly clock: Clock },
  actor: Actor,
  tried: string,
  refusal: Refusal,
): Promise<void> {
  await app.db.transaction({ as: 'system' }, (tx) =>
    record(tx, actor, app.clock.now(), {
      action: 'refused',
      subject: { kind: 'route', id: tried },
      employerId: employerOf(actor),
      details: { code: refusal.code, ...refusal.details },
    }),
  )
}
