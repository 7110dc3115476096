import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** How many lines of each check in progress wait for a reason. */
export async function countDoubtfulLines(
  tx: Tx,
  employerId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; lines: bigint }>`
    select d.id, count(distinct (f.line, case when f.line = 0 then f.id end)) as lines
    from declarations d
    join declaration_findings f on f.declaration_id = d.id and f.severity = 'to_confirm' and f.confirmed_at is null
    where d.employer_id = ${employerId} and d.state = 'checked' group by d.id`.execute(tx)
  return new Map(rows.map(({ id, lines }) => [id, Number(lines)]))
}
