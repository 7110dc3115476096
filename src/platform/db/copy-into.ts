import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { Schema } from './schema.ts'

export type CopyValue = string | number | bigint | boolean | Date | Buffer | null
export type CopyRow = readonly CopyValue[]

/**
 * Adds many rows at once by `COPY`, and says how many. PostgreSQL refuses `COPY` into a table under row-level
 * security, so there the rows pass through a temporary table and each one still meets its policies.
 * The rows are not read from the same transaction, whose connection is busy receiving them; and an iterator that
 * can be read once is made inside it, since a transaction that PostgreSQL asks to begin again runs its work twice.
 */
export async function copyInto<T extends keyof Schema>(
  tx: Tx,
  table: T,
  columns: readonly (keyof Schema[T] & string)[],
  rows: Iterable<CopyRow> | AsyncIterable<CopyRow>,
): Promise<number> {
  const names = columns.map(quoted).join(', ')
  const target = quoted(table)
  if (!(await isUnderPolicies(tx, target))) {
    return tx.copyFrom(`copy ${target} (${names}) from stdin`, copyText(rows))
  }
  await sql
    .raw(
      `create temp table copied_rows on commit drop as select ${names} from ${target} with no data`,
    )
    .execute(tx)
  const count = await tx.copyFrom('copy pg_temp.copied_rows from stdin', copyText(rows))
  await sql
    .raw(`insert into ${target} (${names}) select ${names} from pg_temp.copied_rows`)
    .execute(tx)
  await sql.raw('drop table pg_temp.copied_rows').execute(tx)
  return count
}

/** Rows that go into one table in several batches, each as the text of `COPY`. */
export interface RowsOnTheirWay {
  add(text: Iterable<Uint8Array>): Promise<void>
}

interface Destination<T extends keyof Schema> {
  readonly table: T
  /** What the text holds, in this order. */
  readonly columns: readonly (keyof Schema[T] & string)[]
  /** What all rows have in common, and the text leaves out. */
  readonly same: Readonly<Record<string, string>>
}

/**
 * The same for rows that are made while others are being saved: batch after batch goes through one temporary table,
 * and each row meets the policies of its own.
 */
export async function beginCopy<T extends keyof Schema>(
  tx: Tx,
  { table, columns, same }: Destination<T>,
): Promise<RowsOnTheirWay> {
  const names = columns.map(quoted).join(', ')
  const target = quoted(table)
  const way = `pg_temp.${quoted(`copied_${table}`)}`
  const common = Object.keys(same).map(quoted).join(', ')
  const values = sql.join(Object.values(same))
  await sql
    .raw(
      `create temp table if not exists ${way} on commit drop as select ${names} from ${target} with no data`,
    )
    .execute(tx)
  return {
    async add(text) {
      await tx.copyFrom(`copy ${way} from stdin`, text)
      await sql`insert into ${sql.raw(`${target} (${common}, ${names})`)}
        select ${values}, ${sql.raw(`${names} from ${way}`)}`.execute(tx)
      await sql.raw(`truncate ${way}`).execute(tx)
    },
  }
}

async function isUnderPolicies(tx: Tx, target: string): Promise<boolean> {
  const answer = await sql<{
    active: boolean
  }>`select row_security_active(${target}) as active`.execute(tx)
  return answer.rows[0]?.active ?? true
}

/** Names come from the program's own schema; quoted all the same, as any name written into a statement. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

const CHUNK = 64 * 1024

/** The rows in the text format of `COPY`, in pieces of about 64 KB. */
async function* copyText(rows: Iterable<CopyRow> | AsyncIterable<CopyRow>): AsyncGenerator<string> {
  let text = ''
  for await (const row of rows) {
    text += `${row.map(copyField).join('\t')}\n`
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const special = /[\\\t\n\r]/

function copyString(text: string): string {
  if (!special.test(text)) return text
  return text.replaceAll(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? '')
}

export function copyField(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return copyString(value)
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  return String(value)
}
