import { sql } from 'kysely'
import type { LocalDate } from '../../../calendar/index.ts'
import { personOfLine } from '../../../members/store/declared-members.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { DeclaredExit } from '../end-of-work.ts'

/** The newest line of code 7 that a sent declaration of the company has of a person (layout, «Structure 190»). */
export async function findDeclaredExit(
  tx: Tx,
  employerId: string,
  memberNumber: string,
): Promise<DeclaredExit | null> {
  const { rows } = await sql<{ exit_on: string; year: number; quarter: 1 | 2 | 3 | 4 }>`
    select line.exit_on, declaration.year, declaration.quarter
    from declaration_lines line
    join declarations declaration on declaration.id = line.declaration_id and declaration.state = 'sent'
      and declaration.employer_id = ${employerId}
    where line.employer_id = ${employerId} and line.record_code = '7' and line.exit_on is not null
      and ${personOfLine(employerId)} = ${memberNumber}
    order by declaration.year desc, declaration.quarter desc, line.exit_on desc limit 1`.execute(tx)
  const [row] = rows
  return row
    ? {
        on: row.exit_on as LocalDate,
        quarter: { year: row.year, quarter: row.quarter },
      }
    : null
}
