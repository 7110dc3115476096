import type { DelegateActor } from '../actors/actor.ts'
import type { Database } from '../platform/db/database.ts'
import { listEvents } from './store.ts'
import type { TrailEvent, TrailFilter } from './trail.ts'

const batch = 2_000

/**
 * Everything that matches, newest first, to be kept or shown to an auditor (product A11): in batches of short
 * transactions, since events are never changed. Looking changes nothing (quality AT39).
 */
export async function* exportTrail(
  app: { readonly db: Database },
  actor: DelegateActor,
  filter: TrailFilter,
): AsyncGenerator<TrailEvent[]> {
  const { employerId } = actor
  for (let before: bigint | undefined; ; ) {
    const page = { limit: batch, before }
    const events = await app.db.transaction({ as: 'employer', employerId }, (tx) =>
      listEvents(tx, employerId, filter, page),
    )
    if (events.length > 0) yield events
    if (events.length < batch) return
    before = events.at(-1)?.sequence
  }
}
