import type { KeyActor, KeyScope } from '../../../actors/actor.ts'
import type { Tx } from '../../../platform/db/database.ts'

export interface ShownKey {
  readonly id: string
  readonly employerId: string
  readonly name: string
  readonly madeBy: string
  readonly scopes: readonly KeyScope[]
  readonly addresses: readonly string[]
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly lastUsedAt: Date | null
  readonly isSuspended: boolean
  readonly employerName: string
  readonly employerNumber: string
  /** In the minute that began then. */
  readonly requests: number
  readonly minuteBeganAt: Date
}

interface ShownRow {
  id: string
  employer_id: string
  name: string
  made_by_name: string
  scopes: KeyScope[]
  addresses: string[]
  expires_at: Date
  revoked_at: Date | null
  last_used_at: Date | null
  is_suspended: boolean
  employer_name: string
  employer_number: string
  window_requests: number
  window_started_at: Date
}

const isOver = `coalesce(k.window_started_at <= $2::timestamptz - interval '1 minute', true)`
const show = `
  update machine_keys k set window_requests = case when ${isOver} then 1 else k.window_requests + 1 end,
    window_started_at = case when ${isOver} then $2::timestamptz else k.window_started_at end
  from employers e
  where k.secret_hash = $1 and e.id = k.employer_id
  returning k.id, k.employer_id, k.name, k.made_by_name, k.scopes, k.addresses, k.expires_at, k.revoked_at,
    k.last_used_at, e.name as employer_name, e.employer_number, k.window_requests, k.window_started_at,
    (e.state <> 'active'
      or not exists (select from delegates d where d.id = k.made_by and d.state = 'active')
      or not exists (select from subscribed_services s where s.employer_id = k.employer_id
        and s.service = case k.service when 'declaration_internal' then 'declaration' else k.service end)) as is_suspended`

/** The key of this secret, as it is shown with a request; counts the request. */
export async function showKey(
  tx: Tx,
  secretHash: Buffer,
  now: Date,
): Promise<ShownKey | undefined> {
  const [row] = await tx.named<ShownRow>('machine_key_counted', show, [secretHash, now])
  return (
    row && {
      id: row.id,
      employerId: row.employer_id,
      name: row.name,
      madeBy: row.made_by_name,
      scopes: row.scopes,
      addresses: row.addresses,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      lastUsedAt: row.last_used_at,
      isSuspended: row.is_suspended,
      employerName: row.employer_name,
      employerNumber: row.employer_number,
      requests: row.window_requests,
      minuteBeganAt: row.window_started_at,
    }
  )
}

/** When it last got in, or was last kept out. */
// oxlint-disable-next-line max-params -- the transaction, of which key, which of the two, and when
export async function servedOrRefused(
  tx: Tx,
  { id, employerId }: Pick<KeyActor, 'id' | 'employerId'>,
  which: 'last_used_at' | 'last_refused_at',
  at: Date,
): Promise<void> {
  await tx
    .updateTable('machine_keys')
    .set({ [which]: at })
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .execute()
}
