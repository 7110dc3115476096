import type { Tx } from '../../../platform/db/database.ts'
import type { Period } from '../../declaration.ts'

/** What is being typed for a period, beside a declaration that was not made of it. */
export interface EntryBeside {
  readonly savedBy: string
  readonly savedAt: Date
  /** Members of whom something was typed. */
  readonly rows: number
}

/** Held until the transaction ends: whoever saves meanwhile waits. */
export async function lockEntryBeside(
  tx: Tx,
  employerId: string,
  declaration: Period & { readonly id: string },
): Promise<EntryBeside | undefined> {
  return withRows(
    tx,
    employerId,
    await entryBeside(tx, employerId, declaration).forUpdate('w').executeTakeFirst(),
  )
}

export async function findEntryBeside(
  tx: Tx,
  employerId: string,
  declaration: Period & { readonly id: string },
): Promise<EntryBeside | undefined> {
  return withRows(tx, employerId, await entryBeside(tx, employerId, declaration).executeTakeFirst())
}

function entryBeside(
  tx: Tx,
  employerId: string,
  { id, category, quarter }: Period & { readonly id: string },
) {
  return tx
    .selectFrom('entry_drafts as w')
    .select(['w.id', 'w.saved_by as savedBy', 'w.saved_at as savedAt'])
    .where('w.employer_id', '=', employerId)
    .where('w.category', '=', category)
    .where('w.year', '=', quarter.year)
    .where('w.quarter', '=', quarter.quarter)
    .where('w.version', '>', 0)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('entry_checks as made')
            .select('made.declaration_id')
            .whereRef('made.draft_id', '=', 'w.id')
            .whereRef('made.employer_id', '=', 'w.employer_id')
            .where('made.declaration_id', '=', id),
        ),
      ),
    )
}

/** A sheet that was saved with nothing in it loses nothing. */
async function withRows(
  tx: Tx,
  employerId: string,
  draft: (Omit<EntryBeside, 'rows'> & { readonly id: string }) | undefined,
): Promise<EntryBeside | undefined> {
  if (!draft) return undefined
  const { count } = await tx
    .selectFrom('entry_draft_rows')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .where('employer_id', '=', employerId)
    .where('draft_id', '=', draft.id)
    .where((where) =>
      where.or([
        where('salary', '<>', ''),
        where('left_on', '<>', ''),
        where('unpaid_reason', '<>', ''),
        where('kind', '<>', 'known'),
      ]),
    )
    .executeTakeFirstOrThrow()
  const { savedBy, savedAt } = draft
  return count > 0n ? { savedBy, savedAt, rows: Number(count) } : undefined
}
