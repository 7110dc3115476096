import type { DelegateActor } from '../actors/actor.ts'
import type { Database } from '../platform/db/database.ts'
import { listEvents } from './store.ts'
import type { TrailEvent, TrailFilter } from './trail.ts'

/** More than a company does in years; beyond, narrow the dates. */
const mostRows = 20_000

/** Everything that matches, to be kept or shown to an auditor (product A11). Looking changes nothing (quality AT39). */
export async function exportTrail(
  app: { readonly db: Database },
  actor: DelegateActor,
  filter: TrailFilter,
): Promise<TrailEvent[]> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, (tx) =>
    listEvents(tx, employerId, filter, { limit: mostRows, offset: 0 }),
  )
}
