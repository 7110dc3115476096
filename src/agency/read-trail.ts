import { sql } from 'kysely'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Employer } from '../employers/employer.ts'
import { findEmployer } from '../employers/find-employer.ts'
import { isUuid } from '../letters/store.ts'
import type { Tx } from '../platform/db/database.ts'

export interface TrailEvent {
  readonly sequence: number
  readonly at: Date
  readonly actorKind: string
  readonly actor: string
  readonly action: string
  readonly details: Readonly<Record<string, unknown>>
}

export interface Trail {
  readonly employer: Employer
  readonly events: readonly TrailEvent[]
  readonly page: number
  readonly pages: number
}

const perPage = 50

/** Everything on a company's chain, newest first; reading it is on the chain too (product G7). */
export async function readTrail(
  app: AppContext,
  actor: AgentActor,
  employerId: string,
  page: number,
): Promise<Trail> {
  if (!isUuid(employerId)) return refuse('web.not_found')
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const employer = (await findEmployer(tx, employerId)) ?? refuse('web.not_found')
    await record(tx, actor, app.clock.now(), {
      action: 'employer.trail_viewed',
      subject: { kind: 'employer', id: employerId },
      employerId,
      details: { page },
    })
    const last = await lastSequence(tx, employerId)
    const pages = Math.max(1, Math.ceil(last / perPage))
    const current = Math.min(Math.max(1, page), pages)
    return {
      employer,
      events: await listEvents(tx, employerId, last - (current - 1) * perPage),
      page: current,
      pages,
    }
  })
}

async function lastSequence(tx: Tx, employerId: string): Promise<number> {
  const { rows } = await sql<{ last: bigint | null }>`select max(sequence) as last from audit_events
    where chain = ${employerId}`.execute(tx)
  return Number(rows[0]?.last ?? 0n)
}

/** A chain has no gap, so a page is a range of numbers: as quick at the end as at the beginning. */
async function listEvents(tx: Tx, employerId: string, newest: number): Promise<TrailEvent[]> {
  const { rows } = await sql<{
    sequence: bigint
    at: Date
    actor_kind: string
    actor_name: string
    action: string
    details: Record<string, unknown>
  }>`select sequence, at, actor_kind, actor_name, action, details from audit_events
    where chain = ${employerId} and sequence <= ${newest} and sequence > ${newest - perPage}
    order by sequence desc`.execute(tx)
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    at: row.at,
    actorKind: row.actor_kind,
    actor: row.actor_name,
    action: row.action,
    details: row.details,
  }))
}
