import { checkServer } from './check-server.ts'
import { databaseKeys } from './keys.ts'
import { startEmbedded, type EmbeddedServer } from './embedded.ts'
import { migrate } from './migrate.ts'
import { ensureAppGroup, ensureAppRole, ensureOwner } from './roles.ts'

export interface PrepareOptions {
  /** The owner of the tables, or null for the embedded server. */
  url: string | null
  appUrl: string | null
  dataFolder: string
  migrationsFolder: string
  /** Join the embedded server of a portal that already runs. */
  share?: boolean
  report?: (error: Error) => void
}

export interface PreparedDatabase {
  ownerUrl: string
  appUrl: string
  /** Names of the migrations that were applied just now. */
  applied: string[]
  /** Null on a server given by its address. */
  embedded: EmbeddedServer | null
  stop(): Promise<void>
}

/** From nothing, or from a server's address, to a migrated and checked database with its two roles. */
export async function prepareDatabase(options: PrepareOptions): Promise<PreparedDatabase> {
  const embedded = options.url === null ? await startEmbedded(options) : null
  const stop = async () => embedded?.stop()
  try {
    const keys = databaseKeys(options.dataFolder)
    const ownerUrl = options.url ?? (await ensureOwner(embedded?.adminUrl ?? '', keys.owner))
    const appUrl = await findAppUrl(ownerUrl, options.appUrl, keys.app)
    const applied = await migrate(ownerUrl, options.migrationsFolder)
    await checkServer(appUrl)
    return { ownerUrl, appUrl, applied, embedded, stop }
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
  return given
}
