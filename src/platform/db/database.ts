import { setTimeout as wait } from 'node:timers/promises'
import {
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type ConnectionProvider,
} from 'kysely'
import { Pool, type PoolConfig, type QueryResultRow } from 'pg'
import { columnTypes } from './column-types.ts'
import { isStalePlan, isTryAgain, TooManyWaiting } from './errors.ts'
import { nameToday, prepareAnew } from './prepared-names.ts'
import type { QueryObserver } from '../telemetry/telemetry.ts'
import type { Schema } from './schema.ts'
import { openingStatement, type Scope } from './scope.ts'
import { type CopySource, Session } from './session.ts'

export type { Scope } from './scope.ts'

type NotInTransaction =
  | 'transaction'
  | 'startTransaction'
  | 'connection'
  | 'destroy'
  | 'isTransaction'
  | 'introspection'
  | 'schema'
  | 'executeQuery'

/** What a use case and a store see: queries in the scope of one transaction, and nothing that leaves it. */
export type Tx = Omit<Kysely<Schema>, NotInTransaction | typeof Symbol.asyncDispose> & {
  /** Runs once the transaction is committed, for the rare thing that must not happen otherwise. */
  afterCommit(run: () => void): void
  /** A statement prepared once per connection, for hot paths. The name belongs to that text for ever. */
  named<Row extends QueryResultRow>(
    name: string,
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]>
  /** Sends text to a `copy … from stdin` and says how many rows went in; `copyInto` writes both. */
  copyFrom(statement: string, text: CopySource): Promise<number>
  /** The text of a `copy … to stdout`, whole; `copyOut` writes the statement. */
  copyTo(statement: string): Promise<string>
}

/** The only way to the database. Nothing else in the project opens a connection or a transaction. */
export interface Database {
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Of this program: in use, idle, and how many requests wait for one. */
  connections(): { used: number; idle: number; waiting: number }
  close(): Promise<void>
}

export interface DatabaseOptions extends PoolConfig {
  /** What happened to a connection nobody was using, or in an `afterCommit`. A warning of the process by default. */
  report?: (error: Error) => void
  /** Told of every query, in words without values. */
  observe?: QueryObserver | undefined
}

const ATTEMPTS = 3

/** Whoever comes after so many is told to come back, rather than to wait for who gives up before them. */
const MOST_WAITING = 200

export function openDatabase({ report = warn, observe, ...options }: DatabaseOptions): Database {
  const pool = new Pool({ ...POOL_DEFAULTS, ...options, types: columnTypes })
  // While it ends, the server may be stopping too: nothing is lost then.
  pool.on('error', (error) => (pool.ending ? undefined : report(error)))
  // A connection in use has no listener of the pool's: without one, the server going away ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    async transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
      const opening = openingStatement(scope)
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await runOnce({ pool, opening, report, observe }, work)
        } catch (error) {
          const isStale = isStalePlan(error)
          if (isStale) prepareAnew()
          if (attempt >= ATTEMPTS || !(isStale || isTryAgain(error))) throw error
          await wait(attempt * (5 + Math.random() * 20))
        }
      }
    },
    connections: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  }
}

/** A query that never ends, or a transaction left open, gives its connection back by itself. */
const POOL_DEFAULTS = {
  max: 10,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 60_000,
  idle_in_transaction_session_timeout: 60_000,
  application_name: 'guichet',
  pipeline: true,
} satisfies PoolConfig

interface Run {
  readonly pool: Pool
  readonly opening: string
  readonly report: (error: Error) => void
  readonly observe: QueryObserver | undefined
}

async function runOnce<T>(
  { pool, opening, report, observe }: Run,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (pool.waitingCount >= MOST_WAITING) throw new TooManyWaiting()
  const client = await pool.connect()
  const session = new Session(client, observe)
  const afterCommit: (() => void)[] = []
  let usable = true
  let result: T
  try {
    session.begin(opening)
    result = await work(transactionOn(session, afterCommit))
    await commit(session)
  } catch (error) {
    usable = await rollback(session)
    throw error
  } finally {
    client.release(!usable)
  }
  for (const run of afterCommit) runReported(run, report)
  return result
}

/** PostgreSQL answers `ROLLBACK` to the commit of a transaction that failed and whose error somebody swallowed. */
async function commit(session: Session): Promise<void> {
  const { command } = await session.end('commit')
  if (command !== 'COMMIT') {
    throw new Error('Nothing was saved: a query of this transaction had failed and was ignored')
  }
}

/** Whether the connection can serve again. After a commit this is a no-op that only proves it answers. */
async function rollback(session: Session): Promise<boolean> {
  try {
    await session.end('rollback')
    return true
  } catch {
    return false
  }
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()
const dialect = {
  createAdapter: () => adapter,
  createDriver: () => new DummyDriver(),
  createQueryCompiler: () => compiler,
  createIntrospector: (): never => {
    throw new Error('The catalogue is read by catalogue.ts')
  },
}
const driver = new DummyDriver()
const config = { dialect }

function transactionOn(session: Session, afterCommit: (() => void)[]): Tx {
  const connections: ConnectionProvider = session
  const executor = new DefaultQueryExecutor(compiler, adapter, connections)
  return Object.assign(new Kysely<Schema>({ config, driver, executor, dialect }), {
    afterCommit: (run: () => void) => {
      afterCommit.push(run)
    },
    named: async <Row extends QueryResultRow>(
      name: string,
      text: string,
      values: readonly unknown[] = [],
    ) => (await session.run<Row>({ name: nameToday(name), text, values: [...values] })).rows,
    copyFrom: (statement: string, text: CopySource) => session.copyIn(statement, text),
    copyTo: (statement: string) => session.copyOut(statement),
  })
}

function runReported(run: () => void, report: (error: Error) => void): void {
  try {
    run()
  } catch (error) {
    report(error instanceof Error ? error : new Error(String(error)))
  }
}

function warn(error: Error): void {
  process.emitWarning(error)
}
