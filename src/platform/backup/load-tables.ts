import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { readForced, readForeignKeys, readTables } from './catalogue.ts'
import { type Manifest, type SavedTable, tableFile } from './manifest.ts'
import { measure } from './save-tables.ts'

/**
 * Puts the rows of a backup in the place of those that migrations made, in the transaction that the connection is in.
 * Meanwhile no trigger runs, since what it did is in the rows; foreign keys are made anew at the end, and prove them all.
 */
export async function loadTables(owner: Client, folder: string, backup: Manifest): Promise<void> {
  const tables = (await readTables(owner)).map(({ name }) => name)
  const forced = await readForced(owner)
  const foreignKeys = await readForeignKeys(owner)
  await run(owner, [
    ...foreignKeys.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
    ...tables.map((name) => `alter table ${name} disable trigger user`),
    ...forced.map((name) => `alter table ${name} no force row level security`),
    `truncate ${tables.join(', ')}`,
  ])
  for (const table of backup.tables) await loadTable(owner, table, folder)
  await run(owner, [
    ...backup.sequences.map(({ name, value }) => `select setval('${name}', ${BigInt(value)})`),
    ...foreignKeys.map(
      ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`,
    ),
    // Last: under policies, the proof of the foreign keys would find no row.
    ...forced.map((name) => `alter table ${name} force row level security`),
    ...tables.map((name) => `alter table ${name} enable trigger user`),
  ])
  await freeJobs(owner)
}

async function loadTable(owner: Client, table: SavedTable, folder: string): Promise<void> {
  const { name, columns, rows, sha256 } = table
  const receiving = owner.query(from(`copy ${name} (${columns.join(', ')}) from stdin`))
  const measured = measure()
  const file = tableFile(folder, name)
  try {
    await pipeline(createReadStream(file), createGunzip(), measured.pass, receiving)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${file} cannot be restored: ${reason}. ${NOTHING_DONE}`, { cause })
  }
  if (measured.result().sha256 !== sha256 || receiving.rowCount !== rows) {
    throw new Error(`${file} is not what was saved: the backup was damaged. ${NOTHING_DONE}`)
  }
}

const NOTHING_DONE = 'Nothing was restored. Take another backup.'

/** The programs that had taken them are not here. */
async function freeJobs(owner: Client): Promise<void> {
  await run(owner, [
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_by is not null`,
    `update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_by is not null`,
  ])
}

/** In one round trip. */
async function run(owner: Client, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await owner.query(statements.join(';\n'))
}
