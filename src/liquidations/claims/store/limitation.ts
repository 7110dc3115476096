import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import { claimFrom, selectClaims } from './claim-row.ts'

/** Claims in the company's hands that nobody was warned about, some at a time. */
export async function listUnwarned(tx: Tx, after: string | null, limit: number): Promise<Claim[]> {
  const rows = await selectClaims(tx)
    .where('state', 'in', ['draft', 'incomplete'])
    .where('ended_on', 'is not', null)
    .where('limitation_told_at', 'is', null)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(claimFrom)
}

/** No page shows it: the version stays, and a form that is open meanwhile is not refused. */
export async function markLimitationTold(
  tx: Tx,
  claim: Pick<Claim, 'id' | 'employerId'>,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('claims')
    .set({ limitation_told_at: at })
    .where('id', '=', claim.id)
    .where('employer_id', '=', claim.employerId)
    .execute()
}
