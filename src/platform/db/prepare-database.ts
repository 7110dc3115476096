import { checkServer } from './check-server.ts'
import { databaseKeys } from './keys.ts'
import { startEmbedded, type EmbeddedServer } from './embedded.ts'
import { migrate } from './migrate.ts'
import { mustBeOneDatabase } from './one-database.ts'
import { ensureAppGroup, ensureAppRole, ensureOwner } from './roles.ts'

export interface ServerOptions {
  /** The owner of the tables, or null for the embedded server. */
  url: string | null
  appUrl: string | null
  dataFolder: string
  /** Join the embedded server of a portal that already runs. */
  share?: boolean
  report?: (error: Error) => void
}

export interface PrepareOptions extends ServerOptions {
  migrationsFolder: string
}

export interface OpenServer {
  ownerUrl: string
  appUrl: string
  /** Null on a server given by its address. */
  embedded: EmbeddedServer | null
  stop(): Promise<void>
}

export interface PreparedDatabase extends OpenServer {
  /** Names of the migrations that were applied just now. */
  applied: string[]
}

/** From nothing, or from a server's address, to a migrated and checked database with its two roles. */
export async function prepareDatabase(options: PrepareOptions): Promise<PreparedDatabase> {
  const server = await openServer(options)
  try {
    const applied = await migrate(server.ownerUrl, options.migrationsFolder)
    await checkServer(server.appUrl)
    return { ...server, applied }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The database with its two roles, and whatever is in it. */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const embedded = options.url === null ? await startEmbedded(options) : null
  const stop = async () => embedded?.stop()
  try {
    const keys = databaseKeys(options.dataFolder)
    const ownerUrl = options.url ?? (await ensureOwner(embedded?.adminUrl ?? '', keys.owner))
    const appUrl = await findAppUrl(ownerUrl, options.appUrl, keys.app)
    return { ownerUrl, appUrl, embedded, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function findAppUrl(
  ownerUrl: string,
  given: string | null,
  password: string,
): Promise<string> {
  if (given === null) return ensureAppRole(ownerUrl, password)
  await ensureAppGroup(ownerUrl)
  await mustBeOneDatabase(ownerUrl, given)
  return given
}
