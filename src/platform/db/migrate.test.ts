import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { QueryResultRow } from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { findProjectRoot } from '../project-root.ts'
import { withConnection } from './connection.ts'
import { inDatabase } from './connection-url.ts'
import { migrate } from './migrate.ts'
import { openOwnerPool } from './owner-pool.ts'

const NAME = 'guichet_migrating'
const server = inject('server')
const ownerUrl = inDatabase(server.ownerUrl, NAME)
let folder = ''

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guichet-migrations-'))
  const owner = new URL(server.ownerUrl).username
  await withConnection(server.adminUrl, async (admin) => {
    await admin.query(`drop database if exists ${NAME} with (force)`)
    await admin.query(`create database ${NAME} owner ${owner}`)
  })
})

afterEach(async () => {
  fs.rmSync(folder, { recursive: true, force: true })
  await withConnection(server.adminUrl, (admin) =>
    admin.query(`drop database ${NAME} with (force)`),
  )
})

function write(name: string, sql: string): void {
  fs.writeFileSync(path.join(folder, `${name}.sql`), sql)
}

async function ask<Row extends QueryResultRow>(sql: string): Promise<Row[]> {
  return withConnection(ownerUrl, async (client) => (await client.query<Row>(sql)).rows)
}

const applied = async () =>
  (await ask<{ name: string }>('select name from platform.migrations order by 1')).map(
    ({ name }) => name,
  )

describe('migrating', () => {
  it('applies what is new, in order, once', async () => {
    write('0001-boxes', 'create table boxes (id int)')
    write('0002-lids', 'alter table boxes add lid text; insert into boxes values (1, $$green$$)')
    expect(await migrate(ownerUrl, folder)).toEqual(['0001-boxes', '0002-lids'])
    expect(await migrate(ownerUrl, folder)).toEqual([])
    write('0003-more', 'insert into boxes values (2)')
    expect(await migrate(ownerUrl, folder)).toEqual(['0003-more'])
    expect(await ask('select id, lid from boxes order by id')).toEqual([
      { id: 1, lid: 'green' },
      { id: 2, lid: null },
    ])
  })

  it('RE30: begins again where PostgreSQL ended it for a program at work, and tells the end of its patience', async () => {
    await ask('create sequence tries')
    // What a sequence has counted is not rolled back.
    const endedUntil = (last: number) =>
      `create table boxes (id int);
       do $$ begin if nextval('tries') < ${last} then raise exception 'deadlock detected' using errcode = '40P01'; end if; end $$`
    write('0001-boxes', endedUntil(3))
    expect(await migrate(ownerUrl, folder)).toEqual(['0001-boxes'])
    expect(await ask('select last_value::int as tries from tries')).toEqual([{ tries: 3 }])
    write('0002-never', endedUntil(1_000).replace('boxes', 'lids'))
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(
      'The migration 0002-never failed and left no trace: deadlock detected',
    )
    expect(await applied()).toEqual(['0001-boxes'])
  })

  it('has the queue of jobs ready for the first of them', async () => {
    write('0001-queue', 'create table seen as select count(*) as jobs from graphile_worker.jobs')
    await migrate(ownerUrl, folder)
    expect(await ask('select jobs from seen')).toEqual([{ jobs: 0n }])
  })

  it('waits for every node to be stopped, where the earlier program may not go on', async () => {
    write('0001-boxes', 'create table boxes (id int)')
    await migrate(ownerUrl, folder)
    write('0076-confirm-again', 'alter table boxes add lid text')
    const node = openOwnerPool(ownerUrl, 1, () => undefined)
    await node.query('select 1')
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/1 sessions of running ones/)
    expect(await applied()).toEqual(['0001-boxes'])
    await node.end()
    // PostgreSQL ends a session after its client has gone.
    const others = `select pid from pg_stat_activity where datname = '${NAME}' and pid <> pg_backend_pid()`
    await expect.poll(() => ask(others)).toEqual([])
    expect(await migrate(ownerUrl, folder)).toEqual(['0076-confirm-again'])
  })

  it('happens once when several portals start together', async () => {
    write('0001-boxes', 'create table boxes (id int); select pg_sleep(0.1)')
    const starts = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, folder)))
    expect(starts.flat()).toEqual(['0001-boxes'])
  })

  it('leaves no trace of a migration that fails, and keeps those before it', async () => {
    write('0001-boxes', 'create table boxes (id int)')
    write('0002-broken', 'create table lids (id int); select 1 / 0')
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(
      'The migration 0002-broken failed and left no trace: division by zero',
    )
    expect(await applied()).toEqual(['0001-boxes'])
    expect(await ask(`select to_regclass('lids') as lids`)).toEqual([{ lids: null }])
    write('0002-broken', 'create table lids (id int)')
    expect(await migrate(ownerUrl, folder)).toEqual(['0002-broken'])
  })

  it('is done again from the same place after a kill in the middle', async () => {
    write('0001-boxes', 'create table boxes (id int)')
    write('0002-slow', 'create table lids (id int); select pg_sleep(30)')
    const script = path.join(findProjectRoot(), 'test/support/run-migrations.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, ownerUrl, folder], {
      cwd: findProjectRoot(),
      stdio: 'inherit',
    })
    const sleeping = `select pid from pg_stat_activity where datname = '${NAME}' and wait_event = 'PgSleep'`
    await expect.poll(() => ask(sleeping).catch(() => [])).toHaveLength(1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await withConnection(server.adminUrl, (admin) =>
      admin.query(`select pg_terminate_backend(pid) from (${sleeping}) as left_behind`),
    )
    write('0002-slow', 'create table lids (id int)')
    expect(await migrate(ownerUrl, folder)).toEqual(['0002-slow'])
    expect(await applied()).toEqual(['0001-boxes', '0002-slow'])
  })
})

describe('a database and a program that do not go together', () => {
  it('a migration changed since is refused, with what to do', async () => {
    write('0001-boxes', 'create table boxes (id int)')
    await migrate(ownerUrl, folder)
    write('0001-boxes', 'create table boxes (id bigint)')
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(
      /0001-boxes was changed after.*as a new migration/,
    )
  })

  it('the ends of its lines may change', async () => {
    write('0001-boxes', 'create table boxes (\n id int)')
    await migrate(ownerUrl, folder)
    write('0001-boxes', 'create table boxes (\r\n id int)')
    expect(await migrate(ownerUrl, folder)).toEqual([])
  })

  it('a schema of a newer program is refused by an older one', async () => {
    write('0001-boxes', 'create table boxes (id int)')
    write('0002-future', 'create table future (id int)')
    await migrate(ownerUrl, folder)
    fs.rmSync(path.join(folder, '0002-future.sql'))
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/0002-future.*newer version/)
  })

  it('a migration that arrives before one already applied is refused', async () => {
    write('0002-lids', 'create table lids (id int)')
    await migrate(ownerUrl, folder)
    write('0001-boxes', 'create table boxes (id int)')
    await expect(migrate(ownerUrl, folder)).rejects.toThrow('Give it a number after the last one')
  })

  it('two migrations of one number are refused', async () => {
    write('0001-boxes', 'select 1')
    write('0001-lids', 'select 1')
    expect(() => migrate(ownerUrl, folder)).toThrow('have the number 0001')
  })
})
