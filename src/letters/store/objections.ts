import type { Selectable } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Letter, LetterKind } from '../letter.ts'
import { type Objection, objectionDeadline, opposableStates } from '../objection.ts'
import type { ObjectionsTable } from '../tables.ts'

/**
 * Lets whom the letter concerns object for 24 hours from now. A letter is warned of once: nothing when it was
 * already, so that a second scan neither warns again nor gives more time.
 */
export async function openObjection(
  tx: Tx,
  letter: Pick<Letter, 'id' | 'employerId'>,
  warnedAt: Date,
): Promise<Objection | undefined> {
  const row = await tx
    .insertInto('objections')
    .values({
      letter_id: letter.id,
      employer_id: letter.employerId,
      warned_at: warnedAt,
      open_until: objectionDeadline(warnedAt),
      raised_at: null,
      statement: null,
      decided_by: null,
      decision: null,
      decision_note: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.column('letter_id').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && objectionFrom(row)
}

export async function findObjection(tx: Tx, letterId: string): Promise<Objection | undefined> {
  const query = tx.selectFrom('objections').selectAll().where('letter_id', '=', letterId)
  const row = await query.executeTakeFirst()
  return row && objectionFrom(row)
}

/** The company's letters that wait for a supervisor to decide an objection, by identifier. */
export async function listObjectedLetters(tx: Tx, employerId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('objections')
    .innerJoin('letters', 'letters.id', 'objections.letter_id')
    .select('letter_id')
    .where('objections.employer_id', '=', employerId)
    .where('raised_at', 'is not', null)
    .where('decision', 'is', null)
    .where('letters.state', 'in', opposableStates)
    .execute()
  return new Set(rows.map(({ letter_id }) => letter_id))
}

export interface OpenObjection extends Objection {
  /** What the letter asks for: another delegate, or another address of this one. */
  readonly kind: LetterKind
}

/** The letters that the company's delegate may still stop today, or has stopped until a supervisor decides; the nearest deadline first. */
export async function listOpenObjections(
  tx: Tx,
  employerId: string,
  now: Date,
): Promise<OpenObjection[]> {
  const rows = await tx
    .selectFrom('objections')
    .innerJoin('letters', 'letters.id', 'objections.letter_id')
    .selectAll('objections')
    .select('letters.kind')
    .where('objections.employer_id', '=', employerId)
    .where('objections.decision', 'is', null)
    .where((is) =>
      is.or([is('objections.raised_at', 'is not', null), is('objections.open_until', '>', now)]),
    )
    .where('letters.state', 'in', opposableStates)
    .orderBy('objections.open_until')
    .execute()
  return rows.map((row) => ({ ...objectionFrom(row), kind: row.kind }))
}

export async function saveRaisedObjection(tx: Tx, id: string, statement: string, now: Date) {
  await tx
    .updateTable('objections')
    .set({ raised_at: now, statement })
    .where('id', '=', id)
    .where('raised_at', 'is', null)
    .execute()
}

export async function saveObjectionDecision(
  tx: Tx,
  id: string,
  decided: {
    readonly by: string
    readonly decision: 'upheld' | 'dismissed'
    readonly note: string
    readonly at: Date
  },
) {
  await tx
    .updateTable('objections')
    .set({
      decided_by: decided.by,
      decision: decided.decision,
      decision_note: decided.note,
      decided_at: decided.at,
    })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .execute()
}

function objectionFrom(row: Selectable<ObjectionsTable>): Objection {
  return {
    id: row.id,
    letterId: row.letter_id,
    warnedAt: row.warned_at,
    openUntil: row.open_until,
    raisedAt: row.raised_at,
    statement: row.statement,
    decision: row.decision,
    decisionNote: row.decision_note,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }
}
