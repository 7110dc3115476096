import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import type { Account } from './accounts.ts'
import { newRecoveryCodes, recoveryCodeHash } from './second-factor.ts'
import {
  insertRecoveryCodes,
  removeRecoveryCodes,
  useRecoveryCode,
} from './store/recovery-codes.ts'

/** Makes ten new codes, which replace the older ones; they are returned to be shown this once. */
export async function renewRecoveryCodes(
  tx: Tx,
  keyring: Keyring,
  account: Pick<Account, 'kind' | 'id'>,
): Promise<string[]> {
  await removeRecoveryCodes(tx, account.id)
  const codes = newRecoveryCodes()
  const hashes = codes.map((code) => recoveryCodeHash(keyring, account.id, code))
  await insertRecoveryCodes(tx, account, hashes)
  return codes
}

/** Uses a code up; false when it is not one, or was used. */
export function takeRecoveryCode(
  tx: Tx,
  app: Pick<AppContext, 'keyring' | 'clock'>,
  accountId: string,
  code: string,
): Promise<boolean> {
  const hash = recoveryCodeHash(app.keyring, accountId, code)
  return useRecoveryCode(tx, accountId, hash, app.clock.now())
}
