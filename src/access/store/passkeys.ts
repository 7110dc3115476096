import type { Tx } from '../../platform/db/database.ts'
import type { Account } from '../accounts.ts'
import type { NewPasskey, Passkey } from '../passkeys/passkey.ts'

const columns = [
  'id',
  'name',
  'credential_id',
  'public_key',
  'signatures',
  'transports',
  'is_synced',
  'created_at',
  'last_used_at',
] as const

function passkeysOf(tx: Tx, accountId: string) {
  return tx.selectFrom('passkeys').select(columns).where('account_id', '=', accountId)
}

type Row = Awaited<ReturnType<ReturnType<typeof passkeysOf>['executeTakeFirstOrThrow']>>

export async function listPasskeys(tx: Tx, accountId: string): Promise<Passkey[]> {
  const rows = await passkeysOf(tx, accountId).orderBy('created_at').orderBy('id').execute()
  return rows.map(passkeyFrom)
}

export async function findPasskey(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<Passkey | undefined> {
  const row = await passkeysOf(tx, accountId).where('id', '=', id).executeTakeFirst()
  return row && passkeyFrom(row)
}

/** The one that an answer names, its row held: two answers of one passkey are counted one after the other. */
export async function lockPasskeyByCredential(
  tx: Tx,
  accountId: string,
  credentialId: string,
): Promise<Passkey | undefined> {
  const row = await passkeysOf(tx, accountId)
    .where('credential_id', '=', Buffer.from(credentialId, 'base64url'))
    .forUpdate()
    .executeTakeFirst()
  return row && passkeyFrom(row)
}

/** False when somebody has it already: an authenticator never gives one name twice. */
export async function insertPasskey(
  tx: Tx,
  account: Pick<Account, 'kind' | 'id'>,
  passkey: NewPasskey & { readonly name: string },
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('passkeys')
    .values({
      account_kind: account.kind,
      account_id: account.id,
      credential_id: Buffer.from(passkey.credentialId, 'base64url'),
      public_key: passkey.publicKey,
      signatures: BigInt(passkey.signatures),
      transports: [...passkey.transports],
      is_synced: passkey.isSynced,
      name: passkey.name,
      created_at: now,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function notePasskeyUse(
  tx: Tx,
  id: string,
  { signatures, now }: { readonly signatures: number; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('passkeys')
    .set({ signatures: BigInt(signatures), last_used_at: now })
    .where('id', '=', id)
    .execute()
}

export async function renamePasskey(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('passkeys').set({ name }).where('id', '=', id).execute()
}

export async function deletePasskey(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('passkeys').where('id', '=', id).execute()
}

export async function deletePasskeysOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('passkeys').where('account_id', '=', accountId).execute()
}

function passkeyFrom(row: Row): Passkey {
  return {
    id: row.id,
    name: row.name,
    credentialId: row.credential_id.toString('base64url'),
    publicKey: row.public_key,
    signatures: Number(row.signatures),
    transports: row.transports,
    isSynced: row.is_synced,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
