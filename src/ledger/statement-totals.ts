import { addDays } from '../calendar/index.ts'
import { add, type Dirhams, subtract, zeroDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { keepsEveryEntry, type StatementFilter, type StatementTotals } from './statement.ts'
import { balanceAt, balanceBefore, sumLines } from './store/read-statement.ts'

/** The balances of the period and the totals of what is kept, as the account stands up to one entry (product C2). */
// oxlint-disable-next-line max-params -- whose, which, and up to where
export async function readTotals(
  tx: Tx,
  employerId: string,
  filter: StatementFilter,
  upTo: bigint,
): Promise<StatementTotals> {
  const { from, until } = filter
  return {
    opening: from && (await balanceBefore(tx, employerId, { day: from, upTo })),
    closing: until
      ? await balanceBefore(tx, employerId, { day: addDays(until, 1), upTo })
      : await balanceAt(tx, employerId, upTo),
    ...(await sumLines(tx, employerId, filter, upTo)),
  }
}

/** What the balance was just before an entry of the statement; nothing where entries are left out. */
// oxlint-disable-next-line max-params -- whose, which, before which, and from what
export async function balanceUpTo(
  tx: Tx,
  employerId: string,
  filter: StatementFilter,
  at: { readonly number: bigint; readonly opening: Dirhams | null },
): Promise<Dirhams | null> {
  if (!keepsEveryEntry(filter)) return null
  const earlier = await sumLines(tx, employerId, filter, at.number - 1n)
  return subtract(add(at.opening ?? zeroDirhams, earlier.debit), earlier.credit)
}
