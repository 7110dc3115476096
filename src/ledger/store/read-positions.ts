import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams, negate } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { DueKey } from '../account.ts'
import type { Position } from '../position.ts'
import type { LedgerPositionsTable } from '../tables.ts'

/** How every due of an employer stands, the oldest first. */
export async function listPositions(tx: Tx, employerId: string): Promise<Position[]> {
  const rows = await tx
    .selectFrom('ledger_positions')
    .selectAll()
    .where('employer_id', '=', employerId)
    .orderBy('year')
    .orderBy('quarter')
    .orderBy('category')
    .execute()
  return rows.map(positionFrom)
}

export async function findPosition(
  tx: Tx,
  employerId: string,
  { category, quarter }: DueKey,
): Promise<Position | undefined> {
  const row = await tx
    .selectFrom('ledger_positions')
    .selectAll()
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .executeTakeFirst()
  return row && positionFrom(row)
}

/** What is beside the dues: paid in advance, and collected but not confirmed. */
export async function findAside(
  tx: Tx,
  employerId: string,
): Promise<{ readonly advances: Dirhams; readonly inTransit: Dirhams }> {
  const rows = await tx
    .selectFrom('ledger_accounts')
    .select(['kind', 'balance_centimes'])
    .where('employer_id', '=', employerId)
    .where('kind', 'in', ['advances', 'bank_in_transit'])
    .execute()
  const balance = (kind: string) =>
    centimes(rows.find((row) => row.kind === kind)?.balance_centimes ?? 0n)
  return { advances: negate(balance('advances')), inTransit: balance('bank_in_transit') }
}

function positionFrom(row: LedgerPositionsTable): Position {
  return {
    due: { category: row.category, quarter: { year: row.year, quarter: row.quarter } },
    terms: {
      dueOn: row.due_on as LocalDate,
      graceDays: row.grace_days,
      yearlyRate: row.yearly_rate,
      yearDays: row.year_days,
    },
    employee: centimes(row.employee_centimes),
    equalPart: centimes(row.employer_centimes),
    surcharge: centimes(row.surcharge_centimes),
    open: centimes(row.open_centimes),
    interest: centimes(row.interest_centimes),
    openInterest: centimes(row.open_interest_centimes),
  }
}
