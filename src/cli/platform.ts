import fs from 'node:fs'
import path from 'node:path'
import { DatabaseError } from 'pg'
import type { Config } from '../config.ts'
import { type AppContext, createContext } from '../context.ts'
import { isDatabaseAway } from '../platform/db/errors.ts'
import { ProgramAddressError } from '../platform/db/one-database.ts'
import { shownUrl } from '../platform/db/connection-url.ts'
import { migrate } from '../platform/db/migrate.ts'
import { refuseOtherKey, rememberKey } from './key-of-installation.ts'
import {
  type OpenServer,
  openServer,
  type PreparedDatabase,
  prepareDatabase,
} from '../platform/db/prepare-database.ts'
import { findMigrations } from '../platform/project-root.ts'

/** What is open, closed in the reverse order: pages, then jobs, then the database. */
export class Closing {
  readonly #steps: (() => Promise<unknown>)[] = []

  add(step: () => Promise<unknown>): void {
    this.#steps.unshift(step)
  }

  /** One that fails does not keep the others open. */
  async all(): Promise<void> {
    for (const step of this.#steps.splice(0)) {
      try {
        await step()
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
  }
}

/** The database of this configuration, started if it is our own, migrated and checked. */
export function openPrepared(
  config: Config,
  closing: Closing,
  options: { share?: boolean } = {},
): Promise<PreparedDatabase> {
  const { database, dataFolder } = config
  return opened(config, closing, () =>
    prepareDatabase({
      ...database,
      ...options,
      dataFolder,
      migrationsFolder: findMigrations(),
      report: (error) => process.stderr.write(`${error.message}\n`),
    }),
  )
}

/** For a command that only reads: where no portal ever was, nothing is made that would then be found whole. */
export function openExisting(config: Config, closing: Closing): Promise<PreparedDatabase> {
  mustExist(config)
  return openPrepared(config, closing, { share: true })
}

/** The same, neither migrated nor looked at. */
export function openFound(config: Config, closing: Closing): Promise<OpenServer> {
  mustExist(config)
  return openAsItIs(config, closing, { share: true })
}

function mustExist(config: Config): void {
  const folder = path.resolve(config.dataFolder, 'postgres')
  if (config.database.url === null && !fs.existsSync(path.join(folder, 'PG_VERSION')))
    throw new Error(
      `There is no database in ${folder}. Give GUICHET_DATA the data folder of the portal, or DATABASE_URL the address of its database.`,
    )
}

/** The same as it is: neither migrated nor looked at. */
export function openAsItIs(
  config: Config,
  closing: Closing,
  options: { share?: boolean } = {},
): Promise<OpenServer> {
  const { database, dataFolder } = config
  return opened(config, closing, () => openServer({ ...database, ...options, dataFolder }))
}

async function opened<Server extends OpenServer>(
  config: Config,
  closing: Closing,
  open: () => Promise<Server>,
): Promise<Server> {
  try {
    const server = await open()
    closing.add(() => server.stop())
    return server
  } catch (error) {
    throw explained(error, config)
  }
}

function explained(error: unknown, { database, dataFolder }: Config): unknown {
  if (isClosedFolder(error, dataFolder))
    return new Error(
      `The data folder ${dataFolder} cannot be written (${error.code}). Give GUICHET_DATA a folder of the user who runs this.`,
      { cause: error },
    )
  const isOfProgram = error instanceof ProgramAddressError
  const name = isOfProgram ? 'DATABASE_APP_URL' : 'DATABASE_URL'
  const url = isOfProgram ? database.appUrl : database.url
  const cause = isOfProgram ? error.cause : error
  const reason = isDatabaseAway(cause) ? 'cannot be reached' : refusal(cause)
  if (url === null || reason === undefined) return cause
  return new Error(
    `The database ${shownUrl(url)} ${reason}. Check that the server runs and that ${name} is right.`,
    { cause },
  )
}

function isClosedFolder(error: unknown, folder: string): error is NodeJS.ErrnoException {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return false
  const isClosed = ['EACCES', 'EPERM', 'ENOTDIR', 'EROFS', 'ENOSPC'].includes(String(error.code))
  return isClosed && String(error.path).startsWith(folder)
}

/** Class 28 is a sign-in refused; 3D000, a database that does not exist. */
function refusal(error: unknown): string | undefined {
  const refused = error instanceof DatabaseError && /^(28|3D)/.test(error.code ?? '')
  return refused ? `refused: ${error.message}` : undefined
}

export async function openContext(
  config: Config,
  prepared: Pick<OpenServer, 'ownerUrl' | 'appUrl'>,
  closing: Closing,
): Promise<AppContext> {
  const { ownerUrl, appUrl } = prepared
  await refuseOtherKey(ownerUrl, config.dataFolder)
  const app = await createContext(config, { app: appUrl })
  closing.add(() => app.close())
  await rememberKey(ownerUrl, config.dataFolder)
  return app
}

/** After everything was erased. */
export async function migrateAgain(prepared: PreparedDatabase): Promise<void> {
  await migrate(prepared.ownerUrl, findMigrations())
}
