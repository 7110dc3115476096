import type { Tx } from '../../platform/db/database.ts'
import type { KeptAssertion } from '../passkeys/verify-kept-assertion.ts'

/** What a passkey signed besides an order, with everything that it takes to verify it. */
export interface SignedStatement extends KeptAssertion {
  readonly id: string
  readonly employerId: string | null
  readonly wording: string
  readonly digest: Buffer
  readonly signedAt: Date
  /** The trail tells of it, on the same digest, by the same person, at that moment. */
  readonly isInTrail: boolean
  /** The trail tells that this person added this very key, before. */
  readonly isKeyInTrail: boolean
}

interface Row {
  id: string
  employer_id: string | null
  wording: string
  digest: Buffer
  made_at: Date
  credential_id: Buffer
  public_key: Buffer
  authenticator_data: Buffer
  client_data: Buffer
  signature: Buffer
  is_in_trail: boolean
  is_key_in_trail: boolean
}

/** In the chain of the company, or in the fund's own: each by its index. */
const told = (what: string) => `(
      exists (select from audit_events e where e.employer_id = a.employer_id and ${what})
      or a.employer_id is null and exists (select from audit_events e where e.employer_id is null and ${what}))`

const page = `
  select a.id, a.employer_id, a.wording, a.digest, a.made_at, a.credential_id, a.public_key, a.authenticator_data,
    a.client_data, a.signature,
    ${told(`e.at = a.made_at and e.actor_id = coalesce(a.profile_id, a.agent_id)
      and e.details->>'digest' = encode(a.digest, 'hex')`)} as is_in_trail,
    ${told(`e.at = a.key_added_at and e.at <= a.made_at and e.action = 'second_factor.passkey_added'
      and e.actor_id = coalesce(a.profile_id, a.agent_id)
      and e.details->>'key' = encode(sha256(a.public_key), 'hex')`)} as is_key_in_trail
  from presence_assertions a
  where a.wording is not null and a.id > $1 order by a.id limit $2`

/** Page by page, after the last one seen. */
export async function listSignedStatements(
  tx: Tx,
  after: string,
  limit: number,
): Promise<SignedStatement[]> {
  const rows = await tx.named<Row>('signed_statements', page, [after, limit])
  return rows.map((row) => ({
    id: row.id,
    employerId: row.employer_id,
    wording: row.wording,
    digest: row.digest,
    signedAt: row.made_at,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    authenticatorData: row.authenticator_data,
    clientData: row.client_data,
    signature: row.signature,
    isInTrail: row.is_in_trail,
    isKeyInTrail: row.is_key_in_trail,
  }))
}
