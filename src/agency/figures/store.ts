import { sql } from 'kysely'
import { fundTimeZone } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Delay, MistakeKind, Month } from './figures.ts'

const monthOf = (column: string) =>
  sql<Month>`to_char(${sql.ref(column)} at time zone ${sql.lit(fundTimeZone)}, 'YYYY-MM')`

/** The delay of what was decided, month by month: the definition is the view's, which the home page reads too. */
export async function listDelays(
  tx: Tx,
  since: Date,
  allowedMs: number,
): Promise<(Delay & { readonly month: Month })[]> {
  const { rows } = await sql<{
    month: Month
    decisions: number
    mean: number
    median: number
    p95: number
    within: number
  }>`select ${monthOf('decided_at')} as month, count(*)::integer as decisions, avg(clock_spent_ms)::float8 as mean,
      percentile_cont(0.5) within group (order by clock_spent_ms) as median,
      percentile_cont(0.95) within group (order by clock_spent_ms) as p95,
      count(*) filter (where clock_spent_ms <= ${allowedMs})::integer as within
    from decided_letters where decided_at >= ${since} group by 1`.execute(tx)
  return rows.map((row) => ({
    month: row.month,
    decisions: row.decisions,
    meanMs: row.mean,
    medianMs: row.median,
    p95Ms: row.p95,
    within48: row.within,
  }))
}

export interface Sendings {
  readonly month: Month
  readonly byFile: number
  readonly byForm: number
  readonly nil: number
  readonly bySoftware: number
  readonly lines: number
  readonly companies: number
}

export async function listSendings(tx: Tx, since: Date): Promise<Sendings[]> {
  const { rows } = await sql<Sendings>`select ${monthOf('sent_at')} as month,
      count(*) filter (where declaration.made_by = 'file' and key.id is null)::integer as "byFile",
      count(*) filter (where declaration.made_by = 'form' and key.id is null)::integer as "byForm",
      count(*) filter (where declaration.made_by = 'nil' and key.id is null)::integer as nil,
      count(key.id)::integer as "bySoftware",
      coalesce(sum(accepted_lines), 0)::integer as lines, 
      count(distinct declaration.employer_id)::integer as companies
    from declarations declaration
      left join machine_keys key on key.id = declaration.sent_by
    where sent_at >= ${since} group by 1`.execute(tx)
  return rows
}

interface Counted {
  readonly month: Month
  readonly count: number
}

export async function countLettersReceived(tx: Tx, since: Date): Promise<Counted[]> {
  const { rows } =
    await sql<Counted>`select ${monthOf('received_at')} as month, count(*)::integer as count
    from letters where received_at >= ${since} group by 1`.execute(tx)
  return rows
}

/** People declared without a number, decided about or not. */
export async function countNewcomersDeclared(tx: Tx, since: Date): Promise<Counted[]> {
  const { rows } = await sql<Counted>`select ${monthOf('declared_at')} as month,
      count(distinct (employer_id, coalesce(provisional_number, member_number)))::integer as count
    from memberships where declared_at >= ${since} and (state = 'provisional' or decided_at is not null) group by 1`.execute(
    tx,
  )
  return rows
}

export async function countTransfers(tx: Tx, since: Date): Promise<Counted[]> {
  const { rows } =
    await sql<Counted>`select ${monthOf('received_at')} as month, count(*)::integer as count
    from received_transfers where received_at >= ${since} group by 1`.execute(tx)
  return rows
}

const mostKinds = 12

/** What checks found and nobody corrected in place, in the most declarations first. */
export async function listMistakes(tx: Tx, since: Date): Promise<MistakeKind[]> {
  const { rows } = await sql<MistakeKind>`select cause.code, cause.field,
      count(distinct cause.declaration_id)::integer as declarations, sum(cause.findings)::integer as findings
    from declaration_causes cause join declarations declaration on declaration.id = cause.declaration_id
    where declaration.uploaded_at >= ${since} group by 1, 2 order by 3 desc, 4 desc, 1, 2 limit ${mostKinds}`.execute(
    tx,
  )
  return rows
}

export async function countActiveEmployers(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::integer as count from employers where state = 'active'`.execute(tx)
  return rows[0]?.count ?? 0
}
