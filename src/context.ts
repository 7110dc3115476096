import { availableParallelism } from 'node:os'
import path from 'node:path'
import { type Clock, systemClock } from './calendar/index.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './platform/db/database.ts'
import { diskFileStore, type FileStore } from './platform/files/file-store.ts'
import { createLog, type Log } from './platform/log.ts'
import { folderMailer, type Mailer, smtpMailer } from './platform/mail/mailer.ts'
import { createPdfRenderer, type PdfRenderer } from './platform/pdf/render-pdf.ts'
import { loadKeyring } from './platform/secrets/key-file.ts'
import type { Keyring } from './platform/secrets/keyring.ts'
import { createPasswords, type Passwords } from './platform/secrets/passwords.ts'

/** Everything built once and passed everywhere. Tests pass their own clock, mailer and database. */
export interface AppContext {
  readonly config: Config
  readonly db: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly passwords: Passwords
  readonly files: FileStore
  readonly mailer: Mailer
  readonly pdf: PdfRenderer
  readonly log: Log
  close(): Promise<void>
}

type Own = Partial<Pick<AppContext, 'clock' | 'mailer' | 'log'>>

/** Builds the parts from the configuration; `own` replaces those that a test brings. */
export async function createContext(
  config: Config,
  connections: { readonly app: string },
  own: Own = {},
): Promise<AppContext> {
  const log = own.log ?? createLog(config.logLevel)
  const db = openDatabase({
    connectionString: connections.app,
    report: (error) => log.warn({ error: error.name }, 'database connection lost'),
  })
  const mailer =
    own.mailer ??
    (config.smtpUrl
      ? smtpMailer(config.smtpUrl)
      : folderMailer(path.join(config.dataFolder, 'mail')))
  return {
    config,
    db,
    clock: own.clock ?? systemClock,
    keyring: await loadKeyring(config.dataFolder),
    passwords: createPasswords(availableParallelism()),
    files: diskFileStore(path.join(config.dataFolder, 'files')),
    mailer,
    pdf: createPdfRenderer(),
    log,
    async close() {
      mailer.close()
      await db.close()
    },
  }
}
