import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CompiledQuery, ConnectionProvider, DatabaseConnection, QueryResult } from 'kysely'
import type { PoolClient, QueryConfig, QueryResult as PgResult, QueryResultRow } from 'pg'
import { from } from 'pg-copy-streams'

/** The text of rows, whole pieces at a time. */
export type CopySource = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

const WRITES = ['INSERT', 'UPDATE', 'DELETE', 'MERGE']

/**
 * One transaction's use of one connection. Queries run one after the other, whatever the caller does
 * with its promises, and none runs once the transaction has ended: the connection then belongs to
 * somebody else's request.
 */
export class Session implements ConnectionProvider, DatabaseConnection {
  readonly #client: PoolClient
  #last: Promise<unknown> = Promise.resolve()
  #ended = false

  constructor(client: PoolClient) {
    this.#client = client
  }

  run<R extends QueryResultRow>(query: QueryConfig): Promise<PgResult<R>> {
    return this.#next(() => {
      this.#assertOpen()
      return this.#client.query<R>(query)
    })
  }

  /** Text that fails on its way fails the copy, and with it the transaction; the connection serves again. */
  copy(statement: string, text: CopySource): Promise<number> {
    return this.#next(async () => {
      this.#assertOpen()
      const receiving = this.#client.query(from(statement))
      await pipeline(Readable.from(text), receiving)
      return receiving.rowCount
    })
  }

  /** Begins or ends the transaction; what was still running or waiting is over first. */
  begin(statement: string): Promise<unknown> {
    return this.#next(() => this.#client.query(statement))
  }

  end(statement: 'commit' | 'rollback'): Promise<PgResult> {
    this.#ended = true
    return this.#next(() => this.#client.query(statement))
  }

  provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    return consumer(this)
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.run<QueryResultRow>({
      text: query.sql,
      values: [...query.parameters],
    })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely knows the row's type from the query, the driver cannot.
    const result = { rows: rows as R[] }
    return WRITES.includes(command) ? { ...result, numAffectedRows: BigInt(rowCount ?? 0) } : result
  }

  streamQuery(): never {
    throw new Error('Streaming is not offered: read by pages of a bounded size')
  }

  #assertOpen(): void {
    if (this.#ended) {
      throw new Error('This transaction has ended: a query was not awaited, or `tx` was kept')
    }
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
