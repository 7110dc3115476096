import { sql } from 'kysely'
import { refuse } from '../../../actors/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { isRowId } from '../../../platform/db/row-id.ts'
import type { Paging } from '../../../web/paging.ts'
import type { Takeout } from '../takeout.ts'

function takeouts(tx: Tx) {
  return tx
    .selectFrom('takeouts')
    .innerJoin('agents as asker', 'asker.id', 'takeouts.asked_by')
    .leftJoin('agents as decider', 'decider.id', 'takeouts.decided_by')
    .select([
      'takeouts.id',
      'takeouts.employer_id',
      'takeouts.reason',
      'takeouts.state',
      'takeouts.asked_by',
      'asker.identity_key',
      sql<string>`asker.first_name || ' ' || asker.last_name`.as('asked_by_name'),
      'takeouts.asked_at',
      'takeouts.decided_by',
      sql<string | null>`decider.first_name || ' ' || decider.last_name`.as('decided_by_name'),
      'takeouts.decided_at',
      'takeouts.declined_because',
      'takeouts.expires_at',
      'takeouts.collected_at',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof takeouts>['executeTakeFirstOrThrow']>>

export async function countTakeouts(tx: Tx, employerId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('takeouts')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('employer_id', '=', employerId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Newest first. */
export async function listTakeouts(
  tx: Tx,
  employerId: string,
  { limit, offset }: Pick<Paging, 'limit' | 'offset'>,
): Promise<Takeout[]> {
  const rows = await takeouts(tx)
    .where('takeouts.employer_id', '=', employerId)
    .orderBy('takeouts.asked_at', 'desc')
    .orderBy('takeouts.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(takeoutFrom)
}

export async function getTakeout(tx: Tx, id: string): Promise<Takeout> {
  const row = isRowId(id)
    ? await takeouts(tx).where('takeouts.id', '=', id).executeTakeFirst()
    : undefined
  return row ? takeoutFrom(row) : refuse('web.not_found')
}

/** The same with its row held: two decisions on one request take turns. */
export async function lockTakeout(tx: Tx, id: string): Promise<Takeout> {
  if (isRowId(id)) {
    await tx.selectFrom('takeouts').select('id').where('id', '=', id).forUpdate().execute()
  }
  return getTakeout(tx, id)
}

/** Nothing when one waits for this company already. */
export async function insertTakeout(
  tx: Tx,
  takeout: Pick<Takeout, 'employerId' | 'reason' | 'askedAt'> & { readonly askedBy: string },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('takeouts')
    .values({
      employer_id: takeout.employerId,
      reason: takeout.reason,
      asked_by: takeout.askedBy,
      asked_at: takeout.askedAt,
      decided_by: null,
      decided_at: null,
      declined_because: null,
      expires_at: null,
      collected_at: null,
    })
    .onConflict((conflict) =>
      conflict.column('employer_id').where('state', '=', 'waiting').doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function saveDecision(
  tx: Tx,
  id: string,
  decision: Pick<Takeout, 'state' | 'expiresAt' | 'declinedBecause'> & {
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .updateTable('takeouts')
    .set({
      state: decision.state,
      decided_by: decision.by,
      decided_at: decision.at,
      expires_at: decision.expiresAt,
      declined_because: decision.declinedBecause,
    })
    .where('id', '=', id)
    .execute()
}

/** The last time is kept; each is in the trail. */
export async function saveCollected(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('takeouts').set({ collected_at: at }).where('id', '=', id).execute()
}

function takeoutFrom(row: Row): Takeout {
  return {
    id: row.id,
    employerId: row.employer_id,
    reason: row.reason,
    state: row.state,
    askedBy: { agentId: row.asked_by, personKey: row.identity_key.toString('hex') },
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    decidedById: row.decided_by,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at,
    declinedBecause: row.declined_because,
    expiresAt: row.expires_at,
    collectedAt: row.collected_at,
  }
}
