import type { Tx } from '../../platform/db/database.ts'
import type { Move } from '../account.ts'
import type { Entry } from '../entry.ts'

const append = `select append_ledger_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as number`

/** Adds an entry; the database finds the balances, and the number must be the one that was expected. */
export async function writeEntry(tx: Tx, employerId: string, entry: Entry): Promise<void> {
  const [row] = await tx.named<{ number: bigint }>('ledger_append', append, [
    employerId,
    entry.kind,
    entry.cause.kind,
    entry.cause.id,
    entry.cause.version,
    entry.occurredOn,
    entry.recordedAt,
    entry.reverses,
    JSON.stringify(entry.details),
    JSON.stringify(entry.moves.map(moveColumns)),
  ])
  if (row?.number !== entry.number) {
    throw new Error(
      `entry ${entry.number} was written as ${row?.number}: the ledger was not locked`,
    )
  }
}

function moveColumns({ account, due, amount }: Move) {
  return {
    account,
    amount: String(amount),
    ...(due && { category: due.category, year: due.quarter.year, quarter: due.quarter.quarter }),
  }
}
