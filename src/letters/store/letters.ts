import { type Insertable, type Selectable, sql } from 'kysely'
import { refuse } from '../../actors/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isUniqueViolation } from '../../platform/db/errors.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import type { Letter, LetterSection } from '../letter.ts'
import type { LettersTable } from '../tables.ts'

type LetterRow = Selectable<LettersTable>

/** Inserts the letter; false when its reference is already somebody's. */
export async function insertLetter(tx: Tx, row: Insertable<LettersTable>): Promise<boolean> {
  const inserted = await tx
    .insertInto('letters')
    .values(row)
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function findLetter(tx: Tx, id: string): Promise<Letter | undefined> {
  if (!isRowId(id)) return undefined
  return found(await tx.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst())
}

export async function findLetterByReference(
  tx: Tx,
  reference: string,
): Promise<Letter | undefined> {
  const query = tx.selectFrom('letters').selectAll().where('reference', '=', reference)
  return found(await query.executeTakeFirst())
}

/** By a door of the database, which answers only to who knows both; whoever asks may see no letter yet. */
export async function findLetterToFollow(
  tx: Tx,
  reference: string,
  email: string,
): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string | null
  }>`select letter_to_follow(${reference}, ${email}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}

/** Holds the letter until the transaction ends: two decisions on one file follow each other. */
export async function lockLetter(tx: Tx, id: string): Promise<Letter> {
  if (!isRowId(id)) return refuse('web.not_found')
  const query = tx.selectFrom('letters').selectAll().where('id', '=', id).forUpdate()
  return found(await query.executeTakeFirst()) ?? refuse('web.not_found')
}

/** Saves what changed since `before`; refused when somebody else saved first. Returns the letter as saved. */
export async function saveLetter(tx: Tx, before: Letter, after: Letter): Promise<Letter> {
  try {
    const result = await tx
      .updateTable('letters')
      .set(changeable({ ...after, version: before.version + 1 }))
      .where('id', '=', before.id)
      .where('version', '=', before.version)
      .executeTakeFirst()
    if (result.numUpdatedRows !== 1n) refuse('web.changed_meanwhile')
  } catch (error) {
    if (isUniqueViolation(error, 'letters_one_in_review')) refuse('letters.another_in_review')
    throw error
  }
  return { ...after, version: before.version + 1 }
}

/** Who has the file in hand is no change of the file: its version stays. */
export async function saveTaker(tx: Tx, letterId: string, taker: string | null, now: Date) {
  await tx
    .updateTable('letters')
    .set({ taken_by: taker, taken_at: taker ? now : null })
    .where('id', '=', letterId)
    .execute()
}

export async function listLettersOf(tx: Tx, employerId: string, limit = 50): Promise<Letter[]> {
  const rows = await tx
    .selectFrom('letters')
    .selectAll()
    .where('employer_id', '=', employerId)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(letterFrom)
}

/** What the agency decided since then, and how long it took on average: of no letter in particular, for anybody. */
export async function measureDelay(
  tx: Tx,
  since: Date,
): Promise<{ readonly decisions: number; readonly hours: number }> {
  const { rows } = await sql<{
    decisions: number
    hours: number
  }>`select decisions, hours from agency_delay(${since})`.execute(tx)
  return rows[0] ?? { decisions: 0, hours: 0 }
}

/** What is asked about the delegate in function and not in force yet, held for this transaction. */
export async function lockPersonalLetters(tx: Tx, employerId: string): Promise<Letter[]> {
  const rows = await tx
    .selectFrom('letters')
    .selectAll()
    .where('employer_id', '=', employerId)
    .where('kind', 'in', ['password_reset', 'email_update'])
    .where('state', 'in', ['awaiting_signature', 'received', 'to_complete', 'accepted'])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(letterFrom)
}

/** Letters nobody answered in time, held for this transaction; others may work on the rest. */
export async function lockForgottenLetters(
  tx: Tx,
  before: { readonly signature: Date; readonly completion: Date },
  limit: number,
): Promise<Letter[]> {
  const rows = await tx
    .selectFrom('letters')
    .selectAll()
    .where((is) =>
      is.or([
        is.and([is('state', '=', 'awaiting_signature'), is('state_since', '<', before.signature)]),
        is.and([is('state', '=', 'to_complete'), is('state_since', '<', before.completion)]),
      ]),
    )
    .orderBy('state_since')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(letterFrom)
}

function changeable(letter: Letter) {
  return {
    state: letter.state,
    state_since: letter.stateSince,
    employer_id: letter.employerId,
    replaces_delegate: letter.replacesDelegate,
    agents_required: letter.agentsRequired,
    clock_spent_ms: BigInt(letter.clock.spentMs),
    clock_running_since: letter.clock.runningSince,
    taken_by: letter.takenBy,
    taken_at: letter.takenAt,
    received_at: letter.receivedAt,
    decided_at: letter.decidedAt,
    effective_at: letter.effectiveAt,
    applied_at: letter.appliedAt,
    reasons: JSON.stringify(letter.reasons),
    note: letter.note,
    version: letter.version,
  }
}

function found(row: LetterRow | undefined): Letter | undefined {
  return row && letterFrom(row)
}

export function letterFrom(row: LetterRow): Letter {
  const content = row.content as { sections?: LetterSection[]; data?: Record<string, unknown> }
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    employerNumber: row.employer_number,
    employerId: row.employer_id,
    state: row.state,
    stateSince: row.state_since,
    language: row.language,
    applicant: { name: row.applicant_name, email: row.applicant_email },
    sections: content.sections ?? [],
    data: content.data ?? {},
    replacesDelegate: row.replaces_delegate,
    agentsRequired: row.agents_required,
    clock: { spentMs: Number(row.clock_spent_ms), runningSince: row.clock_running_since },
    createdAt: row.created_at,
    receivedAt: row.received_at,
    decidedAt: row.decided_at,
    effectiveAt: row.effective_at,
    appliedAt: row.applied_at,
    reasons: row.reasons,
    note: row.note,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    version: row.version,
  }
}
