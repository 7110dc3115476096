import { type Clock, dayMs } from '../../calendar/index.ts'
import type { Database, Tx } from '../db/database.ts'
import type { Log } from '../log.ts'
import type { FileStore } from './file-store.ts'

interface Swept {
  /** Contents of no file, removed. */
  readonly removed: number
  /** Files whose content is not on the disk. */
  readonly missing: readonly string[]
}

interface Setting {
  readonly db: Database
  readonly files: FileStore
  readonly clock: Clock
  readonly log: Log
}

/** Within a day an upload has become somebody's file, or never will. */
const forgottenAfterMs = dayMs
const atOnce = 1_000
/** A store in another house answers each question slowly, and many together. */
const askedTogether = 20

/**
 * Compares the disk with the database (a job, once a night). What was kept for a transaction that never committed goes
 * after a day; a file whose content is gone is in the log, for whoever runs the portal to bring it back from a backup.
 */
export async function sweepFiles({ db, files, clock, log }: Setting): Promise<Swept> {
  const dayAgo = new Date(clock.now().getTime() - forgottenAfterMs)
  const removed = await removeForgotten(db, files, dayAgo)
  await files.contents.removeIncoming(dayAgo)
  const missing = await findMissing(db, files)
  for (const file of missing) log.error({ file }, 'the content of a file is not on the disk')
  if (removed > 0) log.info({ removed }, 'contents of no file removed')
  return { removed, missing }
}

async function removeForgotten(db: Database, files: FileStore, than: Date): Promise<number> {
  let removed = 0
  for await (const names of files.contents.list()) {
    const known = await db.transaction({ as: 'system' }, (tx) => listKnown(tx, names))
    for (const name of names.filter((one) => !known.has(one))) {
      if (await files.contents.removeOlder(name, than)) removed += 1
    }
  }
  return removed
}

async function listKnown(tx: Tx, names: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('files')
    .select('sha256')
    .distinct()
    .where('check_state', '!=', 'infected')
    .where('removed_at', 'is', null)
    .where(
      'sha256',
      'in',
      names.map((name) => Buffer.from(name, 'hex')),
    )
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256.toString('hex')))
}

async function findMissing(db: Database, files: FileStore): Promise<string[]> {
  const missing: string[] = []
  for (let after: string | null = null; ; ) {
    const rows = await db.transaction({ as: 'system' }, (tx) => listFiles(tx, after))
    for (let at = 0; at < rows.length; at += askedTogether) {
      const asked = rows.slice(at, at + askedTogether)
      const found = await Promise.all(asked.map(({ sha256 }) => files.has(sha256)))
      missing.push(...asked.filter((_, index) => !found[index]).map(({ id }) => id))
    }
    after = rows.at(-1)?.id ?? null
    if (after === null) return missing
  }
}

function listFiles(tx: Tx, after: string | null) {
  const files = tx
    .selectFrom('files')
    .select(['id', 'sha256'])
    .where('check_state', '!=', 'infected')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(atOnce)
  return (after === null ? files : files.where('id', '>', after)).execute()
}
