import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { Presence } from '../verify-presence.ts'

/** A company writes them and reads none; the identifier is made here, since it may not be read back. */
export async function insertAssertion(
  tx: Tx,
  { digest, assertion, passkey }: Extract<Presence, { by: 'passkey' }>,
  by: { readonly employerId: string; readonly profileId: string; readonly at: Date },
): Promise<string> {
  const id = randomUUID()
  const { response } = assertion
  await tx
    .insertInto('presence_assertions')
    .values({
      id,
      employer_id: by.employerId,
      profile_id: by.profileId,
      digest,
      credential_id: Buffer.from(passkey.credentialId, 'base64url'),
      public_key: passkey.publicKey,
      key_added_at: passkey.createdAt,
      authenticator_data: Buffer.from(response.authenticatorData, 'base64url'),
      client_data: Buffer.from(response.clientDataJSON, 'base64url'),
      signature: Buffer.from(response.signature, 'base64url'),
      made_at: by.at,
    })
    .execute()
  return id
}
