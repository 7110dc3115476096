import type { Tx } from '../platform/db/database.ts'

/** How many tries a key has, and what each one beyond them costs. */
export interface TryLimit {
  /** Tries without any waiting. */
  readonly free: number
  /** The count starts again after this long; null: only `forgiveTries` makes it start again. */
  readonly windowMs: number | null
  /** How long the next try waits after the nth one beyond the free ones (1, 2, 3 …). */
  readonly delayMs: (beyond: number) => number
  /** From this many tries on, nothing more is tried until somebody forgives. */
  readonly hardStop?: number
}

export interface Turn {
  readonly allowed: boolean
  /** How many tries were counted, this one included; null when it was not let through. */
  readonly count: number | null
}

/**
 * Takes one try on a key, or says that it must wait. It counts the try itself, before knowing how it ends, so
 * that five hundred tries at once are counted like five hundred in a row. Call it in a transaction that commits:
 * a refusal thrown in the same transaction would take the count back.
 */
export async function throttle(tx: Tx, key: string, limit: TryLimit, now: Date): Promise<Turn> {
  const row = await countTry(tx, key, limit, now)
  if (!row) return { allowed: false, count: null }
  const beyond = row.failures - limit.free + 1
  if (beyond > 0) {
    await tx
      .updateTable('throttles')
      .set({ blocked_until: new Date(now.getTime() + limit.delayMs(beyond)) })
      .where('key', '=', key)
      .execute()
  }
  return { allowed: true, count: row.failures }
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

/** Counts start again, but whoever must wait now still waits: for when the secret itself was changed. */
export async function restartCount(tx: Tx, key: string): Promise<void> {
  await tx.updateTable('throttles').set({ failures: 0 }).where('key', '=', key).execute()
}

/** Doubles from one second, never more than the longest: kind to a slip, hopeless for a guesser. */
export function doubling(longestMs: number): (beyond: number) => number {
  return (beyond) => Math.min(longestMs, 1000 * 2 ** Math.min(beyond - 1, 30))
}

// Prepared once per connection: every sign-in passes here twice.
const isOld = `coalesce(throttles.window_started_at <= $3::timestamptz, false)`
const count = `
  insert into throttles (key, failures, window_started_at, blocked_until) values ($1, 1, $2, null)
  on conflict (key) do update set
    failures = case when ${isOld} then 1 else throttles.failures + 1 end,
    window_started_at = case when ${isOld} then $2::timestamptz else throttles.window_started_at end,
    blocked_until = null
  where (throttles.blocked_until is null or throttles.blocked_until <= $2::timestamptz)
    and (${isOld} or throttles.failures < $4::integer)
  returning failures`

async function countTry(tx: Tx, key: string, limit: TryLimit, now: Date) {
  const forgottenBefore = limit.windowMs === null ? null : new Date(now.getTime() - limit.windowMs)
  const [row] = await tx.named<{ failures: number }>('throttle_count', count, [
    key,
    now,
    forgottenBefore,
    limit.hardStop ?? 2_000_000_000,
  ])
  return row
}
