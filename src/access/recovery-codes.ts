import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import type { Account } from './accounts.ts'
import { newRecoveryCodes, recoveryCodeHash } from './second-factor.ts'

/** Makes ten new codes, which replace the older ones; they are returned to be shown this once. */
export async function renewRecoveryCodes(
  tx: Tx,
  keyring: Keyring,
  account: Pick<Account, 'kind' | 'id'>,
): Promise<string[]> {
  await removeRecoveryCodes(tx, account.id)
  const codes = newRecoveryCodes()
  await tx
    .insertInto('recovery_codes')
    .values(
      codes.map((code) => ({
        account_kind: account.kind,
        account_id: account.id,
        code_hash: recoveryCodeHash(keyring, account.id, code),
        used_at: null,
      })),
    )
    .execute()
  return codes
}

export async function removeRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
}

/** Uses a code up; false when it is not one, or was used. */
export async function takeRecoveryCode(
  tx: Tx,
  app: Pick<AppContext, 'keyring' | 'clock'>,
  accountId: string,
  code: string,
): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_codes')
    .set({ used_at: app.clock.now() })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', recoveryCodeHash(app.keyring, accountId, code))
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
