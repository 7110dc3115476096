import type { Tx } from '../platform/db/database.ts'
import { blockUntil, countTry } from './store/throttles.ts'

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
  /** How many tries this one counts for; one unless told. */
  readonly weight?: number
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
  const failures = await countTry(tx, key, limit, now)
  if (failures === undefined) return { allowed: false, count: null }
  const beyond = failures - limit.free + 1
  if (beyond > 0) {
    await blockUntil(tx, key, new Date(now.getTime() + limit.delayMs(beyond)))
  }
  return { allowed: true, count: failures }
}

/** Doubles from one second, never more than the longest: kind to a slip, hopeless for a guesser. */
export function doubling(longestMs: number): (beyond: number) => number {
  return (beyond) => Math.min(longestMs, 1000 * 2 ** Math.min(beyond - 1, 30))
}
