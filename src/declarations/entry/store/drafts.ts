import { refuse } from '../../../actors/refusal.ts'
import type { Quarter } from '../../../calendar/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Period } from '../../declaration.ts'

/** The draft of a sheet. */
export interface Draft {
  readonly id: string
  readonly employerId: string
  readonly version: number
}

export interface SavedDraft extends Draft {
  readonly savedAt: Date
  readonly savedBy: string
}

export async function findDraft(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<SavedDraft | undefined> {
  return tx
    .selectFrom('entry_drafts')
    .select([
      'id',
      'employer_id as employerId',
      'version',
      'saved_at as savedAt',
      'saved_by as savedBy',
    ])
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .executeTakeFirst()
}

/** The periods that somebody has begun to type. */
export async function listBegunSheets(tx: Tx, employerId: string): Promise<Period[]> {
  const rows = await tx
    .selectFrom('entry_drafts')
    .select(['category', 'year', 'quarter'])
    .where('employer_id', '=', employerId)
    .where('version', '>', 0)
    .execute()
  return rows.map(({ category, year, quarter }) => ({
    category,
    quarter: { year, quarter } as Quarter,
  }))
}

interface Saver {
  readonly profileId: string
  readonly at: Date
}

/** The draft of a period, made when there is none: whoever saves takes turns from here to the end of the transaction. */
export async function lockDraft(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
  { profileId, at }: Saver,
): Promise<Draft> {
  const period = { category, year: quarter.year, quarter: quarter.quarter }
  await tx
    .insertInto('entry_drafts')
    .values({ employer_id: employerId, ...period, saved_by: profileId, saved_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const locked = await tx
    .selectFrom('entry_drafts')
    .select(['id', 'version'])
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .forUpdate()
    .executeTakeFirst()
  // Sent, or given up, while this one waited for its turn.
  return locked ? { ...locked, employerId } : refuse('web.changed_meanwhile')
}

/** One more version, and who made it; gives its number. */
export async function stampDraft(tx: Tx, draft: Draft, { profileId, at }: Saver): Promise<number> {
  const { version } = await tx
    .updateTable('entry_drafts')
    .set((to) => ({ version: to('version', '+', 1), saved_by: profileId, saved_at: at }))
    .where('id', '=', draft.id)
    .where('employer_id', '=', draft.employerId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Sent or given up: the declaration holds what was typed, or nobody needs it any more. */
export async function deleteDraft(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<void> {
  await tx
    .deleteFrom('entry_drafts')
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .execute()
}
