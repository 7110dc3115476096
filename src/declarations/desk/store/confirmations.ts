import type { Tx } from '../../../platform/db/database.ts'
import { countDoubtfulLines, type Owner } from '../../store/lines.ts'
import type { CauseKey } from '../cause.ts'

/** Some doubts of a cause, or all of them. */
export interface Doubts extends CauseKey {
  readonly ids: readonly string[] | 'all'
}

export interface Settled {
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Settles doubts that nobody settled yet; gives how many. */
export async function confirmDoubts(
  tx: Tx,
  owner: Owner,
  doubts: Doubts,
  { reason, by, at }: Settled,
): Promise<number> {
  const { numUpdatedRows } = await doubtsOf(tx, owner, doubts)
    .set({ confirmed_reason: reason, confirmed_by: by, confirmed_at: at })
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Takes back what was said of them; gives of how many. */
export async function withdrawConfirmations(tx: Tx, owner: Owner, doubts: Doubts): Promise<number> {
  const { numUpdatedRows } = await doubtsOf(tx, owner, doubts)
    .set({ confirmed_reason: null, confirmed_by: null, confirmed_at: null })
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

function doubtsOf(tx: Tx, { declarationId, employerId }: Owner, { code, field, ids }: Doubts) {
  const ofCause = tx
    .updateTable('declaration_findings')
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('severity', '=', 'to_confirm')
    .where('code', '=', code)
    .where('field', '=', field)
  return ids === 'all' ? ofCause : ofCause.where('id', 'in', ids.map(BigInt))
}

/** What was shown before is no longer what stands: the next form must have seen it. */
export async function nextVersion(tx: Tx, { declarationId, employerId }: Owner): Promise<void> {
  await tx
    .updateTable('declarations')
    .set((to) => ({ version: to('version', '+', 1) }))
    .where('id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .execute()
  await countDoubtfulLines(tx, { declarationId, employerId })
}
