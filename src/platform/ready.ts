import { sql } from 'kysely'
import type { Database } from './db/database.ts'
import type { FileStore } from './files/file-store.ts'
import { isStoreAway } from './files/store-away.ts'

interface Setting {
  readonly db: Database
  readonly files: Pick<FileStore, 'hasRoom'>
}

export interface Readiness {
  readonly status: 'ready' | 'not ready'
  readonly database: 'ok' | 'away'
  /** At the version of this program; a newer one may have been here, which this program still serves. */
  readonly migrations: 'ok' | 'behind' | 'unknown'
  readonly files: 'ok' | 'full or not writable' | 'away'
  /** Pages are served without workers: silence is told, and keeps nobody out. */
  readonly jobs: 'ok' | 'silent' | 'unknown'
}

/** Workers give a sign every five seconds. */
const silentAfterSeconds = 60

/** Whether requests should be sent here: what a load balancer asks, and a page can be answered with. */
export async function judgeReadiness(app: Setting, needed: string): Promise<Readiness> {
  const found = await askDatabase(app.db)
  const files = await askFiles(app.files)
  const isMigrated = found !== null && found.migration >= needed
  return {
    status: isMigrated && files === 'ok' ? 'ready' : 'not ready',
    database: found ? 'ok' : 'away',
    migrations: found === null ? 'unknown' : isMigrated ? 'ok' : 'behind',
    files,
    jobs: found === null ? 'unknown' : found.silence <= silentAfterSeconds ? 'ok' : 'silent',
  }
}

async function askFiles(files: Setting['files']): Promise<Readiness['files']> {
  try {
    return (await files.hasRoom(0)) ? 'ok' : 'full or not writable'
  } catch (error) {
    return isStoreAway(error) ? 'away' : 'full or not writable'
  }
}

async function askDatabase(db: Database) {
  try {
    return await db.transaction({ as: 'public' }, async (tx) => {
      const { rows } = await sql<{ migration: string | null; silence: number | null }>`
        select last_migration as migration, worker_silence as silence from readiness()`.execute(tx)
      const [row] = rows
      return {
        migration: row?.migration ?? '',
        silence: row?.silence ?? Number.POSITIVE_INFINITY,
      }
    })
  } catch {
    return null
  }
}
