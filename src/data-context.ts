import type { Clock } from './calendar/index.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './platform/db/database.ts'
import { openDatabaseClock } from './platform/db/database-clock.ts'
import type { FileStore } from './platform/files/file-store.ts'
import { openFileStore } from './platform/files/open-file-store.ts'
import { loadKeyring } from './platform/secrets/key-file.ts'
import type { Keyring } from './platform/secrets/keyring.ts'

/** What work on data needs, in any thread of the program. */
export interface DataContext {
  readonly config: Config
  readonly db: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly files: FileStore
  close(): Promise<void>
}

/** The parts for a thread of their own, or for a command: one connection, and nothing else to keep open. */
export async function openDataContext(
  config: Config,
  connections: { readonly app: string },
  own?: Clock,
): Promise<DataContext> {
  const db = openDatabase({ connectionString: connections.app, max: 1 })
  // A thread is told the time by its program; a command asks the database (decision 0051).
  const clock: Clock & { stop?(): void } = own ?? (await openDatabaseClock(db, tellDifference))
  return {
    config,
    db,
    clock,
    keyring: await loadKeyring(config.dataFolder),
    files: openFileStore(config),
    async close() {
      clock.stop?.()
      await db.close()
    },
  }
}

function tellDifference(ms: number): void {
  process.stderr.write(
    `The clock of this machine differs from the database’s by ${Math.round(ms / 1000)} s: the database’s time counts.\n`,
  )
}
