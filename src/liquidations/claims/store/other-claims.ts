import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claim, ClaimKind } from '../claim.ts'

type Of = Pick<Claim, 'employerId' | 'memberNumber'>

/** What else is asked for on the points of one person. */
export type OtherClaim = Pick<Claim, 'id' | 'reference' | 'kind' | 'state' | 'sentAt'>

/** One at a time begins or grants what rests on the points of one person, until the end of the transaction. */
export async function lockClaimsOf(tx: Tx, { employerId, memberNumber }: Of): Promise<void> {
  const key = `claims ${employerId} ${memberNumber}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

/** Of one person in the company, the oldest first. */
export async function listClaimsOf(
  tx: Tx,
  { employerId, memberNumber }: Of,
  kinds: readonly ClaimKind[],
): Promise<OtherClaim[]> {
  const rows = await tx
    .selectFrom('claims')
    .select(['id', 'reference', 'kind', 'state', 'sent_at'])
    .where('employer_id', '=', employerId)
    .where('member_number', '=', memberNumber)
    .where('kind', 'in', kinds)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.map(({ sent_at: sentAt, ...row }) => ({ ...row, sentAt }))
}
