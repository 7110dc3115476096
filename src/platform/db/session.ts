import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CompiledQuery, ConnectionProvider, DatabaseConnection, QueryResult } from 'kysely'
import type { PoolClient, QueryConfig, QueryResult as PgResult, QueryResultRow } from 'pg'
import { from, to } from 'pg-copy-streams'
import { querySummary } from '../telemetry/query-summary.ts'
import { preparedName } from './prepared-names.ts'
import type { QueryObserver } from '../telemetry/telemetry.ts'

/** The text of rows, whole pieces at a time. */
export type CopySource = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

const WRITES = ['INSERT', 'UPDATE', 'DELETE', 'MERGE']

/**
 * One transaction's use of one connection. Queries are sent at once and answered in the order they were asked in: whoever
 * needs several things awaits them together and waits for the server once. None is sent once the transaction has ended: the
 * connection then belongs to somebody else's request.
 */
export class Session implements ConnectionProvider, DatabaseConnection {
  readonly #client: PoolClient
  readonly #observe: QueryObserver | undefined
  /** The answer to what was sent last, whatever it says: everything sent before it is answered too. */
  #last: Promise<unknown> = Promise.resolve()
  #begun: Promise<unknown> = Promise.resolve()
  #copying: Promise<unknown> | undefined
  #ended = false

  constructor(client: PoolClient, observe?: QueryObserver) {
    this.#client = client
    this.#observe = observe
  }

  /** What the observer is told says what is asked, without its values. */
  run<R extends QueryResultRow>(
    query: QueryConfig,
    told = query.name ?? querySummary(query.text ?? ''),
  ): Promise<PgResult<R>> {
    const answer = this.#send(() => this.#client.query<R>(query))
    const ended = this.#observe?.(told)
    if (ended)
      answer.then(
        () => ended(false),
        () => ended(true),
      )
    return answer
  }

  /**
   * Text that fails on its way fails the copy, and with it the transaction; the connection serves again. The protocol's copy
   * shares its connection with nothing: what was sent is answered first, and what follows waits.
   */
  copyIn(statement: string, text: CopySource): Promise<number> {
    return this.#copy(async () => {
      const receiving = this.#client.query(from(statement))
      await pipeline(Readable.from(text), receiving)
      return receiving.rowCount
    })
  }

  /** The other way, all of it in one text. */
  copyOut(statement: string): Promise<string> {
    return this.#copy(async () => {
      const decoder = new TextDecoder()
      let text = ''
      for await (const piece of this.#client.query(to(statement)))
        text += decoder.decode(piece as Uint8Array, { stream: true })
      return text
    })
  }

  /** Begins the transaction, together with its first query. */
  begin(statement: string): void {
    this.#begun = this.#send(() => this.#client.query(statement))
  }

  /** What was not awaited is over first. Outside a transaction `commit` would succeed, and nothing would be kept. */
  async end(statement: 'commit' | 'rollback'): Promise<PgResult> {
    this.#ended = true
    await this.#last
    if (statement === 'commit') await this.#begun
    return this.#client.query(statement)
  }

  provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    return consumer(this)
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.run<QueryResultRow>(
      {
        ...(query.parameters.length > 0 && namedIfItComesBack(query.sql)),
        text: query.sql,
        values: [...query.parameters],
      },
      querySummary(query.sql),
    )
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely knows the row's type from the query, the driver cannot.
    const result = { rows: rows as R[] }
    return WRITES.includes(command) ? { ...result, numAffectedRows: BigInt(rowCount ?? 0) } : result
  }

  streamQuery(): never {
    throw new Error('Streaming is not offered: read by pages of a bounded size')
  }

  #send<T>(query: () => Promise<T>): Promise<T> {
    if (this.#ended) {
      const late = 'This transaction has ended: a query was not awaited, or `tx` was kept'
      return Promise.reject(new Error(late))
    }
    const answer = this.#copying ? this.#copying.then(query) : query()
    this.#last = answer.catch(() => undefined)
    return answer
  }

  #copy<T>(copy: () => Promise<T>): Promise<T> {
    const before = this.#last
    return this.#send(() => {
      const copied = this.#alone(before, copy)
      this.#copying = copied.catch(() => undefined)
      return copied
    })
  }

  async #alone<T>(before: Promise<unknown>, copy: () => Promise<T>): Promise<T> {
    await before
    setPipelined(this.#client, false)
    try {
      return await copy()
    } finally {
      setPipelined(this.#client, true)
      this.#copying = undefined
    }
  }
}

function namedIfItComesBack(text: string): { name?: string } {
  const name = preparedName(text)
  return name ? { name } : {}
}

/** Whether queries are sent without waiting for the answer to the one before: the driver reads it at each query. */
function setPipelined(client: PoolClient, pipeline: boolean): void {
  Object.assign(client, { pipeline })
}
