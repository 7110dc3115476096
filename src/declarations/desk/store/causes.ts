import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Owner } from '../../store/lines.ts'
import { isReason } from '../../reason.ts'
import type { Cause, CauseKey } from '../cause.ts'
import { type FindingRecord, type FindingRow, findingColumns, findingFrom } from './finding-row.ts'

const isConfirmed = sql<boolean>`reason <> ''`

/** Counted by the database as findings come and go: it costs the same for three lines and for a million. */
function countedCauses(tx: Tx, { declarationId, employerId }: Owner) {
  return tx
    .selectFrom('declaration_causes')
    .select((select) => [
      'code',
      'field',
      'severity',
      select.fn.sum<bigint>('findings').as('count'),
      sql<bigint>`coalesce(sum(findings) filter (where ${isConfirmed}), 0)`.as('confirmed'),
      select.fn.sum<bigint>('correctable').as('correctable'),
      sql<string | null>`min(reason) filter (where ${isConfirmed})`.as('first_reason'),
      sql<string | null>`max(reason) filter (where ${isConfirmed})`.as('last_reason'),
    ])
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .groupBy(['severity', 'code', 'field'])
}

/** Blocking first, then doubts, then what needs nothing; most lines first (product D4). */
export async function listCauses(tx: Tx, owner: Owner): Promise<Cause[]> {
  const rows = await countedCauses(tx, owner)
    .orderBy(sql`case severity when 'blocking' then 1 when 'to_confirm' then 2 else 3 end`)
    .orderBy('count', 'desc')
    .orderBy('code')
    .orderBy('field')
    .execute()
  return rows.map((row) => causeFrom(row, row))
}

/** The first finding of every cause, enough to see what each is about. */
export async function listSamples(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<FindingRow[]> {
  const columns = sql.join(findingColumns.map((name) => sql.ref(`f.${name}`)))
  const { rows } = await sql<FindingRecord>`
    select f.* from (
      select distinct code, field from declaration_causes
      where declaration_id = ${declarationId} and employer_id = ${employerId}
    ) as c cross join lateral (
      select ${columns} from declaration_findings f
      where f.declaration_id = ${declarationId} and f.employer_id = ${employerId}
        and f.code = c.code and f.field = c.field
      order by f.line, f.id limit 1
    ) as f order by f.code, f.field`.execute(tx)
  return rows.map(findingFrom)
}

/** What was said of the doubts of this declaration, most often first: it may be true of others. */
export async function listReasons(
  tx: Tx,
  { declarationId, employerId }: Owner,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('declaration_causes')
    .select('reason')
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where(isConfirmed)
    .groupBy('reason')
    .orderBy((order) => order.fn.sum('findings'), 'desc')
    .orderBy('reason')
    .limit(limit)
    .execute()
  return rows.map(({ reason }) => reason).filter(isReason)
}

export async function findCause(tx: Tx, owner: Owner, key: CauseKey): Promise<Cause | undefined> {
  const row = await countedCauses(tx, owner)
    .where('code', '=', key.code)
    .where('field', '=', key.field)
    .executeTakeFirst()
  return row && causeFrom(key, row)
}

interface Counted {
  readonly severity: Cause['severity']
  readonly count: bigint
  readonly confirmed: bigint
  readonly correctable: bigint
  readonly first_reason: string | null
  readonly last_reason: string | null
}

function causeFrom({ code, field }: CauseKey, row: Counted): Cause {
  return {
    code,
    field,
    severity: row.severity,
    count: Number(row.count),
    confirmed: Number(row.confirmed),
    correctable: Number(row.correctable),
    reason: row.first_reason === row.last_reason ? row.first_reason : null,
  }
}
