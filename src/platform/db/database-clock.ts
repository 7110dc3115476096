import { sql } from 'kysely'
import type { Clock } from '../../calendar/index.ts'
import type { Database } from './database.ts'

const measuredEveryMs = 30_000
/** An answer that took longer says too little of when it was written. */
const slowMs = 1_000
/** Beyond this somebody should look after the machine's own clock. */
const noticedMs = 5_000

export interface DatabaseClock extends Clock {
  measure(): Promise<void>
  stop(): void
}

interface Clocks {
  /** Milliseconds that only grow, whoever sets the time of the machine. */
  readonly steady: () => number
  /** The time of the machine. */
  readonly own: () => number
}

const ofThisMachine: Clocks = { steady: () => performance.now(), own: () => Date.now() }

/**
 * Time is the database's: nodes whose own clocks differ, or are set while they run, agree on what has expired. Between two
 * measures it goes on by a clock that nobody can set; while the database is away, too.
 */
export async function openDatabaseClock(
  db: Database,
  report: (differenceMs: number) => void,
  { steady, own }: Clocks = ofThisMachine,
): Promise<DatabaseClock> {
  let measured: { readonly at: number; readonly instant: number } | undefined
  const now = () => (measured ? measured.instant + (steady() - measured.at) : own())
  let isTold = false
  const measure = async () => {
    const asked = steady()
    const instant = await askTime(db)
    const answered = steady()
    if (measured && answered - asked > slowMs) return
    measured = { at: (asked + answered) / 2, instant }
    const difference = own() - now()
    const isOff = Math.abs(difference) > noticedMs
    if (isOff && !isTold) report(difference)
    isTold = isOff
  }
  const inPeace = () => measure().catch(() => undefined)
  await inPeace()
  const timer = setInterval(() => void inPeace(), measuredEveryMs)
  timer.unref()
  return { now: () => new Date(now()), measure, stop: () => clearInterval(timer) }
}

async function askTime(db: Database): Promise<number> {
  return db.transaction({ as: 'public' }, async (tx) => {
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
    return rows[0]?.now.getTime() ?? Number.NaN
  })
}
