import type { DelegateActor } from '../actors/actor.ts'
import type { Database, Tx } from '../platform/db/database.ts'
import { pagingOf } from '../web/paging.ts'
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
  return app.db.transaction({ as: 'employer', employerId }, (tx) =>
    readTrailOf(tx, employerId, filter, page),
  )
}

/** One page of a company's trail, whoever reads it. */
export async function readTrailOf(
  tx: Tx,
  employerId: string,
  filter: TrailFilter,
  asked: number,
): Promise<TrailPage> {
  const count = await countEvents(tx, employerId, filter)
  const { page, pages, limit, offset } = pagingOf(count, asked, perPage)
  return {
    events: await listEvents(tx, employerId, filter, { limit, offset }),
    actors: await listActors(tx, employerId),
    count,
    page,
    pages,
  }
}
