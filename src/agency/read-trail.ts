import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { readTrailOf, type TrailPage } from '../audit/read-trail.ts'
import type { TrailFilter } from '../audit/trail.ts'
import type { AppContext } from '../context.ts'
import type { Employer } from '../employers/employer.ts'
import { findEmployer } from '../employers/store/employers.ts'

export interface Trail extends TrailPage {
  readonly employer: Employer
}

/** What is on a company's chain, newest first, all of it or as it was narrowed; reading it is on the chain too (product G7). */
export async function readTrail(
  app: AppContext,
  actor: AgentActor,
  employerId: string,
  asked: { readonly filter: TrailFilter; readonly page: number },
): Promise<Trail> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const employer = (await findEmployer(tx, employerId)) ?? refuse('web.not_found')
    await record(tx, actor, app.clock.now(), {
      action: 'employer.trail_viewed',
      subject: { kind: 'employer', id: employerId },
      employerId,
    })
    return { employer, ...(await readTrailOf(tx, employerId, asked.filter, asked.page)) }
  })
}
