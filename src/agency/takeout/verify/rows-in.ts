import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** One row a line, as they were written; any other line is nothing that the portal wrote. */
export async function* rowsIn<Row>(folder: string, table: string): AsyncGenerator<Row> {
  const input = createReadStream(path.join(folder, 'tables', `${table}.json`))
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== '[' && line !== ']' && line !== '') yield JSON.parse(line.replace(/,$/, '')) as Row
  }
}
