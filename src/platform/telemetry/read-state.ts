import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import type { Passwords } from '../secrets/passwords.ts'
import type { JobCounts, SharedState, State } from './metrics.ts'

/** What Prometheus is told, read when it asks. A database that is away is told too. */
export async function readState(app: { db: Database; passwords: Passwords }): Promise<State> {
  const shared = await app.db.transaction({ as: 'system' }, readShared).catch(() => null)
  return { pool: app.db.connections(), hashing: app.passwords.load(), shared }
}

async function readShared(tx: Tx): Promise<SharedState> {
  const jobs = await sql<Record<keyof JobCounts, string>>`select * from count_jobs()`.execute(tx)
  const { rows } = await sql<Record<keyof typeof numbers, unknown>>`
    select (select worker_silence from readiness()) as silence,
      count(*) filter (where state = 'queued') as queued, count(*) filter (where state = 'failed') as failed,
      coalesce(extract(epoch from now() - min(queued_at) filter (where state = 'queued')), 0) as oldest,
      (select count(*) from declarations where sent_at > now() - interval '1 hour') as sent
    from mails where state in ('queued', 'failed')`.execute(tx)
  const row = rows[0] ?? numbers
  return {
    jobs: jobs.rows.map(({ task, ...counts }) => ({ task, ...inNumbers(counts) })),
    workerSilenceSeconds: row.silence === null ? null : Number(row.silence),
    mails: { queued: Number(row.queued), failed: Number(row.failed) },
    oldestMailSeconds: Math.max(0, Number(row.oldest)),
    declarationsSentLastHour: Number(row.sent),
  }
}

const numbers = { silence: null, queued: 0, failed: 0, oldest: 0, sent: 0 }

function inNumbers(counts: Record<Exclude<keyof JobCounts, 'task'>, string>) {
  const { due, running, failing, given_up, oldest_seconds } = counts
  return {
    due: Number(due),
    running: Number(running),
    failing: Number(failing),
    given_up: Number(given_up),
    oldest_seconds: Number(oldest_seconds),
  }
}
