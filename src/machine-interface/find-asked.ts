import type { KeyActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { findRequest, type KeptRequest } from './store.ts'

/** What was asked with this Idempotency-Key before, if anything was. */
export function findAsked(
  app: Pick<AppContext, 'db'>,
  actor: KeyActor,
  idempotencyKey: string,
): Promise<KeptRequest | undefined> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, (tx) =>
    findRequest(tx, actor, idempotencyKey),
  )
}
