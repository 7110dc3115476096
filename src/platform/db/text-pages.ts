import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'

const linesInPage = 1_000

/**
 * The column `line` of many rows, joined by line ends, so many to a text: what is only looked up afterwards takes a tenth
 * of the memory and of the time that an object for each row would.
 */
export async function textPages(
  tx: Tx,
  rows: RawBuilder<{ readonly line: string }>,
): Promise<string[]> {
  const { rows: pages } = await sql<{ lines: string }>`
    select string_agg(line, E'\n') as lines
    from (select line, (row_number() over () - 1) / ${sql.lit(linesInPage)} as page from (${rows}) as one) as numbered
    group by page order by page`.execute(tx)
  return pages.map(({ lines }) => lines)
}
