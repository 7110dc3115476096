import type { Tx } from '../../platform/db/database.ts'
import type { Account } from '../accounts.ts'

export async function insertRecoveryCodes(
  tx: Tx,
  account: Pick<Account, 'kind' | 'id'>,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx
    .insertInto('recovery_codes')
    .values(
      hashes.map((hash) => ({
        account_kind: account.kind,
        account_id: account.id,
        code_hash: hash,
        used_at: null,
      })),
    )
    .execute()
}

export async function removeRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
}

/** False when it is not one, or was used: of two at the same instant, one wins. */
export async function useRecoveryCode(
  tx: Tx,
  accountId: string,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const { left } = await tx
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll<bigint>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}
