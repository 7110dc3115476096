import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from '../src/app.tsx'
import { decideConfig } from '../src/config.ts'
import { type AppContext, createContext } from '../src/context.ts'
import { inDatabase } from '../src/platform/db/connection-url.ts'
import { prepareDatabase } from '../src/platform/db/prepare-database.ts'
import { findProjectRoot } from '../src/platform/project-root.ts'
import { Visitor } from '../test/support/visitor.ts'
import type { Setting } from '../test/support/factories.ts'

/** The portal in this process, on an embedded server of its own that writes through to the disk like any other. */
export interface BenchPortal extends Setting {
  readonly ownerUrl: string
  /** May do anything on the server, and make other databases on it. */
  readonly adminUrl: string
  readonly dataFolder: string
  /** The process of the embedded server. */
  readonly postmaster: number
  readonly fetch: (request: Request) => Promise<Response>
  close(): Promise<void>
}

export async function openBenchPortal(): Promise<BenchPortal> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'guichet-bench-'))
  const prepared = await prepareDatabase({
    url: null,
    appUrl: null,
    dataFolder,
    migrationsFolder: path.join(findProjectRoot(), 'migrations'),
  })
  const app: AppContext = await createContext(
    decideConfig({ GUICHET_DATA: dataFolder, GUICHET_LOG: 'error' }, 'demonstration'),
    { app: prepared.appUrl },
  )
  const { fetch } = await createApp(app)
  const ask = async (request: Request) => fetch(request)
  const name = new URL(prepared.ownerUrl).pathname.slice(1)
  return {
    app,
    clock: app.clock,
    dataFolder,
    postmaster: prepared.embedded?.pid ?? 0,
    ownerUrl: prepared.ownerUrl,
    adminUrl: inDatabase(prepared.embedded?.adminUrl ?? '', name),
    fetch: ask,
    visitor: () => new Visitor(ask, app.config.url),
    async close() {
      await app.close()
      await prepared.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
