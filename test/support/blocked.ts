import { setTimeout as wait } from 'node:timers/promises'
import { withConnection } from '../../src/platform/db/connection.ts'
import type { TestDatabase } from './database.ts'

/** Nobody reads this table while `work` runs: what is made from it has begun, and stays under way. */
export async function whileLocked<T>(
  { adminUrl }: Pick<TestDatabase, 'adminUrl'>,
  table: string,
  work: () => Promise<T>,
): Promise<T> {
  return withConnection(adminUrl, async (admin) => {
    await admin.query(`begin; lock table ${table} in access exclusive mode`)
    return work()
  })
}

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
