import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Owner } from '../../store/lines.ts'
import { findingColumns, findingFrom, type FindingRow } from './finding-row.ts'

/** Findings of a whole file, line by line, after one of them. */
// oxlint-disable-next-line max-params -- whose, from where, and how many
export async function listFindingsAfter(
  tx: Tx,
  { declarationId, employerId }: Owner,
  last: Pick<FindingRow, 'line' | 'column' | 'id'> | null,
  limit: number,
): Promise<FindingRow[]> {
  const rows = await tx
    .selectFrom('declaration_findings')
    .select(findingColumns)
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .$if(last !== null, (query) =>
      query.where(
        sql<boolean>`(line, "column", id) > (${last?.line}, ${last?.column}, ${last?.id})`,
      ),
    )
    .orderBy('line')
    .orderBy('column')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(findingFrom)
}
