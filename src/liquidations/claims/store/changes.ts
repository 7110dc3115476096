import type { Tx } from '../../../platform/db/database.ts'
import type { Change, KeptChange } from '../changes.ts'
import type { Claim } from '../claim.ts'

type Of = Pick<Claim, 'id' | 'employerId'>

// oxlint-disable-next-line max-params -- what changed in which claim, by whom
export async function insertChanges(
  tx: Tx,
  { id, employerId }: Of,
  changes: readonly (Change & { readonly code: string })[],
  by: { readonly id: string; readonly now: Date },
): Promise<void> {
  if (changes.length === 0) return
  await tx
    .insertInto('claim_changes')
    .values(
      changes.map(({ code, fact, before, after }) => ({
        claim_id: id,
        employer_id: employerId,
        code,
        fact,
        before,
        after,
        changed_by: by.id,
        changed_at: by.now,
      })),
    )
    .execute()
}

export function listChanges(tx: Tx, { id, employerId }: Of): Promise<KeptChange[]> {
  return tx
    .selectFrom('claim_changes')
    .select(['code', 'fact', 'before', 'after', 'changed_at as at'])
    .where('employer_id', '=', employerId)
    .where('claim_id', '=', id)
    .orderBy('changed_at')
    .execute()
}
