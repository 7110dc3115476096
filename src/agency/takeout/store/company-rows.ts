import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { isRowId } from '../../../platform/db/row-id.ts'
import type { Taken } from './contents.ts'

const atOnce = 1_000

/** One row as it leaves: sealed values still sealed, bytes in hexadecimal, large numbers as text. */
export type CompanyRow = Readonly<Record<string, unknown>>

/** The columns that leave, in the order of the table. */
export async function listColumns(tx: Tx, table: string, taken: Taken): Promise<Column[]> {
  const { but = [], opened = {}, also = {} } = taken
  const { rows } = await sql<{ name: string; type: string }>`
    select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
    where a.attrelid = ${`public.${table}`}::regclass and a.attnum > 0 and not a.attisdropped
    order by a.attnum`.execute(tx)
  const own = rows
    .filter(({ name }) => !but.includes(name))
    .map(({ name, type }) => ({ name: opened[name] ?? name, type, text: `t."${name}"` }))
  const added = Object.entries(also).map(([name, text]) => ({ name, type: 'text', text }))
  return [...own, ...added]
}

export interface Column {
  readonly name: string
  readonly type: string
  /** Where its value comes from, as SQL. */
  readonly text: string
}

/** Every row of a table that is this company's, a thousand at a time, however many there are. */
export async function* companyRows(
  tx: Tx,
  table: string,
  taken: Taken,
  employerId: string,
): AsyncGenerator<CompanyRow[]> {
  if (!isRowId(employerId)) throw new Error('A company is known by the identifier of its row')
  const columns = await listColumns(tx, table, taken)
  const asked = columns.map((column) => `${written(column)} as "${column.name}"`).join(', ')
  const place = columns.slice(0, 2).map(({ text }) => text)
  const rows = taken.rows.replaceAll('$1', `'${employerId}'::uuid`)
  const wanted = `select to_json(r)::text as row from (select ${asked} from "${table}" t where ${rows} order by ${place.join(', ')}) r`
  await sql`declare company_rows no scroll cursor for ${sql.raw(wanted)}`.execute(tx)
  for (;;) {
    const { rows: some } = await sql<{
      row: string
    }>`fetch ${sql.raw(String(atOnce))} from company_rows`.execute(tx)
    if (some.length > 0) yield some.map(({ row }) => JSON.parse(row) as CompanyRow)
    if (some.length < atOnce) break
  }
  await sql`close company_rows`.execute(tx)
}

function written({ type, text }: Column): string {
  if (type === 'bytea') return `encode(${text}, 'hex')`
  return type === 'bigint' || type.startsWith('numeric') ? `${text}::text` : text
}
