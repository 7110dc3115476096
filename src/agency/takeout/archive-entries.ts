import type { DataContext } from '../../data-context.ts'
import type { Employer } from '../../employers/employer.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { ZipEntry } from '../../platform/zip/zip-stream.ts'
import { csvCell } from '../../web/csv.ts'
import { type Taken, takenTables } from './store/contents.ts'
import { documentEntries } from './document-entries.ts'
import { receiptEntries } from './receipt-entries.ts'
import { lastPages, type TakeoutFacts } from './last-pages.ts'
import { type CompanyRow, companyRows, listColumns } from './store/company-rows.ts'

export interface Sources {
  readonly app: Pick<DataContext, 'files' | 'keyring' | 'config' | 'clock'>
  readonly tx: Tx
  readonly employer: Employer
}

/** What an archive says of itself, filled while it is written. */
export interface Contents {
  readonly tables: { name: string; rows: number }[]
  readonly missing: string[]
  documents: number
  receipts: number
}

/** The tables twice, for people and for programs; then the documents, the receipts, and what all of it is. */
export async function* archiveEntries(
  sources: Sources,
  facts: TakeoutFacts,
): AsyncGenerator<ZipEntry> {
  const contents: Contents = { tables: [], missing: [], documents: 0, receipts: 0 }
  for (const [name, taken] of takenTables) {
    const counted = { name, rows: 0 }
    yield {
      name: `tables/${name}.json`,
      content: encoded(jsonOf(rowsOf(sources, name, taken), counted)),
    }
    contents.tables.push(counted)
    yield { name: `tables/${name}.csv`, content: encoded(csvOf(sources, name, taken)) }
  }
  yield* documentEntries(sources, contents)
  yield* receiptEntries(sources, contents)
  yield* lastPages(sources.employer, contents, facts)
}

async function* rowsOf(
  { app, tx, employer }: Sources,
  table: string,
  taken: Taken,
): AsyncGenerator<CompanyRow[]> {
  const opened = Object.values(taken.opened ?? {})
  // Nothing was typed where nothing is sealed.
  const opening = ([name, value]: [string, unknown]) =>
    opened.includes(name) && typeof value === 'string' && value !== ''
      ? [name, app.keyring.open(Buffer.from(value, 'hex'))]
      : [name, value]
  for await (const rows of companyRows(tx, table, taken, employer.id)) {
    yield opened.length === 0
      ? rows
      : rows.map((row) => Object.fromEntries(Object.entries(row).map(opening)) as CompanyRow)
  }
}

async function* jsonOf(
  batches: AsyncIterable<readonly CompanyRow[]>,
  counted: { rows: number },
): AsyncGenerator<string> {
  yield '['
  for await (const rows of batches) {
    const isFirst = counted.rows === 0
    counted.rows += rows.length
    yield `${isFirst ? '\n' : ',\n'}${rows.map((row) => JSON.stringify(row)).join(',\n')}`
  }
  yield '\n]\n'
}

async function* csvOf(sources: Sources, table: string, taken: Taken): AsyncGenerator<string> {
  const columns = await listColumns(sources.tx, table, taken)
  const names = columns.map(({ name }) => name)
  yield `\ufeff${lineOf(names)}`
  for await (const rows of rowsOf(sources, table, taken)) {
    yield rows.map((row) => lineOf(names.map((name) => textOf(row[name])))).join('')
  }
}

const lineOf = (cells: readonly string[]) => `${cells.map(csvCell).join(';')}\r\n`

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text)
}
