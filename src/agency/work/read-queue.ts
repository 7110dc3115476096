import type { AgentActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { listHolidays } from '../../parameters/parameters.ts'
import { countWork, type KindCount, listWork } from './store/work-items.ts'
import { listViews, type WorkView } from './store/work-views.ts'
import { type Place, seenBy, type WorkFilter, type WorkItem } from './work-item.ts'

/** A page of the queue: after a place, before one, or the first. */
export interface Asked {
  readonly filter: WorkFilter
  readonly after: Place | null
  readonly before: Place | null
}

export interface Queue {
  readonly items: readonly WorkItem[]
  readonly hasBefore: boolean
  readonly hasAfter: boolean
  /** Of everything that waits for an agent, whatever the filter. */
  readonly counts: readonly KindCount[]
  readonly views: readonly WorkView[]
}

/** As many as a page of 60 kB holds. */
const perPage = 28

/** The work of the agency, by its clock (product G1). */
export async function readQueue(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  { filter, after, before }: Asked,
): Promise<Queue> {
  const now = app.clock.now()
  const asking = { agentId: actor.id, now }
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const found = await listWork(tx, filter, asking, { after, before, limit: perPage + 1 })
    const isMore = found.length > perPage
    const kept = before ? found.slice(-perPage) : found.slice(0, perPage)
    const holidays = await listHolidays(tx)
    return {
      items: kept.map((item) => seenBy(item, { ...asking, holidays })),
      hasBefore: before ? isMore : after !== null,
      hasAfter: before ? true : isMore,
      counts: await countWork(tx, now),
      views: await listViews(tx, actor.id),
    }
  })
}
