import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { LocalDate } from '../../../calendar/index.ts'
import { type Claim, type ClaimKind, ofSurvivors } from '../claim.ts'

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

/** A death that those who survive a person have stated, in a claim that was neither refused nor given up. */
export interface StatedDeath {
  readonly claimId: string
  readonly reference: string
  readonly diedOn: LocalDate
  /** A draft is the company's alone. */
  readonly isSent: boolean
}

/** The oldest claim first. */
export async function listStatedDeaths(
  tx: Tx,
  { employerId, memberNumber }: Of,
): Promise<StatedDeath[]> {
  const rows = await tx
    .selectFrom('claims')
    .select(['id', 'reference', 'ended_on', 'sent_at'])
    .where('employer_id', '=', employerId)
    .where('member_number', '=', memberNumber)
    .where('kind', 'in', ofSurvivors)
    .where('state', 'not in', ['refused', 'withdrawn'])
    .where('ended_on', 'is not', null)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    claimId: row.id,
    reference: row.reference,
    diedOn: row.ended_on as LocalDate,
    isSent: row.sent_at !== null,
  }))
}
