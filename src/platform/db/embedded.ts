import fs from 'node:fs'
import path from 'node:path'
import { connectionUrl } from './connection-url.ts'
import { nativeFolder } from './embedded/binaries.ts'
import { serverIdentity } from './embedded/identity.ts'
import { ADMIN, initialise } from './embedded/initdb.ts'
import { holderOf, takeFolder } from './embedded/lock.ts'
import { findReady, launch, makeSocketFolder, removeLeftSocket, stop } from './embedded/process.ts'
import type { RunningServer } from './embedded/running.ts'
import { keepRunning } from './embedded/watch.ts'
import { databaseKeys, keysFile } from './keys.ts'

export interface EmbeddedServer {
  /** The administrator of this server, for preparing it, for tests and for repairs. */
  adminUrl: string
  pid: number
  /** It was running already: left by a killed program, or shared with one that runs. */
  found: boolean
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The portal's data folder; the server's own is `postgres` in it. */
  dataFolder: string
  /** Join the server another program of this installation runs, and leave it running. */
  share?: boolean
  /** Only for tests: nothing is written through to the disk. */
  careless?: boolean
  report?: (error: Error) => void
}

/**
 * Real PostgreSQL from npm for whoever has none: a private socket, a random password, no TCP port.
 * One program runs it; the server outlives a killed program and is found again with everything in it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataFolder = path.resolve(options.dataFolder)
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const folder = path.join(dataFolder, 'postgres')
  refuseLostPassword(dataFolder, folder)
  const lockFile = path.join(dataFolder, 'postgres.lock')
  const release = takeFolder(lockFile)
  if (!release) return joined(options, dataFolder, folder, holderOf(lockFile))
  try {
    return await started(options, dataFolder, folder, release)
  } catch (error) {
    release()
    throw error
  }
}

async function started(
  { careless = false, report = ignore }: EmbeddedOptions,
  dataFolder: string,
  folder: string,
  release: () => void,
): Promise<EmbeddedServer> {
  const password = databaseKeys(dataFolder).admin
  const identity = serverIdentity(nativeFolder(), folder)
  initialise(identity, folder, { password, careless })
  const running = await findReady(folder)
  if (!running) removeLeftSocket(folder)
  const server =
    running ??
    (await launch(identity, { folder, socketFolder: makeSocketFolder(identity) }, careless))
  const { socketFolder } = server
  const again = () => launch(identity, { folder, socketFolder }, careless)
  const watched = keepRunning(server, again, report)
  return {
    ...addressOf(server, password),
    found: running !== undefined,
    stop: async () => {
      await stop(await watched())
      release()
    },
  }
}

/** Another program holds the folder. */
async function joined(
  { share = false }: EmbeddedOptions,
  dataFolder: string,
  folder: string,
  holder: string,
): Promise<EmbeddedServer> {
  const running = share ? await findReady(folder) : undefined
  if (!running) {
    throw new Error(
      `A portal already runs on the data folder ${dataFolder} (process ${holder}). Use that one, stop it first, or give GUICHET_DATA another folder.`,
    )
  }
  return {
    ...addressOf(running, databaseKeys(dataFolder).admin),
    found: true,
    stop: () => Promise.resolve(),
  }
}

function addressOf(server: RunningServer, password: string): { adminUrl: string; pid: number } {
  const { socketFolder: host, pid } = server
  return { pid, adminUrl: connectionUrl({ host, user: ADMIN, password, database: 'postgres' }) }
}

/** A new random password would not open an old database: better said now than as a failed sign-in. */
function refuseLostPassword(dataFolder: string, folder: string): void {
  const file = keysFile(dataFolder)
  if (!fs.existsSync(path.join(folder, 'PG_VERSION')) || fs.existsSync(file)) return
  throw new Error(
    `The database in ${folder} has its password in ${file}, which is not there. Put that file back from a backup; to begin afresh instead, move ${folder} away.`,
  )
}

function ignore(): void {
  // The server's own log has it already.
}
