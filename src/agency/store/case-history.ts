import { sql } from 'kysely'
import type { TrailEvent } from '../../audit/trail.ts'
import type { Letter } from '../../letters/letter.ts'
import type { Checklist } from '../checklist.ts'
import type { Tx } from '../../platform/db/database.ts'

/** One agent's verdict, as the next agent reads it. */
export interface PastReview {
  readonly agent: string
  readonly agentId: string
  readonly verdict: 'accept' | 'refuse' | 'complete'
  readonly proofId: string
  readonly checklist: Partial<Checklist>
  readonly reasons: readonly string[]
  readonly note: string
  readonly at: Date
}

export async function listReviews(tx: Tx, letterId: string): Promise<PastReview[]> {
  const rows = await tx
    .selectFrom('letter_reviews as review')
    .leftJoin('agents as agent', 'agent.id', 'review.agent_id')
    .where('review.letter_id', '=', letterId)
    .select(['review.agent_id', 'review.verdict', 'review.proof_id', 'review.checklist'])
    .select(['review.reasons', 'review.note', 'review.reviewed_at'])
    .select(['agent.first_name', 'agent.last_name'])
    .orderBy('review.reviewed_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    agent: nameOf(row),
    agentId: row.agent_id,
    verdict: row.verdict,
    proofId: row.proof_id,
    checklist: row.checklist,
    reasons: row.reasons,
    note: row.note,
    at: row.reviewed_at,
  }))
}

/** The last debit that came back from the account of a mandate, and why. */
export interface Rejection {
  readonly reference: string
  readonly reason: string
  readonly at: Date
}

/** Whether a debit of the account that a mandate is for came back: its bank may do so again. */
export async function findRejectionOf(
  tx: Tx,
  { id, employerId }: Pick<Letter, 'id' | 'employerId'>,
): Promise<Rejection | undefined> {
  if (employerId === null) return undefined
  const row = await tx
    .selectFrom('payment_orders as o')
    .innerJoin('debit_mandates as m', (join) =>
      join
        .onRef('m.bank_account_id', '=', 'o.bank_account_id')
        .onRef('m.employer_id', '=', 'o.employer_id'),
    )
    .select(['o.reference', 'o.reason', 'o.ended_at'])
    .where('o.employer_id', '=', employerId)
    .where('m.letter_id', '=', id)
    .where('o.state', '=', 'rejected')
    .where('o.ended_at', 'is not', null)
    .orderBy('o.ended_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.ended_at ? { ...row, at: row.ended_at } : undefined
}

/** What the trail says of this letter, on the chain of its employer or of the fund. */
export async function listLetterEvents(
  tx: Tx,
  letterId: string,
  employerId: string | null,
): Promise<TrailEvent[]> {
  const { rows } = await sql<TrailEvent>`select sequence, at, actor_kind as "actorKind",
      actor_id as "actorId", actor_name as "actorName", action, details from audit_events
    where employer_id is not distinct from ${employerId}::uuid
      and subject_kind = 'letter' and subject_id = ${letterId} and action <> 'letter.viewed'
    order by sequence desc limit 100`.execute(tx)
  return rows
}

/** Whether this agent read the number on the newest paper and found it to be the one on file: the trail says so. */
export async function hasCompared(tx: Tx, letter: Letter, agentId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from audit_events
    where employer_id is not distinct from ${letter.employerId}::uuid and subject_kind = 'letter'
      and subject_id = ${letter.id} and actor_id = ${agentId} and action = 'letter.identity_same'
      and at >= (select max(received_at) from letter_proofs where letter_id = ${letter.id}) limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

export async function findAgentName(tx: Tx, agentId: string): Promise<string> {
  const query = tx
    .selectFrom('agents')
    .select(['first_name', 'last_name'])
    .where('id', '=', agentId)
  return nameOf(await query.executeTakeFirst())
}

function nameOf(row: { first_name: string | null; last_name: string | null } | undefined): string {
  return row?.first_name ? `${row.first_name} ${row.last_name ?? ''}`.trim() : ''
}

/** Who signed the last subscription or renewal that took effect, as its form said. */
export async function findSignatoryInForce(
  tx: Tx,
  employerId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{
    name: string | null
  }>`select content #>> '{data,signatory,name}' as name
    from letters where employer_id = ${employerId} and kind in ('subscription', 'renewal')
      and state = 'applied' order by applied_at desc limit 1`.execute(tx)
  return rows[0]?.name ?? undefined
}

/** A form drawn up after another one for the same number. */
export interface LaterForm {
  readonly id: string
  readonly reference: string
  readonly applicant: string
  readonly createdAt: Date
}

const fewForms = 5

/** What was drawn up since, of the same kind and for the same number: a corrected form has another code. */
export async function listLaterForms(
  tx: Tx,
  letter: Pick<Letter, 'id' | 'kind' | 'employerNumber' | 'stateSince'>,
): Promise<LaterForm[]> {
  return tx
    .selectFrom('letters')
    .select(['id', 'reference', 'applicant_name as applicant', 'created_at as createdAt'])
    .where('kind', '=', letter.kind)
    .where('employer_number', '=', letter.employerNumber)
    .where('created_at', '>=', letter.stateSince)
    .where('id', '<>', letter.id)
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at')
    .limit(fewForms)
    .execute()
}
