import type { Client } from 'pg'

/**
 * A backup brings back sessions that were over and keys that were revoked, and nobody can tell which: whoever was in signs
 * in again, and companies make new keys. Each key is in the trail of its company.
 */
export async function endAccess(owner: Client, now: Date): Promise<void> {
  await owner.query(`select set_config('guichet.scope', 'system', true)`)
  await owner.query(
    `update sessions set ended_at = $1, end_reason = 'restored' where ended_at is null`,
    [now],
  )
  await owner.query(
    `with ended as (
        update machine_keys set revoked_at = $1 where revoked_at is null and expires_at > $1
        returning id, employer_id, name)
      select append_audit_event(employer_id, $1, 'system', null, 'operator', 'key.revoked', 'key', id::text,
          jsonb_build_object('name', name))
        from ended`,
    [now],
  )
}
