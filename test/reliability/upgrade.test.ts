import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withConnection } from '../../src/platform/db/connection.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { readMigrations } from '../../src/platform/db/migration-files.ts'
import { findMigrations } from '../../src/platform/project-root.ts'
import { type EmptyDatabase, emptyDatabase } from '../support/empty-database.ts'
import { Installation } from './installation.ts'
import { People } from './people.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-upgrade-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('each migration', () => {
  let database: EmptyDatabase
  beforeAll(async () => {
    database = await emptyDatabase()
  })
  afterAll(() => database.drop())

  it('RE30: cut off before its end leaves nothing behind, and is done again', async () => {
    const some = path.join(folder, 'some')
    mkdirSync(some)
    await migrate(database.ownerUrl, some)
    for (const { name, sql } of readMigrations(findMigrations())) {
      const before = await catalogueOf(database)
      await cutOff(database, sql)
      expect(await catalogueOf(database), name).toEqual(before)
      cpSync(path.join(findMigrations(), `${name}.sql`), path.join(some, `${name}.sql`))
      expect(await migrate(database.ownerUrl, some)).toEqual([name])
    }
  }, 600_000)
})

/** As when the program, or the server’s process, dies before the commit. */
async function cutOff({ ownerUrl, adminUrl }: EmptyDatabase, sql: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await client.query('begin')
  await client.query(sql)
  await withConnection(adminUrl, (admin) =>
    admin.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]),
  )
  await client.end().catch(() => undefined)
}

/** Tables, columns, rights, functions, policies and constraints, as one line each. */
async function catalogueOf({ adminUrl }: EmptyDatabase): Promise<unknown[]> {
  return withConnection(adminUrl, async (admin) => {
    const { rows } = await admin.query(`
      select 'relation ' || oid::regclass || coalesce(relacl::text, '') as what from pg_class where relnamespace::regnamespace::text !~ '^pg_'
      union all select 'column ' || attrelid::regclass || attname || atttypid::regtype from pg_attribute
        where attnum > 0 and attrelid in (select oid from pg_class where relnamespace::regnamespace::text !~ '^pg_')
      union all select 'function ' || oid::regprocedure || md5(prosrc) from pg_proc where pronamespace::regnamespace::text !~ '^pg_'
      union all select 'policy ' || polrelid::regclass || polname from pg_policy
      union all select 'constraint ' || conrelid || conname from pg_constraint
      order by 1`)
    return rows
  })
}

describe('the program of before', () => {
  let installation: Installation
  beforeAll(async () => {
    installation = await Installation.open()
  }, 600_000)
  afterAll(() => installation.close())

  it('RE30: goes on working while the next version migrates and after, and does not start again on what it does not know', async () => {
    const { database, nodes, url } = installation
    const [node] = nodes
    const people = await People.on(installation)
    const next = path.join(folder, 'next')
    cpSync(findMigrations(), next, { recursive: true })
    rmSync(path.join(next, 'schema.sql'))
    writeFileSync(path.join(next, '9999-next-release.sql'), nextRelease)
    let [isMigrated, done] = [false, 0]
    const migrating = migrate(database.ownerUrl, next).finally(() => {
      isMigrated = true
    })
    migrating.catch(() => undefined)
    for (let after = 0; after < 3; after += isMigrated ? 1 : 0) {
      expect(await people.invite()).toBe(true)
      done += 1
    }
    expect(await migrating).toEqual(['9999-next-release'])
    expect(done).toBeGreaterThan(2)
    await people.declare('2024T3')
    expect((await fetch(`${url}/ready`)).status).toBe(200)
    expect(installation.balancer.brokenOff).toBe(0)
    expect(await node?.end('SIGTERM')).toBe(0)
    await expect(node?.start()).rejects.toThrow('newer version')
  }, 600_000)
})

/** What a release may do under the program of before: add. Each column with a default, so that it may be left out. */
const nextRelease = `
  alter table profiles add column next_release text not null default '';
  alter table delegates add column next_release text not null default '';
  alter table mails add column next_release integer;
  alter table sessions add column next_release boolean not null default false;
  alter table declarations add column next_release date;
  alter table employers add column next_release text;
  create index profiles_next_release on profiles (next_release);
  create table next_release (id uuid primary key, employer_id uuid not null references employers);
  create function next_release() returns text language sql as 'select 1::text';
  select pg_sleep(1);`
