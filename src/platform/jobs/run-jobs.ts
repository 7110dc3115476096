import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Logger, parseCrontab, run, type Runner, type TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { openOwnerPool } from '../db/owner-pool.ts'
import { quiet } from '../db/quiet-pool.ts'
import type { Log } from '../log.ts'
import { keepAlive } from './take-over-jobs.ts'

export interface JobsOptions {
  ownerUrl: string
  taskList: TaskList
  /** graphile-worker's crontab; may be empty. */
  timetable: string
  log: Log
  /** Those that wait for somebody else's server: they have workers of their own, and keep nobody from the others. */
  apart?: readonly string[]
  /** After how long without a sign of life the jobs of another program are taken over. */
  silenceMs?: number
}

const CONCURRENCY = 4
/** Each kind of worker has one that listens and one to spare; four at a time may note that they begin or end. */
const CONNECTIONS = CONCURRENCY + 4
const RESTART_AFTER_MS = 2_000
/** For the last jobs done: they would otherwise run once more, by whoever takes them over. */
const CROSSING_OFF_MS = 10_000

/**
 * Runs jobs until it is stopped, through any absence of the database. A job under way when its program
 * is killed is taken over by another within a minute, where the library alone would wait four hours.
 */
export async function runJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const { log, ownerUrl, silenceMs = 20_000 } = options
  const report = (error: Error) => log.warn(kindOf(error), 'connection of the jobs lost')
  const pool = openOwnerPool(ownerUrl, CONNECTIONS, report)
  const workers = new Set<string>()
  const events = listenTo(workers, log)
  const life = keepAlive(pool, workers, silenceMs, report)
  let runner = await start(options, pool, events)
  const stopping = new AbortController()
  const unwatch = watchFloating((lost) => {
    log.error(kindOf(lost), 'a finished job could not be crossed off: the jobs start again')
    // Its lock is then nobody's, and the job is taken over; it may run twice safely.
    void runner.stop().catch(() => undefined)
  })
  const ended = (async () => {
    for (;;) {
      await runner.promise.catch((error: unknown) => log.error(kindOf(error), 'the jobs stopped'))
      await wait(RESTART_AFTER_MS, undefined, stopping).catch(() => undefined)
      if (stopping.signal.aborted) return
      runner = await start(options, pool, events).catch((error: unknown) => {
        log.error(kindOf(error), 'the jobs could not start again')
        return runner
      })
      // Asked to stop while it was starting: nobody else knows this one.
      if (stopping.signal.aborted) await runner.stop().catch(() => undefined)
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await runner.stop().catch(() => undefined)
      await ended
      await life.stop()
      await quiet(pool, CROSSING_OFF_MS)
      await pool.end()
      unwatch()
    },
  }
}

/**
 * The library does not await the crossing-off of a finished job: a connection lost at that instant would end the whole
 * program. Only errors that come from the library are taken; any other still ends it.
 */
function watchFloating(take: (error: Error) => void): () => void {
  const listen = (error: unknown) => {
    if (error instanceof Error && /graphile-worker/.test(error.stack ?? '')) return take(error)
    throw error
  }
  process.on('unhandledRejection', listen)
  return () => void process.off('unhandledRejection', listen)
}

type Running = Pick<Runner, 'promise' | 'stop'>

/** Each kind of worker on its own; where one stops, all do, and start again together. */
async function start(options: JobsOptions, pgPool: Pool, events: EventEmitter): Promise<Running> {
  const { apart = [] } = options
  const isApart = ([name]: [string, unknown]) => apart.includes(name)
  const tasks = Object.entries(options.taskList)
  const shares = [
    { tasks: tasks.filter((task) => !isApart(task)), timetable: options.timetable },
    { tasks: tasks.filter(isApart), timetable: '' },
  ].filter((share, index) => index === 0 || share.tasks.length > 0)
  const started: Runner[] = []
  const stop = async () => {
    await Promise.all(started.map((runner) => runner.stop().catch(() => undefined)))
  }
  try {
    for (const { tasks: own, timetable } of shares)
      started.push(await startOne(Object.fromEntries(own), timetable, pgPool, events))
  } catch (error) {
    await stop()
    throw error
  }
  const ended = Promise.all(
    started.map(async (runner) => {
      try {
        await runner.promise
      } finally {
        await stop()
      }
    }),
  )
  return { stop, promise: ended.then(() => undefined) }
}

// oxlint-disable-next-line max-params -- what one kind of worker does, and where
function startOne(
  taskList: TaskList,
  timetable: string,
  pgPool: Pool,
  events: EventEmitter,
): Promise<Runner> {
  return run({
    pgPool,
    events,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList,
    parsedCronItems: parseCrontab(timetable),
    // Its lines quote what a handler threw, which may quote somebody's data; ours name the job only.
    logger: new Logger(() => () => undefined),
  })
}

interface JobEvent {
  worker: { workerId: string }
  job: { id: string; task_identifier: string; attempts: number }
  error: unknown
}

function listenTo(workers: Set<string>, log: Log): EventEmitter {
  const events = new EventEmitter()
  const about = ({ job, error }: JobEvent) => ({
    job: job.id,
    task: job.task_identifier,
    attempt: job.attempts,
    ...kindOf(error),
  })
  events.on('worker:create', ({ worker }: JobEvent) => workers.add(worker.workerId))
  events.on('worker:release', ({ worker }: JobEvent) => workers.delete(worker.workerId))
  events.on('job:error', (event: JobEvent) => log.warn(about(event), 'a job failed'))
  events.on('job:failed', (event: JobEvent) => log.error(about(event), 'a job is given up'))
  return events
}

/** The name and code of an error, never its message. */
function kindOf(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { error: error.name, ...code }
}
