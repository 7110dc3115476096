import type { Tx } from '../../platform/db/database.ts'
import type { KeptEntry } from './collections.ts'

/** The account may not be debited any more; another mandate must be signed. False when it already was not. */
export async function freezeMandate(
  tx: Tx,
  { employerId, mandateId }: Pick<KeptEntry, 'employerId' | 'mandateId'>,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('debit_mandates')
    .set({ state: 'revoked', ended_at: at })
    .where('id', '=', mandateId)
    .where('employer_id', '=', employerId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
