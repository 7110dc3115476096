import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Owner } from '../../line-store.ts'
import type { Cause, CauseKey } from '../cause.ts'
import { type FindingRow, findingColumns, findingFrom } from './finding-row.ts'

/** Blocking first, then doubts, then what needs nothing; most lines first (product D4). */
export async function listCauses(tx: Tx, { declarationId, employerId }: Owner): Promise<Cause[]> {
  const rows = await tx
    .selectFrom('declaration_findings')
    .select((select) => [
      'code',
      'field',
      'severity',
      select.fn.countAll<bigint>().as('count'),
      select.fn.count<bigint>('confirmed_at').as('confirmed'),
      select.fn.count<bigint>('correction').as('correctable'),
      select.fn.min('confirmed_reason').as('first_reason'),
      select.fn.max('confirmed_reason').as('last_reason'),
    ])
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .groupBy(['severity', 'code', 'field'])
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
  const rows = await tx
    .selectFrom('declaration_findings')
    .distinctOn(['code', 'field'])
    .select(findingColumns)
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .orderBy('code')
    .orderBy('field')
    .orderBy('line')
    .orderBy('id')
    .execute()
  return rows.map(findingFrom)
}

/** Good lines with a doubt that nobody settled yet. */
export async function countLinesToConfirm(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<number> {
  const row = await tx
    .selectFrom('declaration_findings')
    .innerJoin('declaration_lines', (join) =>
      join
        .onRef('declaration_lines.declaration_id', '=', 'declaration_findings.declaration_id')
        .onRef('declaration_lines.line', '=', 'declaration_findings.line'),
    )
    .select((select) => select.fn.count<bigint>('declaration_findings.line').distinct().as('lines'))
    .where('declaration_findings.declaration_id', '=', declarationId)
    .where('declaration_findings.employer_id', '=', employerId)
    .where('declaration_findings.severity', '=', 'to_confirm')
    .where('declaration_findings.confirmed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.lines)
}

/** What was said of the doubts of this declaration, most often first: it may be true of others. */
export async function listReasons(
  tx: Tx,
  { declarationId, employerId }: Owner,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('declaration_findings')
    .select('confirmed_reason')
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('confirmed_reason', 'is not', null)
    .groupBy('confirmed_reason')
    .orderBy((order) => order.fn.countAll(), 'desc')
    .orderBy('confirmed_reason')
    .limit(limit)
    .execute()
  return rows.flatMap(({ confirmed_reason: reason }) => reason ?? [])
}

export async function findCause(tx: Tx, owner: Owner, key: CauseKey): Promise<Cause | undefined> {
  const row = await tx
    .selectFrom('declaration_findings')
    .select((select) => [
      'severity',
      select.fn.countAll<bigint>().as('count'),
      select.fn.count<bigint>('confirmed_at').as('confirmed'),
      select.fn.count<bigint>('correction').as('correctable'),
      select.fn.min('confirmed_reason').as('first_reason'),
      select.fn.max('confirmed_reason').as('last_reason'),
    ])
    .where('declaration_id', '=', owner.declarationId)
    .where('employer_id', '=', owner.employerId)
    .where('code', '=', key.code)
    .where('field', '=', key.field)
    .groupBy('severity')
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
