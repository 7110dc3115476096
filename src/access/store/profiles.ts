import type { Tx } from '../../platform/db/database.ts'
import { withFormer } from './accounts.ts'

/** What the delegate typed may not be chosen again: they know it. */
const noProvisional = {
  former_hashes: withFormer('provisional_hash'),
  provisional_hash: null,
  provisional_until: null,
}

/** A password typed by the delegate is worth nothing any more. */
export async function forgetProvisional(tx: Tx, profileId: string): Promise<void> {
  await tx.updateTable('profiles').set(noProvisional).where('id', '=', profileId).execute()
}

/** It takes the place of the password in use, until then. */
export async function saveProvisional(
  tx: Tx,
  profileId: string,
  typed: { readonly hash: string; readonly until: Date },
): Promise<void> {
  await tx
    .updateTable('profiles')
    .set({
      former_hashes: withFormer('password_hash'),
      password_hash: null,
      provisional_hash: typed.hash,
      provisional_until: typed.until,
    })
    .where('id', '=', profileId)
    .execute()
}

/** Every password that this company's delegate typed for a user. */
export async function forgetProvisionalsOf(tx: Tx, employerId: string): Promise<void> {
  await tx
    .updateTable('profiles')
    .set(noProvisional)
    .where('employer_id', '=', employerId)
    .where('provisional_hash', 'is not', null)
    .execute()
}

/** In use from now on; the delegate's page shows it, so a form opened before is out of date. */
export async function saveInUse(tx: Tx, profileId: string, now: Date): Promise<void> {
  await tx
    .updateTable('profiles')
    .set((row) => ({
      state: 'active' as const,
      state_changed_at: now,
      ...noProvisional,
      version: row('version', '+', 1),
    }))
    .where('id', '=', profileId)
    .execute()
}

export async function forgetBounce(tx: Tx, profileId: string): Promise<void> {
  await tx
    .updateTable('profiles')
    .set({ mail_bounced_at: null })
    .where('id', '=', profileId)
    .execute()
}
