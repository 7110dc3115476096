import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import { readTables, type TableShape } from './catalogue.ts'
import { type SavedTable, tableFile } from './manifest.ts'

/** Streams every table into a file of its own, in the transaction that the connection is in: all of one instant. */
export async function saveTables(owner: Client, folder: string): Promise<SavedTable[]> {
  await mkdir(path.join(folder, 'tables'), { recursive: true, mode: 0o700 })
  const saved: SavedTable[] = []
  for (const table of await readTables(owner)) saved.push(await saveTable(owner, table, folder))
  return saved
}

async function saveTable(
  owner: Client,
  { name, columns }: TableShape,
  folder: string,
): Promise<SavedTable> {
  const rows = owner.query(to(`copy (select ${columns.join(', ')} from ${name}) to stdout`))
  const measured = measure()
  await pipeline(
    rows,
    measured.pass,
    createGzip({ level: 1 }),
    createWriteStream(tableFile(folder, name), { flags: 'wx', mode: 0o600, flush: true }),
  )
  return { name, columns: [...columns], rows: rows.rowCount, ...measured.result() }
}

/** Passes bytes on, and says what they were. */
export function measure() {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    async *pass(this: void, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const piece of source) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    },
    result: () => ({ bytes, sha256: hash.digest('hex') }),
  }
}
