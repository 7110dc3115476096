import type { Clock } from './calendar/index.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './platform/db/database.ts'
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

/** The parts for a thread of their own: one connection, and nothing else to keep open. */
export async function openDataContext(
  config: Config,
  connections: { readonly app: string },
  clock: Clock,
): Promise<DataContext> {
  const db = openDatabase({ connectionString: connections.app, max: 1 })
  return {
    config,
    db,
    clock,
    keyring: await loadKeyring(config.dataFolder),
    files: openFileStore(config),
    close: () => db.close(),
  }
}
