import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { countEvents, listEvents } from '../audit/store.ts'
import type { TrailEvent } from '../audit/trail.ts'
import type { AppContext } from '../context.ts'
import type { Employer } from '../employers/employer.ts'
import { findEmployer } from '../employers/store/employers.ts'

export interface Trail {
  readonly employer: Employer
  readonly events: readonly TrailEvent[]
  readonly page: number
  readonly pages: number
}

const perPage = 50
const everything = { actor: null, kind: null, from: null, until: null } as const

/** Everything on a company's chain, newest first; reading it is on the chain too (product G7). */
export async function readTrail(
  app: AppContext,
  actor: AgentActor,
  employerId: string,
  page: number,
): Promise<Trail> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const employer = (await findEmployer(tx, employerId)) ?? refuse('web.not_found')
    await record(tx, actor, app.clock.now(), {
      action: 'employer.trail_viewed',
      subject: { kind: 'employer', id: employerId },
      employerId,
    })
    const count = await countEvents(tx, employerId, everything)
    const pages = Math.max(1, Math.ceil(count / perPage))
    const shown = Math.min(Math.max(1, page), pages)
    return {
      employer,
      events: await listEvents(tx, employerId, everything, {
        limit: perPage,
        offset: (shown - 1) * perPage,
      }),
      page: shown,
      pages,
    }
  })
}
