import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { withConnection } from '../../src/platform/db/connection.ts'
import { inDatabase } from '../../src/platform/db/connection-url.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { readMigrations } from '../../src/platform/db/migration-files.ts'
import { ensureAppRole, ensureOwner } from '../../src/platform/db/roles.ts'

/** What every test file is told about the server of this run. */
export interface TestServer {
  /** May do anything, row-level security included. */
  adminUrl: string
  /** Owns the tables; its database is the migrated template. */
  ownerUrl: string
  /** The program's own role. */
  appUrl: string
  template: string
  /** By DATABASE_URL: how it lets people in is its operator's choice, and not the portal's to answer for. */
  isGiven: boolean
}

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
  }
}

/** The same for every run, so that runs sharing a server given by DATABASE_URL do not shut each other out. */
const TEST_PASSWORD = 'guichet-tests-only'
const MIGRATIONS = path.resolve(import.meta.dirname, '../../migrations')

/** One PostgreSQL for the whole run, with one migrated database that every file clones; and what a browser loads. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, [
    path.resolve(import.meta.dirname, '../../scripts/build.mjs'),
    'worker',
  ])
  const given = process.env['DATABASE_URL']
  if (given) {
    const prepared = await prepare(given, () => Promise.resolve(given))
    project.provide('server', { ...prepared, isGiven: true })
    return () => Promise.resolve()
  }
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'guichet-tests-'))
  const server = await startEmbedded({ dataFolder, careless: true })
  const stop = async () => {
    await server.stop()
    fs.rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    const owner = () => ensureOwner(server.adminUrl, TEST_PASSWORD, 'postgres')
    project.provide('server', { ...(await prepare(server.adminUrl, owner)), isGiven: false })
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** The template's name says what is in it: on a server that stays, only changed migrations make a new one. */
async function prepare(
  adminUrl: string,
  owner: () => Promise<string>,
): Promise<Omit<TestServer, 'isGiven'>> {
  const content = readMigrations(MIGRATIONS).map(({ name, hash }) => name + hash)
  const template = `guichet_template_${createHash('sha256').update(content.join()).digest('hex').slice(0, 12)}`
  const ownerUrl = inDatabase(await owner(), template)
  const ownerRole = new URL(ownerUrl).username
  const appUrl = await withConnection(adminUrl, async (admin) => {
    // Held until the template is whole, so that a second run on the same server waits for it.
    await admin.query('select pg_advisory_lock(4815020338)')
    const known = await admin.query('select from pg_database where datname = $1', [template])
    const app = await ensureAppRole(inDatabase(ownerUrl, 'postgres'), TEST_PASSWORD)
    if (known.rowCount === 0) {
      const draft = `${template}_draft`
      await admin.query(`drop database if exists ${draft} with (force)`)
      await admin.query(`create database ${draft} owner ${ownerRole}`)
      await migrate(inDatabase(ownerUrl, draft), MIGRATIONS)
      await admin.query(`alter database ${draft} rename to ${template}`)
    }
    return inDatabase(app, template)
  })
  return { adminUrl, ownerUrl, appUrl, template }
}
