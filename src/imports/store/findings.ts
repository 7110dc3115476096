import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { ImportCode, ImportFinding, ImportSeverity } from '../import-finding.ts'

/** Findings of one cause in one field, with the first lines where they are. */
export interface ImportCause {
  readonly code: ImportCode
  readonly field: string
  readonly severity: ImportSeverity
  readonly count: number
  /** Some of its lines are taken: no other finding refuses them. */
  readonly isTaken: boolean
  readonly samples: readonly ImportFinding[]
}

interface CauseRow {
  code: ImportCode
  field: string
  severity: ImportSeverity
  count: bigint
  isTaken: boolean
}

interface FindingRow extends Omit<CauseRow, 'count' | 'isTaken'> {
  line: number
  column: number
  value: string
  correction: string | null
  params: Record<string, string>
}

const samplesShown = 3

/** Those that stop lines first, and the most frequent first. */
export async function listCauses(tx: Tx, importId: string): Promise<ImportCause[]> {
  const { rows } = await sql<CauseRow>`with stopped as (
      select distinct line from import_findings where import_id = ${importId} and severity = 'refused'
    )
    select code, field, severity, count(*) as count, bool_or(stopped.line is null) as "isTaken"
    from import_findings left join stopped using (line)
    where import_id = ${importId} group by code, field, severity
    order by severity, count(*) desc, code, field limit 100`.execute(tx)
  const { rows: samples } =
    await sql<FindingRow>`select code, field, severity, line, "column", value, correction, params
    from (
      select *, row_number() over (partition by code, field order by line, position) as rank
      from import_findings where import_id = ${importId}
    ) as ranked where rank <= ${samplesShown} order by line`.execute(tx)
  return rows.map((row) => ({
    ...row,
    count: Number(row.count),
    samples: samples.filter((one) => one.code === row.code && one.field === row.field),
  }))
}

/** Every finding in the order of the file, in pages by line. */
export async function listFindings(
  tx: Tx,
  importId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<ImportFinding[]> {
  const { rows } =
    await sql<FindingRow>`select code, field, severity, line, "column", value, correction, params
    from import_findings where import_id = ${importId} order by line, position
    limit ${page.limit} offset ${page.offset}`.execute(tx)
  return rows
}
