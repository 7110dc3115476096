import { Logger, runMigrations } from 'graphile-worker'
import type { Client } from 'pg'
import { withConnection } from './connection.ts'
import { isTryAgain } from './errors.ts'
import { openOwnerPool } from './owner-pool.ts'
import { refuseRunningNodes } from './refuse-running-nodes.ts'
import { readMigrations, type Migration } from './migration-files.ts'

/** Any fixed number: every portal starting on this database waits for the same one. */
const LOCK = 4_815_020_337

/**
 * Brings the database to this program's schema, forward only, and gives the names of what it applied.
 * Each migration and its row are one transaction, so a crash leaves it done or not begun.
 */
export function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder)
  return withConnection(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(OWN_TABLES)
    const applied = await readApplied(client)
    const waiting = refuseContradictions(migrations, applied)
    await refuseRunningNodes(client, waiting, { isNew: applied.length === 0 })
    // Before them: the program puts its jobs in the queue's tables through a function of our migrations.
    await prepareQueue(ownerUrl)
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  })
}

/** With a pool of ours, since the library does not wait for the end of its own. */
async function prepareQueue(ownerUrl: string): Promise<void> {
  const pgPool = openOwnerPool(ownerUrl, 2, () => undefined)
  try {
    await runMigrations({ pgPool, logger: silent })
  } finally {
    await pgPool.end()
  }
}

interface Applied {
  name: string
  hash: string
}

const OWN_TABLES = `
  create schema if not exists platform;
  create table if not exists platform.migrations (
    name text primary key,
    hash text not null,
    applied_at timestamptz not null default now()
  );
  create table if not exists platform.workers (
    id text primary key,
    seen_at timestamptz not null
  );`

async function readApplied(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select name, hash from platform.migrations order by name',
  )
  return rows
}

/** What is left to apply, once sure that this program and this database have the same past. */
function refuseContradictions(known: Migration[], applied: Applied[]): Migration[] {
  for (const row of applied) {
    const mine = known.find(({ name }) => name === row.name)
    if (!mine) {
      throw new Error(
        `The database has the migration ${row.name}, which this program does not know: a newer Guichet has worked on it. Start that newer version; an older one could damage the data.`,
      )
    }
    if (mine.hash !== row.hash) {
      throw new Error(
        `The migration ${row.name} was changed after it had been applied to this database. Put the file back as it was and write the change as a new migration. On a development database, remove the data folder instead.`,
      )
    }
  }
  const last = applied.at(-1)?.name ?? ''
  const waiting = known.slice(applied.length)
  const late = known.find(({ name }) => name < last && !applied.some((row) => row.name === name))
  if (late) {
    throw new Error(
      `The migration ${late.name} comes before ${last}, which this database already has. Give it a number after the last one. On a development database, remove the data folder instead.`,
    )
  }
  return waiting
}

/** A program at work may hold what a migration changes, in another order: PostgreSQL ends one of the two. */
const MOST_TRIES = 10

async function apply(client: Client, migration: Migration): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await applyOnce(client, migration)
    } catch (cause) {
      if (isTryAgain(cause) && tries < MOST_TRIES) continue
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`The migration ${migration.name} failed and left no trace: ${reason}`, {
        cause,
      })
    }
  }
}

async function applyOnce(client: Client, { name, hash, sql }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query('insert into platform.migrations (name, hash) values ($1, $2)', [name, hash])
    await client.query(sql)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

const silent = new Logger(() => () => undefined)
