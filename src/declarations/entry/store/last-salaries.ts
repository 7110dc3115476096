import { sql } from 'kysely'
import type { Quarter } from '../../../calendar/index.ts'
import { listNewcomerSalaries } from '../../../members/store/careers.ts'
import { centimes, type Dirhams } from '../../../money/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Period } from '../../declaration.ts'

export interface LastSalaries {
  readonly quarter: Quarter
  readonly byMember: ReadonlyMap<string, Dirhams>
}

/** Salaries of the latest quarter that was declared before this one, for one category. */
export async function findLastSalaries(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<LastSalaries | undefined> {
  const last = await tx
    .selectFrom('declarations')
    .select(['id', 'year', 'quarter'])
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('state', '=', 'sent')
    .where('accepted_lines', '>', 0)
    .where(
      sql<boolean>`(year, quarter) < (${quarter.year}::smallint, ${quarter.quarter}::smallint)`,
    )
    .orderBy('year', 'desc')
    .orderBy('quarter', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return undefined
  const rows = await tx
    .selectFrom('declaration_lines')
    .select(['member_number', 'salary_centimes'])
    .where('declaration_id', '=', last.id)
    .where('employer_id', '=', employerId)
    .execute()
  const lastQuarter = { year: last.year, quarter: last.quarter }
  return {
    quarter: lastQuarter,
    byMember: new Map([
      ...rows.map((row): [string, Dirhams] => [row.member_number, centimes(row.salary_centimes)]),
      ...(await listNewcomerSalaries(tx, employerId, { category, quarter: lastQuarter })),
    ]),
  }
}
