import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWholeCompany } from '../../test/attacks/whole-company.ts'
import { type EmptyDatabase, emptyDatabase } from '../../test/support/empty-database.ts'
import { aKey } from '../../test/support/machine.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { Visitor } from '../../test/support/visitor.ts'
import { createApp } from '../app.tsx'
import { verifyAudit } from '../audit/verify-audit.ts'
import { decideConfig } from '../config.ts'
import { createContext } from '../context.ts'
import { findUnpostedDeclarations } from '../declarations/store/posted-declarations.ts'
import type { DemoAccount } from '../demo/accounts.ts'
import { seedDemonstration } from '../demo/seed.ts'
import { verifyLedgers } from '../ledger/check-ledgers.ts'
import { readSequences, readTables } from '../platform/backup/catalogue.ts'
import { readManifest } from '../platform/backup/manifest.ts'
import { listSchema } from '../platform/db/catalogue.ts'
import { withConnection } from '../platform/db/connection.ts'
import { runBackup } from './backup.ts'
import { markInstallation } from './installation.ts'
import { runRestore } from './restore.ts'

let site: TestSite
let accounts: readonly DemoAccount[]
const places: string[] = []
const databases: EmptyDatabase[] = []

beforeAll(async () => {
  site = await openSite()
  await markInstallation(site.database.ownerUrl, true)
  await seedDemonstration(site.app, async (made) => {
    accounts = made
  })
  const { employer, delegate } = await aWholeCompany(site, '001526374000089')
  await aKey(site, employer, { delegate })
  // One of its files was only said to be there.
  const kept = await site.app.files.put(Buffer.from('the minutes of a meeting'))
  await site.database.ownerQuery(
    `update files set sha256 = $1 where sha256 = decode(repeat('00', 32), 'hex')`,
    [kept],
  )
})

