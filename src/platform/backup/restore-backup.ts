import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import { isoTimeAt } from '../../calendar/index.ts'
import { migrate } from '../db/migrate.ts'
import { readMigrations } from '../db/migration-files.ts'
import { withConnection } from '../db/connection.ts'
import type { FileStore } from '../files/file-store.ts'
import { endAccess } from './end-access.ts'
import { copyKey, fingerprintOf, keyIn } from './keys.ts'
import { loadTables } from './load-tables.ts'
import { documentFile, type Manifest } from './manifest.ts'
import { readTables } from './catalogue.ts'

export interface RestoreOrder {
  readonly ownerUrl: string
  readonly migrationsFolder: string
  readonly source: string
  readonly now: Date
}

/** Refuses what would mix two installations or two versions; before anything is written. */
export async function refuseImpossible(
  order: Omit<RestoreOrder, 'now'>,
  backup: Manifest,
): Promise<void> {
  const known = readMigrations(order.migrationsFolder)
  const isSame =
    known.length === backup.migrations.length &&
    known.every(({ name, hash }, index) => {
      const other = backup.migrations[index]
      return other?.name === name && other.hash === hash
    })
  if (!isSame) {
    throw new Error(
      `The backup was made by Guichet ${backup.guichet} with the database at ${backup.migrations.at(-1)?.name ?? 'no migration'}; this program brings it to ${known.at(-1)?.name}. Restore with the version that made it, then start the newer one, which migrates.`,
    )
  }
  await withConnection(order.ownerUrl, refuseOccupied)
}

const OCCUPIED =
  'The database is not empty. A backup is only restored into a new one: create a database, and give its address as DATABASE_URL (or a new folder as GUICHET_DATA).'

/** A database that no portal has opened: without tables, or just migrated. */
async function refuseOccupied(owner: Client): Promise<void> {
  const tables = (await readTables(owner)).map(({ name }) => name)
  if (tables.length === 0) return
  if (!tables.includes('public.installation')) throw new Error(OCCUPIED)
  const { rows } = await owner.query<{ used: boolean }>(
    'select exists (select from installation) or exists (select from audit_chains) as used',
  )
  if (rows[0]?.used !== false) throw new Error(OCCUPIED)
}

/** The key first: another one in its place would leave every sealed number unreadable. */
export async function restoreKey(
  dataFolder: string,
  from: string,
  { keys }: Manifest,
): Promise<void> {
  const saved = await fingerprintOf(from).catch((cause: unknown) => {
    throw new Error(`${from} cannot be read: the key of this backup is needed. ${KEYS_APART}`, {
      cause,
    })
  })
  if (saved !== keys.fingerprint) {
    throw new Error(`${from} is not the key of this backup. ${KEYS_APART}`)
  }
  await copyKey(from, keyIn(path.join(dataFolder, 'keys')))
}

const KEYS_APART = 'Give the folder that it was kept apart in with --keys.'

/** Each content is verified by the hash that is its name. Done again after a kill, it changes nothing. */
export async function restoreDocuments(
  files: Pick<FileStore, 'put'>,
  source: string,
  names: AsyncIterable<string>,
): Promise<number> {
  let count = 0
  for await (const name of names) {
    const content = await readFile(documentFile(source, name))
    const sha256 = await files.put(content)
    if (sha256.toString('hex') !== name) {
      throw new Error(`The document ${name} of the backup was damaged. Take another backup.`)
    }
    count += 1
  }
  return count
}

/** The tables last, all or nothing, nobody signed in, and an event on the fund's chain: who reads the trail sees that time went back. */
export async function restoreTables(order: RestoreOrder, backup: Manifest): Promise<void> {
  await migrate(order.ownerUrl, order.migrationsFolder)
  await withConnection(order.ownerUrl, async (owner) => {
    await owner.query('begin')
    // A portal that opens the database meanwhile waits, then finds it restored.
    await owner.query('lock table installation in access exclusive mode')
    await refuseOccupied(owner)
    await loadTables(owner, order.source, backup)
    await endAccess(owner, order.now)
    await owner.query(
      `select append_audit_event(null, $1, 'system', null, 'operator', 'installation.restored', 'installation', 'portal', $2)`,
      [order.now, JSON.stringify({ from: isoTimeAt(new Date(backup.madeAt)) })],
    )
    await owner.query('commit')
  })
}
