import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'

/**
 * Waits until nobody uses a connection of this pool or waits for one: a pool that ends answers those who wait only when
 * their patience is over. A server that answers nobody is not waited for longer than this.
 */
export async function quiet(pool: Pool, mostMs: number): Promise<void> {
  const end = performance.now() + mostMs
  // At least once: whoever asked in the same breath then has its place.
  do await wait(5)
  while (isBusy(pool) && performance.now() < end)
}

function isBusy({ waitingCount, idleCount, totalCount }: Pool): boolean {
  return waitingCount > 0 || idleCount < totalCount
}
