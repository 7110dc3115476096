import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import { withConnection } from '../db/connection.ts'
import type { FileStore } from '../files/file-store.ts'
import { readMigrated, readSequences } from './catalogue.ts'
import { copyKey, fingerprintOf, keyIn } from './keys.ts'
import { type Manifest, manifestName } from './manifest.ts'
import { saveDocuments } from './save-documents.ts'
import { saveTables } from './save-tables.ts'

export interface BackupOrder {
  readonly ownerUrl: string
  readonly files: Pick<FileStore, 'read'>
  readonly dataFolder: string
  readonly version: string
  readonly destination: string
  /** Where the key goes, when it is not to lie beside what it opens. */
  readonly keysFolder: string | null
  readonly now: Date
}

/**
 * Everything of an installation, as it was at one instant, while it works: one snapshot of the database, then the
 * documents that it speaks of, which are never changed and stay for a day after they are forgotten. It takes its name
 * when it is whole.
 */
export async function makeBackup(order: BackupOrder): Promise<Manifest> {
  const { destination } = order
  await refuseOccupied(destination)
  const draft = `${path.resolve(destination)}.part-${process.pid}`
  try {
    await mkdir(draft, { recursive: true, mode: 0o700 })
    const manifest = await withConnection(order.ownerUrl, (owner) => save(owner, draft, order))
    await writeThrough(path.join(draft, manifestName), `${JSON.stringify(manifest, null, 2)}\n`)
    await rename(draft, destination)
    return manifest
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

async function save(owner: Client, draft: string, order: BackupOrder): Promise<Manifest> {
  await owner.query('begin isolation level repeatable read read only')
  await owner.query(`select set_config('guichet.scope', 'system', true)`)
  const migrations = await readMigrated(owner)
  const tables = await saveTables(owner, draft)
  // A numbering is of no instant: read after the rows, it is never behind them.
  const sequences = await readSequences(owner)
  const documents = await saveDocuments(owner, order.files, draft)
  const { rows } = await owner.query<{ server_version: string }>('show server_version')
  return {
    format: 1,
    guichet: order.version,
    postgresql: rows[0]?.server_version ?? '',
    madeAt: order.now.toISOString(),
    migrations,
    tables,
    sequences,
    documents,
    keys: await saveKey(draft, order),
  }
}

async function saveKey(draft: string, order: BackupOrder): Promise<Manifest['keys']> {
  const key = keyIn(path.join(order.dataFolder, 'keys'))
  await copyKey(key, keyIn(order.keysFolder ?? path.join(draft, 'keys')))
  return {
    place: order.keysFolder === null ? 'here' : 'apart',
    fingerprint: await fingerprintOf(key),
  }
}

/** An earlier backup is never mixed with this one, nor replaced. */
async function refuseOccupied(destination: string): Promise<void> {
  const there = await readdir(destination).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new Error(`${destination} is not a folder. Give the name of a new one.`, { cause: error })
  })
  if (there.length > 0) {
    throw new Error(
      `${destination} is not empty. Give the name of a new folder, such as one with the date in it.`,
    )
  }
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
