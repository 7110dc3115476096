import type { Pool } from 'pg'

/** A person may be shown so many members in an hour (quality AT59): what looks in a loop starts again before each round. */
export async function forgetReadings(pool: Pool): Promise<void> {
  await pool.query('delete from throttles')
}
