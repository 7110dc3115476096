import { sql } from 'kysely'
import type { QuarterNumber } from '../../calendar/index.ts'
import { dueText } from '../../ledger/account.ts'
import type { LedgerBreak } from '../../ledger/rebuild-ledger.ts'
import type { Tx } from '../../platform/db/database.ts'

interface Difference {
  readonly employer_id: string
  readonly category: string
  readonly year: number
  readonly quarter: QuarterNumber
  readonly declared: string
  readonly posted: string
}

/** Quarters whose sent declaration and whose account do not say the same amounts: none, unless somebody changed one. */
export async function findUnpostedDeclarations(tx: Tx): Promise<LedgerBreak[]> {
  const { rows } = await sql<Difference>`
    select employer_id, category, year, quarter,
      concat_ws(' ', coalesce(sent.employee_centimes, 0), coalesce(sent.employer_centimes, 0)) as declared,
      concat_ws(' ', coalesce(due.employee_centimes, 0), coalesce(due.employer_centimes + due.surcharge_centimes, 0)) as posted
    from (select * from declarations where state = 'sent') as sent
    full join ledger_positions as due using (employer_id, category, year, quarter)
    where (coalesce(sent.employee_centimes, 0), coalesce(sent.employer_centimes, 0))
      <> (coalesce(due.employee_centimes, 0), coalesce(due.employer_centimes + due.surcharge_centimes, 0))
    order by employer_id, category, year, quarter limit 1000`.execute(tx)
  return rows.map(({ employer_id, category, year, quarter, declared, posted }) => {
    const due = dueText({ category, quarter: { year, quarter } })
    return {
      employerId: employer_id,
      number: null,
      what: 'declaration',
      expected: `${due} ${declared}`,
      found: `${due} ${posted}`,
    }
  })
}
