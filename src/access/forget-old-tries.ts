import { sql } from 'kysely'
import type { AppContext } from '../context.ts'
import { rememberDeviceMs } from './locks.ts'

const dayMs = 86_400_000

/**
 * Counts that no longer stop anybody, and browsers unused for six months, are forgotten. More than five
 * mistakes in a row on a login are kept, however old: only a right answer ends them.
 */
export async function forgetOldTries(app: AppContext): Promise<void> {
  const now = app.clock.now()
  await app.db.transaction({ as: 'system' }, async (tx) => {
    await sql`delete from throttles where window_started_at < ${new Date(now.getTime() - 2 * dayMs)}
      and key !~ '^(account|device):'`.execute(tx)
    // Up to five are free: forgetting them gives a guesser nothing that a patient one has not.
    await sql`delete from throttles where window_started_at < ${new Date(now.getTime() - 90 * dayMs)}
      and failures <= 5`.execute(tx)
    await tx
      .deleteFrom('known_devices')
      .where('last_used_at', '<', new Date(now.getTime() - rememberDeviceMs))
      .execute()
  })
}
