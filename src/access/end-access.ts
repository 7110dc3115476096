import type { Tx } from '../platform/db/database.ts'
import { voidLinks } from '../platform/links/links.ts'
import { forgetDevices } from './store/devices.ts'
import { endSessionsOf } from './store/sessions.ts'

export type EndReason =
  | 'signed_out'
  | 'password_changed'
  | 'password_reset'
  | 'email_restored'
  | 'suspended'
  | 'removed'
  | 'replaced'
  | 'second_factor_changed'
  | 'ended_by_owner'
  | 'stepped_up'
  | 'too_many_codes'

/**
 * Everything an account could still be used through, at once: its sessions, its mailed links, the browsers it is
 * known from (product A9; quality AT24, AT30, AT66).
 */
export async function endAccess(
  tx: Tx,
  accountId: string,
  now: Date,
  reason: EndReason,
): Promise<void> {
  await endSessionsOf(tx, accountId, now, reason)
  await voidLinks(tx, accountId, now)
  await forgetDevices(tx, accountId)
}
