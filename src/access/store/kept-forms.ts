import type { Tx } from '../../platform/db/database.ts'
import { tokenHash } from '../../platform/secrets/keyring.ts'

interface Kept {
  readonly sessionId: string
  readonly token: string
  readonly address: string
  readonly sealed: Buffer
  readonly now: Date
}

export async function saveKeptForm(tx: Tx, kept: Kept): Promise<void> {
  const { sessionId, address, now } = kept
  const row = { address, fields_sealed: kept.sealed, kept_at: now }
  await tx
    .insertInto('kept_forms')
    .values({ session_id: sessionId, key_hash: tokenHash(kept.token), ...row })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
    .execute()
}

/** What this account last typed at this address in a session that was over. */
export async function findKeptForm(
  tx: Tx,
  account: { readonly id: string; readonly address: string; readonly since: Date },
): Promise<{ address: string; fields_sealed: Buffer } | undefined> {
  return tx
    .selectFrom('kept_forms')
    .innerJoin('sessions', 'sessions.id', 'kept_forms.session_id')
    .select(['kept_forms.address', 'kept_forms.fields_sealed'])
    .where('sessions.account_id', '=', account.id)
    .where('kept_forms.kept_at', '>', account.since)
    .where('kept_forms.address', 'like', `${account.address.replace(/[\\%_]/g, '\\$&')}%`)
    .orderBy('kept_forms.kept_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function forgetKeptForms(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('kept_forms').where('kept_at', '<', before).execute()
}
