import type { DelegateActor } from '../actors/actor.ts'
import type { Clock } from '../calendar/index.ts'
import type { Database } from '../platform/db/database.ts'
import { record } from './record.ts'
import { listEvents } from './store.ts'
import type { TrailEvent, TrailFilter } from './trail.ts'

/** More than a company does in years; beyond, narrow the dates. */
const mostRows = 20_000

/** Everything that matches, to be kept or shown to an auditor; the export is itself in the trail (product A11). */
export async function exportTrail(
  app: { readonly db: Database; readonly clock: Clock },
  actor: DelegateActor,
  filter: TrailFilter,
): Promise<TrailEvent[]> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const events = await listEvents(tx, employerId, filter, { limit: mostRows, offset: 0 })
    await record(tx, actor, app.clock.now(), {
      action: 'employer.trail_exported',
      subject: { kind: 'employer', id: employerId },
      details: { count: events.length },
    })
    return events
  })
}
