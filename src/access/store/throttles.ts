import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { TryLimit } from '../throttle.ts'

// Prepared once per connection: every sign-in passes here twice.
const isOld = `coalesce(throttles.window_started_at <= $3::timestamptz, false)`
const count = `
  insert into throttles (key, failures, window_started_at, blocked_until) values ($1, $5::integer, $2, null)
  on conflict (key) do update set
    failures = case when ${isOld} then $5::integer else throttles.failures + $5::integer end,
    window_started_at = case when ${isOld} then $2::timestamptz else throttles.window_started_at end,
    blocked_until = null
  where (throttles.blocked_until is null or throttles.blocked_until <= $2::timestamptz)
    and (${isOld} or throttles.failures < $4::integer)
  returning failures`

/** Counts one try; nothing when the key must wait, or is stopped for good. */
export async function countTry(
  tx: Tx,
  key: string,
  limit: Pick<TryLimit, 'windowMs' | 'hardStop' | 'weight'>,
  now: Date,
): Promise<number | undefined> {
  const forgottenBefore = limit.windowMs === null ? null : new Date(now.getTime() - limit.windowMs)
  const [row] = await tx.named<{ failures: number }>('throttle_count', count, [
    key,
    now,
    forgottenBefore,
    limit.hardStop ?? 2_000_000_000,
    limit.weight ?? 1,
  ])
  return row?.failures
}

export async function blockUntil(tx: Tx, key: string, until: Date): Promise<void> {
  await tx.updateTable('throttles').set({ blocked_until: until }).where('key', '=', key).execute()
}

/** Whether any of these keys must wait, without counting a try. */
export async function isBlocked(tx: Tx, keys: readonly string[], now: Date): Promise<boolean> {
  const text = 'select from throttles where key = any($1::text[]) and blocked_until > $2 limit 1'
  const rows = await tx.named('throttle_blocked', text, [[...keys], now])
  return rows.length > 0
}

/** It ended well: the next mistakes count from nothing. */
export async function forgiveTries(tx: Tx, keys: readonly string[]): Promise<void> {
  const text = 'delete from throttles where key = any($1::text[])'
  await tx.named('throttle_forgive', text, [[...keys]])
}

/** This try was not a mistake after all. */
export async function giveBackTry(tx: Tx, key: string): Promise<void> {
  await tx
    .updateTable('throttles')
    .set((row) => ({ failures: row('failures', '-', 1), blocked_until: null }))
    .where('key', '=', key)
    .execute()
}

/** So many of them were none after all; whoever must wait still waits. */
export async function giveBackTries(tx: Tx, key: string, tries: number, now: Date): Promise<void> {
  await tx
    .updateTable('throttles')
    .set({ failures: sql`greatest(failures - ${tries}::integer, 0)` })
    .where('key', '=', key)
    .where((row) => row.or([row('blocked_until', 'is', null), row('blocked_until', '<=', now)]))
    .execute()
}

/** Counts start again, but whoever must wait now still waits: for when the secret itself was changed. */
export async function restartCount(tx: Tx, key: string): Promise<void> {
  await tx.updateTable('throttles').set({ failures: 0 }).where('key', '=', key).execute()
}

/** Counts that began before these instants: of places, and of accounts with no more than the free mistakes. */
export async function forgetCounts(
  tx: Tx,
  before: { readonly places: Date; readonly accounts: Date },
  freeMistakes: number,
): Promise<void> {
  await sql`delete from throttles where window_started_at < ${before.places}
    and key !~ '^(account|device):'`.execute(tx)
  await sql`delete from throttles where window_started_at < ${before.accounts}
    and failures <= ${freeMistakes}`.execute(tx)
}
