import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'
import { claimFrom, selectClaims } from './claim-row.ts'

export async function findClaim(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Claim | undefined> {
  const row = await selectClaims(tx)
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && claimFrom(row)
}

/** Whatever the company: for the agency and the jobs, whose scope sees every row. */
export async function findAnyClaim(tx: Tx, id: string): Promise<Claim | undefined> {
  const row = await selectClaims(tx).where('id', '=', id).executeTakeFirst()
  return row && claimFrom(row)
}

/** With the row lock: what is decided about it is decided once. */
export async function lockClaim(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Claim | undefined> {
  const row = await selectClaims(tx)
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && claimFrom(row)
}

export async function findClaimByFormKey(
  tx: Tx,
  employerId: string,
  formKey: string,
): Promise<Claim | undefined> {
  const row = await selectClaims(tx)
    .where('employer_id', '=', employerId)
    .where('form_key', '=', formKey)
    .executeTakeFirst()
  return row && claimFrom(row)
}

export async function listClaims(
  tx: Tx,
  employerId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<Claim[]> {
  const rows = await selectClaims(tx)
    .where('employer_id', '=', employerId)
    // What waits for the company first, then what waits for the agency, then what is over.
    .orderBy(
      sql`case state when 'incomplete' then 0 when 'draft' then 1 when 'sent' then 2 else 3 end`,
    )
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map(claimFrom)
}

export async function countClaims(tx: Tx, employerId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('claims')
    .select((is) => is.fn.countAll<bigint>().as('count'))
    .where('employer_id', '=', employerId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Granted claims, some at a time, in the order of their identifiers: what arrears may change. */
export async function listGranted(tx: Tx, after: string | null, limit: number): Promise<Claim[]> {
  const rows = await selectClaims(tx)
    .where('state', '=', 'granted')
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(claimFrom)
}
