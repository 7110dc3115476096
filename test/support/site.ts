import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { Pool } from 'pg'
import { createApp } from '../../src/app.tsx'
import { checkDeposit } from '../../src/declarations/deposits/check-deposit.ts'
import { decideConfig, type Environment } from '../../src/config.ts'
import { type AppContext, createContext } from '../../src/context.ts'
import type { Envelope } from '../../src/platform/mail/mailer.ts'
import type { RouteEntry } from '../../src/web/site.ts'
import { jobHandlers } from '../../src/worker.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { Visitor } from './visitor.ts'

/** A clock that a test moves by hand. It starts on a working Tuesday morning. */
export interface MovableClock {
  now(): Date
  set(instant: string | Date): void
  advance(ms: number): void
}

export interface TestSite {
  readonly app: AppContext
  readonly database: TestDatabase
  readonly clock: MovableClock
  /** Mails that were sent, oldest first. Call `runJobs()` before reading them. */
  readonly mails: Envelope[]
  readonly routes: readonly RouteEntry[]
  /** Lines of the log, as they would be written. */
  readonly logged: string[]
  readonly fetch: (request: Request, env?: unknown) => Promise<Response>
  /** Somebody with a browser of their own: cookies, forms, no JavaScript. */
  visitor(): Visitor
  /** Runs every job that is due at the test's clock. */
  runJobs(): Promise<void>
  close(): Promise<void>
}

const quiet = new Logger(() => () => undefined)

const defaultOrigin = 'http://localhost:3000'

/** The whole portal in process, on a database of its own, without a socket. */
export async function openSite(
  origin = defaultOrigin,
  settings: Environment = {},
  own: Partial<Pick<AppContext, 'telemetry'>> = {},
): Promise<TestSite> {
  const database = await testDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-site-'))
  const clock = movableClock('2026-11-24T10:00:00Z')
  const mails: Envelope[] = []
  const logged: string[] = []
  const app = await createContext(
    decideConfig(
      { GUICHET_DATA: folder, GUICHET_URL: origin, PORT: '3000', ...settings },
      'demonstration',
    ),
    { app: database.appUrl },
    {
      clock,
      mailer: { send: async (mail) => void mails.push(mail), close: () => undefined },
      log: keptLog(logged),
      ...own,
    },
  )
  const { fetch, routes } = await createApp(app)
  const ask = async (request: Request, env?: unknown) => {
    const answer = Promise.resolve(fetch(request, env))
    const bringsFile =
      request.method === 'POST' &&
      /\/(fichier|fin|remplacer|declarations)$/.test(new URL(request.url).pathname)
    return bringsFile ? checkMeanwhile(database, app, answer) : answer
  }
  return {
    app,
    database,
    clock,
    mails,
    routes,
    logged,
    fetch: ask,
    visitor: () => new Visitor(ask, origin),
    runJobs: () => runDueJobs(database, app, clock),
    async close() {
      await app.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Jobs planned for later become due when the test's clock says so, whatever the server's clock. */
async function runDueJobs(
  database: TestDatabase,
  app: AppContext,
  clock: MovableClock,
): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await database.ownerQuery(
      `update graphile_worker._private_jobs set run_at = run_at + ${outOfReach}
        where run_at > $1 and run_at <> created_at and attempts = 0`,
      [clock.now()],
    )
    const due = await database.ownerQuery(
      `update graphile_worker._private_jobs set run_at = now() - interval '1 second'
        where run_at < now() + ${outOfReach} / 2 and attempts < max_attempts returning id`,
    )
    if (due.length > 0) await runOnOwnPool(database.ownerUrl, app)
    await database.ownerQuery(
      `update graphile_worker._private_jobs set run_at = run_at - ${outOfReach}
        where run_at > now() + ${outOfReach} / 2`,
    )
    if (due.length === 0) return
  }
}

/** The server's clock may be past the test's: what the test planned for later must not be due for the server. */
const outOfReach = `interval '100 years'`

/** A request that brings a file waits for its check, which a worker makes meanwhile. */
async function checkMeanwhile(
  database: TestDatabase,
  app: AppContext,
  answer: Promise<Response>,
): Promise<Response> {
  const answered = answer.then(
    () => true,
    () => true,
  )
  const aLittle = () => new Promise<boolean>((go) => setTimeout(() => go(false), 15))
  while (!(await Promise.race([answered, aLittle()]))) await checkArrived(database, app)
  // On a busy machine the answer may have come first: whoever follows it finds the file checked.
  await checkArrived(database, app)
  return answer
}

async function checkArrived(database: TestDatabase, app: AppContext): Promise<void> {
  const due = await database.ownerQuery<{ payload: { depositId: string } }>(
    `delete from graphile_worker._private_jobs where id in (
       select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'check-deposit' and j.locked_at is null for update of j skip locked)
     returning payload`,
  )
  for (const { payload } of due) await checkDeposit(app, payload)
}

/** A connection that is still closing when the test's database goes away must not end the run. */
async function runOnOwnPool(ownerUrl: string, app: AppContext): Promise<void> {
  const pgPool = new Pool({ connectionString: ownerUrl, max: 3 })
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runOnce({ pgPool, taskList: jobHandlers(app), noHandleSignals: true, logger: quiet })
  } finally {
    await pgPool.end()
  }
}

function movableClock(start: string): MovableClock {
  let at = new Date(start).getTime()
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = new Date(instant).getTime()
    },
    advance: (ms) => {
      at += ms
    },
  }
}

function keptLog(lines: string[]): AppContext['log'] {
  const keep = (fields: Record<string, unknown>, message: string) => {
    lines.push(JSON.stringify({ ...fields, message }))
  }
  return { info: keep, warn: keep, error: keep }
}
