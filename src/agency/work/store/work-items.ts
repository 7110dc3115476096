import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { inHandMs } from '../../case-in-hand.ts'
import { type KeptItem, type Place, ranks, type WorkFilter, type WorkState } from '../work-item.ts'
import { supervisorKinds, type WorkKind, workKinds } from '../work-kinds.ts'

interface ItemRow {
  id: string
  kind: WorkKind
  subject_id: string
  rank: number
  /** The driver's Infinity while the clock stands still. */
  due_at: Date | number
  since: Date
  clock_spent_ms: bigint
  clock_running_since: Date | null
  reference: string
  about: string
  employer_number: string
  first_agent: string | null
  taken_by: string | null
  taken_at: Date | null
  company: string | null
  first_name: string | null
  last_name: string | null
}

/** Who asks, and when: what is mine and what is late depend on it. */
export interface Asking {
  readonly agentId: string
  readonly now: Date
}

const shown = sql`item.id, item.kind, item.subject_id, item.rank, item.due_at, item.since, item.clock_spent_ms,
  item.clock_running_since, item.reference, item.about, item.employer_number, item.first_agent, item.taken_by, item.taken_at,
  employer.name as company, agent.first_name, agent.last_name`

const joined = sql`left join employers employer on employer.id = item.employer_id left join agents agent on agent.id = item.taken_by`

const order = sql`item.rank, item.due_at, item.since, item.id`
const backwards = sql`item.rank desc, item.due_at desc, item.since desc, item.id desc`

/** Cases after a place, or before it, the most urgent first; one index is read no further than the page. */
export async function listWork(
  tx: Tx,
  filter: WorkFilter,
  asking: Asking,
  page: { readonly after?: Place | null; readonly before?: Place | null; readonly limit: number },
): Promise<KeptItem[]> {
  const { after, before } = page
  const bounds = [
    ...(after ? [sql`(${order}) > ${placed(after)}`] : []),
    ...(before ? [sql`(${order}) < ${placed(before)}`] : []),
  ]
  const { rows } = await sql<ItemRow>`select ${shown} from (
      select * from work_items item where ${allOf([...narrowed(filter, asking), ...bounds])}
      order by ${before ? backwards : order} limit ${page.limit}) item ${joined} order by ${order}`.execute(
    tx,
  )
  return rows.map(itemFrom)
}

export interface KindCount {
  readonly kind: WorkKind
  readonly waiting: number
  readonly overdue: number
}

/** Beyond, «more» says enough: counting a hundred thousand rows at every look would cost more than the page. */
export const mostCounted = 1000

/** How many of each kind wait for somebody of the agency, up to `mostCounted`; the late ones come first. */
export async function countWork(tx: Tx, now: Date): Promise<KindCount[]> {
  const { rows } = await sql<KindCount>`select asked.kind, counted.waiting, counted.overdue
    from unnest(${[...workKinds]}::text[]) asked (kind) cross join lateral (
      select count(*)::integer as waiting,
        count(*) filter (where rank = ${ranks.running} and due_at <= ${now})::integer as overdue
      from (select rank, due_at from work_items where kind = asked.kind and rank <= ${ranks.paused}
        order by rank, due_at, since, id limit ${mostCounted}) first) counted
    where counted.waiting > 0`.execute(tx)
  return rows
}

export async function findWorkItem(tx: Tx, id: string): Promise<KeptItem | undefined> {
  const { rows } = await sql<ItemRow>`select ${shown} from work_items item ${joined}
    where item.id = ${id}`.execute(tx)
  return rows[0] && itemFrom(rows[0])
}

/** Cases that this agent may take and decide, the most urgent first: in nobody's hands, not agreed to by them already. */
export async function listClaimable(
  tx: Tx,
  filter: WorkFilter,
  asking: Asking & { readonly isSupervisor: boolean; readonly ownEmployerNumber: string | null },
  limit: number,
): Promise<KeptItem[]> {
  const { rows } = await sql<ItemRow>`select ${shown} from (
      select * from work_items item where ${allOf(narrowed({ ...filter, mine: false }, asking))}
        and rank <= ${ranks.paused} and (taken_by is null or taken_at <= ${handsSince(asking.now)})
        and first_agent is distinct from ${asking.agentId}
        and (${asking.isSupervisor} or kind <> all (${[...supervisorKinds]}))
        and employer_number is distinct from ${asking.ownEmployerNumber}
      order by ${order} limit ${limit}) item ${joined} order by ${order}`.execute(tx)
  return rows.map(itemFrom)
}

/** Whose hands a case is in; false when it is no longer in those that the page showed. */
export async function saveHands(
  tx: Tx,
  item: Pick<KeptItem, 'id' | 'takenBy'>,
  agentId: string | null,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('work_items')
    .set({ taken_by: agentId, taken_at: agentId ? now : null })
    .where('id', '=', item.id)
    .where('taken_by', 'is not distinct from', item.takenBy)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function narrowed(filter: WorkFilter, { agentId, now }: Asking): RawBuilder<unknown>[] {
  return [
    ...stateIs[filter.state],
    ...(filter.kind ? [sql`kind = ${filter.kind}`] : []),
    ...(filter.overdue ? [sql`rank = ${ranks.running} and due_at <= ${now}`] : []),
    ...(filter.mine ? [sql`taken_by = ${agentId} and taken_at > ${handsSince(now)}`] : []),
  ]
}

const stateIs: Record<WorkState, RawBuilder<unknown>[]> = {
  waiting: [sql`rank <= ${ranks.paused}`],
  to_complete: [sql`rank = ${ranks.elsewhere}`],
  accepted: [sql`rank = ${ranks.decided}`],
  all: [],
}

function allOf(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/** Taken before that and forgotten, it is anybody's again. */
function handsSince(now: Date): Date {
  return new Date(now.getTime() - inHandMs)
}

function placed({ rank, dueAt, since, id }: Place): RawBuilder<unknown> {
  const due = dueAt ? dueAt.toISOString() : 'infinity'
  return sql`(${rank}::smallint, ${due}::timestamptz, ${since}::timestamptz, ${id}::uuid)`
}

function itemFrom(row: ItemRow): KeptItem {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    rank: row.rank,
    dueAt: row.due_at instanceof Date ? row.due_at : null,
    since: row.since,
    clock: { spentMs: Number(row.clock_spent_ms), runningSince: row.clock_running_since },
    reference: row.reference,
    about: row.about,
    employerNumber: row.employer_number,
    company: row.company,
    firstAgent: row.first_agent,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    taker: row.first_name === null ? null : `${row.first_name} ${row.last_name ?? ''}`,
  }
}
