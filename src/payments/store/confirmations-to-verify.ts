import type { Tx } from '../../platform/db/database.ts'

/** A confirmation with everything that it takes to verify it. */
export interface ConfirmationToVerify {
  readonly id: string
  readonly reference: string
  readonly revision: number
  readonly presence: 'password' | 'passkey'
  readonly digest: Buffer
  readonly wording: string
  readonly confirmedAt: Date
  /** The trail tells of it, on the same digest, by the same person, at that moment. */
  readonly isInTrail: boolean
  readonly assertion: {
    readonly credentialId: Buffer
    readonly publicKey: Buffer
    readonly authenticatorData: Buffer
    readonly clientData: Buffer
    readonly signature: Buffer
    /** The trail tells that this person added this very key, before. */
    readonly isKeyInTrail: boolean
  } | null
}

interface Row {
  id: string
  reference: string
  revision: number
  presence: 'password' | 'passkey'
  digest: Buffer
  wording: string
  confirmed_at: Date
  is_in_trail: boolean
  credential_id: Buffer | null
  public_key: Buffer
  authenticator_data: Buffer
  client_data: Buffer
  signature: Buffer
  is_key_in_trail: boolean
}

const page = `
  select c.id, o.reference, c.revision, c.presence, c.digest, r.wording, c.confirmed_at,
    a.credential_id, a.public_key, a.authenticator_data, a.client_data, a.signature,
    exists (select from audit_events e where e.employer_id = c.employer_id and e.at = c.confirmed_at
      and e.action in ('order.confirmed', 'order.confirmed_by_one') and e.actor_id = c.profile_id
      and e.subject_id = c.order_id::text and e.details->>'digest' = encode(c.digest, 'hex')) as is_in_trail,
    exists (select from audit_events e where e.employer_id = a.employer_id and e.at = a.key_added_at
      and e.at <= c.confirmed_at and e.action = 'second_factor.passkey_added' and e.actor_id = a.profile_id
      and e.details->>'key' = encode(sha256(a.public_key), 'hex')) as is_key_in_trail
  from payment_confirmations c
  join payment_orders o on o.id = c.order_id
  join payment_order_revisions r on r.order_id = c.order_id and r.revision = c.revision
  left join presence_assertions a on a.id = c.assertion_id
  where c.id > $1 order by c.id limit $2`

/** Page by page, after the last one seen. */
export async function listConfirmationsToVerify(
  tx: Tx,
  after: string,
  limit: number,
): Promise<ConfirmationToVerify[]> {
  const rows = await tx.named<Row>('confirmations_to_verify', page, [after, limit])
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    revision: row.revision,
    presence: row.presence,
    digest: row.digest,
    wording: row.wording,
    confirmedAt: row.confirmed_at,
    isInTrail: row.is_in_trail,
    assertion: row.credential_id && {
      credentialId: row.credential_id,
      publicKey: row.public_key,
      authenticatorData: row.authenticator_data,
      clientData: row.client_data,
      signature: row.signature,
      isKeyInTrail: row.is_key_in_trail,
    },
  }))
}
