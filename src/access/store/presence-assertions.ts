import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { Presence, PresentPerson } from '../verify-presence.ts'

/** Companies and agents write them and read none; the identifier is made here, since it may not be read back. */
export async function insertAssertion(
  tx: Tx,
  { digest, assertion, passkey }: Extract<Presence, { by: 'passkey' }>,
  { by, wording, at }: PresentPerson,
): Promise<string> {
  const id = randomUUID()
  const { response } = assertion
  await tx
    .insertInto('presence_assertions')
    .values({
      id,
      employer_id: 'profileId' in by ? by.employerId : null,
      profile_id: 'profileId' in by ? by.profileId : null,
      agent_id: 'agentId' in by ? by.agentId : null,
      digest,
      wording: wording ?? null,
      credential_id: Buffer.from(passkey.credentialId, 'base64url'),
      public_key: passkey.publicKey,
      key_added_at: passkey.createdAt,
      authenticator_data: Buffer.from(response.authenticatorData, 'base64url'),
      client_data: Buffer.from(response.clientDataJSON, 'base64url'),
      signature: Buffer.from(response.signature, 'base64url'),
      made_at: at,
    })
    .execute()
  return id
}
