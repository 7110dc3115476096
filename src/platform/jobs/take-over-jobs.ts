import type { Pool } from 'pg'

/**
 * Says every few seconds that these workers live, and frees the jobs of those that no longer say so. The
 * clock is the database's: programs on several machines agree on it.
 */
export function keepAlive(
  pool: Pool,
  workers: ReadonlySet<string>,
  silenceMs: number,
  report: (error: Error) => void,
): { stop(): Promise<void> } {
  let beating = Promise.resolve()
  const beat = async () => {
    try {
      await pool.query(SIGN, [[...workers]])
      await takeOver(pool, silenceMs)
    } catch (error) {
      report(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const timer = setInterval(() => {
    beating = beating.then(beat)
  }, silenceMs / 4)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await beating
    },
  }
}

/** Frees the jobs of every program that has given no sign for so long. */
export async function takeOver(pool: Pick<Pool, 'query'>, silenceMs: number): Promise<void> {
  await pool.query(TAKE_OVER, [silenceMs])
}

const SIGN = `
  insert into platform.workers (id, seen_at) select unnest($1::text[]), now()
  on conflict (id) do update set seen_at = excluded.seen_at`

/** A job taken since the last sign is left alone: its worker has not had the time to give one. */
const TAKE_OVER = `
  with long_ago as (
    select now() - $1 * interval '1 millisecond' as instant
  ), dead as (
    select distinct locked_by as id from graphile_worker._private_jobs, long_ago
    where locked_by is not null and locked_at < long_ago.instant
      and not exists (select from platform.workers w where w.id = locked_by and w.seen_at >= long_ago.instant)
  ), forgotten as (
    delete from platform.workers where seen_at < now() - interval '1 day'
  )
  select graphile_worker.force_unlock_workers(array_agg(id)) from dead having count(*) > 0`
