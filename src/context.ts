import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Clock } from './calendar/index.ts'
import type { Config } from './config.ts'
import type { DataContext } from './data-context.ts'
import { openDatabase } from './platform/db/database.ts'
import { openDatabaseClock } from './platform/db/database-clock.ts'
import { openFileStore } from './platform/files/open-file-store.ts'
import { clamScanner, type Scanner } from './platform/files/scanner/scanner.ts'
import { createLog, type Log } from './platform/log.ts'
import { folderMailer, type Mailer, smtpMailer } from './platform/mail/mailer.ts'
import { createPdfRenderer, type PdfRenderer } from './platform/pdf/render-pdf.ts'
import { loadKeyring } from './platform/secrets/key-file.ts'
import { createPasswords, type Passwords } from './platform/secrets/passwords.ts'
import { openTelemetry, type Telemetry } from './platform/telemetry/telemetry.ts'
import { openThreads, type Threads } from './platform/threads/threads.ts'

/** Everything built once and passed everywhere. Tests pass their own clock, mailer and database. */
export interface AppContext extends DataContext {
  readonly passwords: Passwords
  readonly mailer: Mailer
  readonly pdf: PdfRenderer
  readonly threads: Threads
  /** Nothing when the operator gave none. */
  readonly scanner: Scanner | null
  readonly log: Log
  readonly telemetry: Telemetry
}

type Own = Partial<Pick<AppContext, 'clock' | 'mailer' | 'log' | 'telemetry'>>

/** Builds the parts from the configuration; `own` replaces those that a test brings. */
export async function createContext(
  config: Config,
  connections: { readonly app: string },
  own: Own = {},
): Promise<AppContext> {
  const log = own.log ?? createLog(config.logLevel)
  const telemetry = own.telemetry ?? (await openTelemetry(config))
  const db = openDatabase({
    connectionString: connections.app,
    observe: telemetry.query,
    report: (error) => log.warn({ error: error.name }, 'database connection lost'),
  })
  const mailer =
    own.mailer ??
    (config.smtpUrl
      ? smtpMailer(config.smtpUrl)
      : folderMailer(path.join(config.dataFolder, 'mail')))
  const clock: Clock & { stop?(): void } =
    own.clock ?? (await openDatabaseClock(db, tellDifference(log)))
  const threads = openThreads({ config, connections }, () => clock.now())
  return {
    config,
    db,
    clock,
    keyring: await loadKeyring(config.dataFolder),
    passwords: createPasswords(availableParallelism()),
    files: openFileStore(config),
    mailer,
    pdf: createPdfRenderer(),
    threads,
    scanner: config.scanner && clamScanner(config.scanner),
    log,
    telemetry,
    async close() {
      clock.stop?.()
      mailer.close()
      await threads.close()
      await db.close()
      await telemetry.close()
    },
  }
}

function tellDifference(log: Log) {
  return (ms: number) =>
    log.warn(
      { seconds: Math.round(ms / 1000) },
      'the clock of this machine differs from the database’s, whose time counts',
    )
}
