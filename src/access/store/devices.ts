import { dayMs } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { tokenHash } from '../../platform/secrets/keyring.ts'

/** A browser unused for six months is a stranger again. */
const rememberMs = 180 * dayMs

export async function rememberDevice(
  tx: Tx,
  accountId: string,
  device: string,
  now: Date,
): Promise<void> {
  const text = `insert into known_devices (account_id, token_hash, last_used_at) values ($1, $2, $3)
    on conflict (account_id, token_hash) do update set last_used_at = excluded.last_used_at`
  await tx.named('device_remember', text, [accountId, tokenHash(device), now])
}

/** Whether this account signed in from this browser before. Asked for the unknown too, so that both do the same work. */
export async function isKnownDevice(
  tx: Tx,
  accountId: string | undefined,
  device: string | null,
  now: Date,
): Promise<boolean> {
  if (!device) return false
  const text =
    'select from known_devices where account_id = $1 and token_hash = $2 and last_used_at > $3'
  const rows = await tx.named('device_known', text, [
    accountId ?? '00000000-0000-0000-0000-000000000000',
    tokenHash(device),
    new Date(now.getTime() - rememberMs),
  ])
  return rows.length > 0
}

export async function forgetDevices(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('known_devices').where('account_id', '=', accountId).execute()
}

export async function forgetUnusedDevices(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom('known_devices')
    .where('last_used_at', '<', new Date(now.getTime() - rememberMs))
    .execute()
}
