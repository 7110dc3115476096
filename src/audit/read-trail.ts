import type { DelegateActor } from '../actors/actor.ts'
import type { Database } from '../platform/db/database.ts'
import { countEvents, listActors, listEvents } from './store.ts'
import type { TrailActor, TrailEvent, TrailFilter } from './trail.ts'

export interface TrailPage {
  readonly events: readonly TrailEvent[]
  readonly actors: readonly TrailActor[]
  readonly count: number
  readonly page: number
  readonly pages: number
}

const perPage = 50

/** Who did what for the company: its own people, and the fund's agents (product A11, G7). */
export async function readTrail(
  app: { readonly db: Database },
  actor: DelegateActor,
  filter: TrailFilter,
  page: number,
): Promise<TrailPage> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const count = await countEvents(tx, employerId, filter)
    const pages = Math.max(1, Math.ceil(count / perPage))
    const shown = Math.min(Math.max(1, page), pages)
    const offset = (shown - 1) * perPage
    return {
      events: await listEvents(tx, employerId, filter, { limit: perPage, offset }),
      actors: await listActors(tx, employerId),
      count,
      page: shown,
      pages,
    }
  })
}
