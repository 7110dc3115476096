import type { Clock } from './calendar/clock.ts'
import type { Config } from './config.ts'
import type { Database } from './platform/db/database.ts'
import type { FileStore } from './platform/files/file-store.ts'
import type { Mailer } from './platform/mail/mailer.ts'
import type { PdfRenderer } from './platform/pdf/render-pdf.ts'
import type { Passwords } from './platform/secrets/passwords.ts'
import type { Keyring } from './platform/secrets/keyring.ts'
import type { Log } from './platform/log.ts'

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
