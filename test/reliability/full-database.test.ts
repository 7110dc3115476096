import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { noSmallDisk, SmallDisk } from '../support/small-disk.ts'
import { Visitor } from '../support/visitor.ts'
import { Installation } from './installation.ts'
import { People } from './people.ts'
import { judgeInstallation } from './run-nodes.ts'

const soon = { timeout: 120_000, interval: 200 }
const small = { max_wal_size: '64MB', min_wal_size: '32MB', wal_keep_size: 0 }

let installation: Installation | undefined
let disk: SmallDisk | undefined
let folder = ''
afterEach(async () => {
  await installation?.close()
  disk?.remove()
  rmSync(folder, { recursive: true, force: true })
})

function smallDisk(megabytes: number): SmallDisk {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-full-'))
  mkdirSync(path.join(folder, 'disk'))
  disk = new SmallDisk(path.join(folder, 'disk'), megabytes)
  return disk
}

/** Until the portal says that it cannot; gives what it answered with. */
async function untilRefused(people: People): Promise<void> {
  for (let tries = 0; tries < 4_000; tries += 1) if (!(await people.invite())) return
  throw new Error('the disk does not fill')
}

async function nothingIsLost(one: Installation, people: People): Promise<void> {
  await expect
    .poll(() => one.database.ask(`select from mails where state <> 'sent'`), soon)
    .toEqual([])
  const { complaints, lost } = await judgeInstallation(one, people.journal)
  expect({ complaints, lost }).toEqual({ complaints: [], lost: 0 })
}

// A file system of its own can be mounted by root on Linux only: elsewhere these are skipped, which the report of the run shows.
describe.skipIf(noSmallDisk !== null)('while PostgreSQL’s disk is full', () => {
  it('RE16: of tables: the portal answers 503, loses nothing, and goes on by itself once there is room', async () => {
    const full = smallDisk(220)
    const databaseFolder = path.join(folder, 'disk', 'postgres')
    installation = await Installation.open({ databaseFolder, database: small })
    const people = await People.on(installation)
    expect(await people.invite()).toBe(true)
    const filler = full.fill()
    // Tables grow page by page: this one needs a new page at once.
    const grow = installation.database.ask(
      `create table filling as select repeat('x', 1000) from generate_series(1, 20000)`,
    )
    await expect(grow).rejects.toMatchObject({ code: '53100' })
    await untilRefused(people)
    expect((await fetch(`${installation.url}/health`)).status).toBeLessThan(504)
    await rm(filler)
    await expect.poll(() => people.invite().catch(() => false), soon).toBe(true)
    expect(installation.nodes[0]?.isRunning()).toBe(true)
    await nothingIsLost(installation, people)
  }, 600_000)

  it('RE16: of the write-ahead log: PostgreSQL ends rather than forget; started again with room, nothing is lost', async () => {
    const full = smallDisk(80)
    const wal = path.join(folder, 'disk', 'wal')
    installation = await Installation.open({ database: small })
    const { database } = installation
    const people = await People.on(installation)
    expect(await people.invite()).toBe(true)
    await database.end('SIGINT')
    cpSync(path.join(database.folder, 'pg_wal'), wal, { recursive: true })
    rmSync(path.join(database.folder, 'pg_wal'), { recursive: true })
    symlinkSync(wal, path.join(database.folder, 'pg_wal'))
    await database.start()
    await expect.poll(() => people.invite().catch(() => false), soon).toBe(true)
    const stranger = new Visitor(fetch, installation.url)
    const door = '/administration/connexion'
    const form = await stranger.get(door)
    const filler = full.fill()
    const write = () =>
      database.ask(
        `create table filling as select repeat('x', 1000) from generate_series(1, 60000)`,
      )
    for (let tries = 0; tries < 5 && database.isRunning(); tries += 1) {
      await write().catch(() => undefined)
      await wait(500)
    }
    const refused = await stranger.submit(form, { employerNumber: '900000', password: 'x' }, door)
    expect(refused.status).toBe(503)
    expect(installation.nodes[0]?.isRunning()).toBe(true)
    await rm(filler)
    // Whoever watches it (systemd, the embedded server's own watch) starts it again.
    if (!database.isRunning()) await database.start()
    await expect.poll(() => people.invite().catch(() => false), soon).toBe(true)
    expect(installation.nodes[0]?.isRunning()).toBe(true)
    await nothingIsLost(installation, people)
  }, 600_000)
})