afterAll(async () => {
  await site.close()
  for (const database of databases) await database.drop()
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-backup-'))
  places.push(folder)
  return folder
}

async function newDatabase(): Promise<EmptyDatabase> {
  const database = await emptyDatabase()
  databases.push(database)
  return database
}

interface Place {
  readonly ownerUrl: string
  readonly appUrl: string
}

function given(files: string[], at: Place, data: string, keys?: string) {
  const env = { DATABASE_URL: at.ownerUrl, DATABASE_APP_URL: at.appUrl, GUICHET_DATA: data }
  return { files, env, options: keys === undefined ? {} : { keys } }
}

const backUp = (destination: string, keys?: string) =>
  runBackup(given([destination], site.database, site.app.config.dataFolder, keys))

/** How many rows each table has, and what they are, past row-level security. */
async function contentOf(adminUrl: string): Promise<Record<string, string>> {
  return withConnection(adminUrl, async (admin) => {
    const told: Record<string, string> = {}
    for (const { name } of await readTables(admin)) {
      const { rows } = await admin.query<{ content: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as content
          from ${name} t`,
      )
      told[name] = rows[0]?.content ?? ''
    }
    return told
  })
}

/** Whoever could act at once: nobody does after time went back. */
async function stillOpen(adminUrl: string): Promise<{ sessions: number; keys: number }> {
  const { rows } = await withConnection(adminUrl, (admin) =>
    admin.query<{ sessions: number; keys: number }>(
      `select (select count(*)::integer from sessions where ended_at is null) as sessions,
        (select count(*)::integer from machine_keys where revoked_at is null and expires_at > now()) as keys`,
    ),
  )
  return rows[0] ?? { sessions: -1, keys: -1 }
}

const documentsOf = (data: string) =>
  readdirSync(path.join(data, 'files'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .sort()

describe('RE31: a backup', () => {
  const backup = () => path.join(places[0] ?? '', 'night')
  const safe = () => path.join(places[0] ?? '', 'safe')
  let before: Record<string, string>
  let exitCode: number

  beforeAll(async () => {
    newFolder()
    before = await contentOf(site.database.adminUrl)
    exitCode = await backUp(backup(), safe())
  })

  it('holds every row that anybody could see, of every table', async () => {
    expect(exitCode).toBe(0)
    const { tables } = await readManifest(backup())
    const counts = Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))
    for (const [name, content] of Object.entries(before))
      expect(`${name} ${counts[name]}`).toBe(`${name} ${Number(content.split(' ')[0])}`)
    // An empty company would prove nothing.
    expect(tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(50)
  })

  it('keeps its key apart when asked, and is opened with no other', async () => {
    const [target, other] = [await newDatabase(), newFolder()]
    expect(existsSync(path.join(backup(), 'keys'))).toBe(false)
    const withKey = (keys?: string) => runRestore(given([backup()], target, newFolder(), keys))
    await expect(withKey()).rejects.toThrow('--keys')
    await writeFile(path.join(other, 'master.key'), Buffer.alloc(32, 7))
    await expect(withKey(other)).rejects.toThrow('is not the key of this backup')
    expect(await withConnection(target.ownerUrl, readTables)).toEqual([])
  })

  it('restored elsewhere is the same: rows, documents, trail, accounts, and the way in', async () => {
    const target = await newDatabase()
    const data = newFolder()
    expect(await runRestore(given([backup()], target, data, safe()))).toBe(0)
    const after = await contentOf(target.adminUrl)
    const changed = [
      'public.audit_events',
      'public.audit_chains',
      'public.sessions',
      'public.machine_keys',
    ]
    const others = (all: Record<string, string>) =>
      Object.entries(all).filter(([name]) => !changed.includes(name))
    expect(others(after)).toEqual(others(before))
    const rows = (all: Record<string, string>, name: string) => Number(all[name]?.split(' ')[0])
    for (const name of changed.slice(2)) expect(rows(after, name)).toBe(rows(before, name))
    const inForce = await stillOpen(site.database.adminUrl)
    expect(inForce.sessions).toBeGreaterThan(0)
    expect(inForce.keys).toBeGreaterThan(0)
    expect(await stillOpen(target.adminUrl)).toEqual({ sessions: 0, keys: 0 })
    // The trail says that time went back, and each company's that its keys ended.
    expect(rows(after, 'public.audit_events')).toBe(
      rows(before, 'public.audit_events') + 1 + inForce.keys,
    )
    expect(documentsOf(data)).toEqual(documentsOf(site.app.config.dataFolder))
    const trail = await withConnection(target.ownerUrl, verifyAudit)
    expect(trail.breaks).toEqual([])
    await openRestored(target, data)
  })

  it('goes on numbering where it stood, and its tables are guarded as before', async () => {
    const target = databases[1]
    const numbersOf = (url: string) => withConnection(url, readSequences)
    const [from, to] = [site.database.adminUrl, target?.adminUrl ?? '']
    expect(await numbersOf(to)).toEqual(await numbersOf(from))
    expect(await listSchema(to)).toBe(await listSchema(from))
  })

  it('is not restored over anything, nor twice', async () => {
    const target = databases[1]
    if (!target) throw new Error('nothing was restored')
    await expect(runRestore(given([backup()], target, newFolder(), safe()))).rejects.toThrow(
      'The database is not empty',
    )
  })

  it('of another version is refused, with the version to take', async () => {
    const older = newFolder()
    const manifest = JSON.parse(await readFile(path.join(backup(), 'manifest.json'), 'utf8')) as {
      migrations: unknown[]
    }
    manifest.migrations.pop()
    await writeFile(path.join(older, 'manifest.json'), JSON.stringify(manifest))
    const target = await newDatabase()
    await expect(runRestore(given([older], target, newFolder()))).rejects.toThrow(
      'Restore with the version that made it',
    )
  })

  it('RE32: damaged on its way restores nothing, and says which file', async () => {
    const damaged = newFolder()
    cpSync(backup(), damaged, { recursive: true })
    const file = path.join(damaged, 'tables', 'public.employers.copy.gz')
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    await writeFile(file, gzipSync(text.replace('005839', '005830')))
    const target = await newDatabase()
    const restoring = () => runRestore(given([damaged], target, newFolder(), safe()))
    await expect(restoring()).rejects.toThrow('public.employers.copy.gz is not what was saved')
    await writeFile(file, readFileSync(file).subarray(0, 40))
    await expect(restoring()).rejects.toThrow('Nothing was restored')
    const { rows } = await withConnection(target.adminUrl, (admin) =>
      admin.query('select from employers'),
    )
    expect(rows).toEqual([])
  })

  it('without its last line is no backup', async () => {
    await expect(runRestore(given([newFolder()], site.database, newFolder()))).rejects.toThrow(
      'is not a backup of Guichet',
    )
  })
})

describe('a backup that cannot be whole', () => {
  it('never replaces an earlier one', async () => {
    await expect(backUp(places[0] ?? '')).rejects.toThrow('is not empty')
  })

  it('RE32: names the documents that are gone or damaged, and holds the rest', async () => {
    const [name = ''] = documentsOf(site.app.config.dataFolder)
    const file = path.join(site.app.config.dataFolder, 'files', name)
    const content = await readFile(file)
    await writeFile(file, 'damaged')
    const place = path.join(newFolder(), 'partial')
    expect(await backUp(place)).toBe(1)
    expect((await readManifest(place)).documents.missing).toEqual([path.basename(name)])
    await writeFile(file, content)
  })

  it('leaves nothing behind when it fails', async () => {
    const folder = newFolder()
    await writeFile(path.join(folder, 'file'), 'in the way')
    await expect(
      backUp(path.join(folder, 'night'), path.join(folder, 'file', 'x')),
    ).rejects.toThrow('ENOTDIR')
    expect(readdirSync(folder)).toEqual(['file'])
  })
})

async function openRestored(target: EmptyDatabase, data: string): Promise<void> {
  const config = decideConfig({ GUICHET_DATA: data, PORT: '3000' }, 'demonstration')
  const app = await createContext(config, { app: target.appUrl }, { clock: site.clock })
  try {
    const ledgers = await verifyLedgers(app.db, [findUnpostedDeclarations])
    expect(ledgers.ledgers).toBeGreaterThan(1)
    expect(ledgers.breaks).toEqual([])
    const { fetch } = await createApp(app)
    const visitor = new Visitor(async (request) => fetch(request), 'http://localhost:3000')
    const delegate = accounts.find(
      ({ signInUrl, totpSecret }) => signInUrl.includes('/administration') && !totpSecret,
    )
    const door = await visitor.get('/administration/connexion')
    const { identifier = '', password = '' } = delegate ?? {}
    await visitor.submit(door, { employerNumber: identifier, password })
    const trail = await visitor.get('/administration/journal')
    expect([trail.status, trail.url]).toEqual([200, '/administration/journal'])
  } finally {
    await app.close()
  }
}
