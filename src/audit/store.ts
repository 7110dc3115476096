import { type RawBuilder, sql } from 'kysely'
import { addDays, startOfDay } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { actionKinds, type TrailActor, type TrailEvent, type TrailFilter } from './trail.ts'
import type { AskTrail } from './verify-audit.ts'

interface EventRow {
  sequence: bigint
  at: Date
  actor_kind: TrailEvent['actorKind']
  actor_id: string | null
  actor_name: string
  action: string
  details: Record<string, unknown>
}

/** Events of one company, newest first; named columns only. */
export async function listEvents(
  tx: Tx,
  employerId: string,
  filter: TrailFilter,
  page: { readonly limit: number; readonly offset?: number; readonly before?: bigint | undefined },
): Promise<TrailEvent[]> {
  const older = page.before === undefined ? sql`true` : sql`sequence < ${page.before}`
  const { rows } =
    await sql<EventRow>`select sequence, at, actor_kind, actor_id, actor_name, action, details
    from audit_events where ${matching(employerId, filter)} and ${older}
    order by sequence desc limit ${page.limit} offset ${page.offset ?? 0}`.execute(tx)
  return rows.map(eventFrom)
}

function eventFrom(row: EventRow): TrailEvent {
  return {
    sequence: row.sequence,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    action: row.action,
    details: row.details,
  }
}

/** What happened to one thing of the company, oldest first; of very many events, the newest. */
export async function listEventsOf(
  tx: Tx,
  employerId: string,
  subject: { readonly kind: 'payment_order'; readonly id: string },
): Promise<TrailEvent[]> {
  const { rows } =
    await sql<EventRow>`select sequence, at, actor_kind, actor_id, actor_name, action, details
    from audit_events where employer_id = ${employerId} and subject_kind = ${sql.lit(subject.kind)}
      and subject_id = ${subject.id} order by sequence desc limit 500`.execute(tx)
  return rows.map(eventFrom).toReversed()
}

export async function countEvents(
  tx: Tx,
  employerId: string,
  filter: TrailFilter,
): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) as count
    from audit_events where ${matching(employerId, filter)}`.execute(tx)
  return Number(rows[0]?.count ?? 0n)
}

/** Who appears in the trail, under their latest name. */
export async function listActors(tx: Tx, employerId: string): Promise<TrailActor[]> {
  const { rows } = await sql<TrailActor>`select distinct on (coalesce(actor_id::text, actor_kind))
      coalesce(actor_id::text, actor_kind) as key, actor_kind as kind,
      case when actor_id is null then '' else actor_name end as name
    from audit_events where employer_id = ${employerId}
    order by coalesce(actor_id::text, actor_kind), sequence desc limit 500`.execute(tx)
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'fr'))
}

/** The company's own events, whatever else is asked: a filter can only narrow (quality AT48). */
function matching(employerId: string, filter: TrailFilter): RawBuilder<boolean> {
  const conditions = [sql<boolean>`employer_id = ${employerId}`]
  if (filter.actor) conditions.push(sql`coalesce(actor_id::text, actor_kind) = ${filter.actor}`)
  if (filter.kind) {
    const patterns = actionKinds[filter.kind].map((prefix) => `${prefix.replaceAll('_', '\\_')}%`)
    conditions.push(sql`action like any (${patterns}::text[])`)
  }
  if (filter.from) conditions.push(sql`at >= ${startOfDay(filter.from)}`)
  if (filter.until) conditions.push(sql`at < ${startOfDay(addDays(filter.until, 1))}`)
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** How the verification of the trail reads it within a transaction of the program. */
export function askTrail(tx: Tx): AskTrail {
  return ({ name, text }, values) => tx.named(name, text, values)
}
