import { setTimeout as wait } from 'node:timers/promises'
import type { TestDatabase } from './database.ts'

/** Resolves once a transaction of this database waits for the lock of another. */
export async function untilBlocked(database: Pick<TestDatabase, 'ownerQuery'>): Promise<void> {
  for (;;) {
    const waiting = await database.ownerQuery(
      `select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
    )
    if (waiting.length > 0) return
    await wait(5)
  }
}
