import type { Tx } from '../platform/db/database.ts'
import type { Account } from './accounts.ts'
import { changeAccount } from './store/accounts.ts'
import { deletePasskeysOf } from './store/passkeys.ts'
import { removeRecoveryCodes } from './store/recovery-codes.ts'

/**
 * Every second factor of an account whose owner lost them all, and its recovery codes. Whoever decides it tells the
 * owner and ends the sessions.
 */
export async function endSecondFactor(
  tx: Tx,
  account: Pick<Account, 'kind' | 'id'>,
): Promise<void> {
  await changeAccount(tx, account, { totp_sealed: null, totp_last_step: null })
  await deletePasskeysOf(tx, account.id)
  await removeRecoveryCodes(tx, account.id)
}
