import type { Client } from 'pg'
import { withConnection } from '../platform/db/connection.ts'

/**
 * A database is a demonstration or the real thing for ever (decision: demonstration and real). An empty
 * one becomes what first opens it; the other is refused, since one invents what the other must keep.
 */
export function markInstallation(ownerUrl: string, demonstration: boolean): Promise<void> {
  return withConnection(ownerUrl, async (owner) => {
    if (!demonstration || !(await anyEmployer(owner))) {
      await owner.query(
        'insert into installation (demonstration, made_at) values ($1, now()) on conflict do nothing',
        [demonstration],
      )
    }
    const { rows } = await owner.query<{ demonstration: boolean }>(
      'select demonstration from installation',
    )
    if (rows[0]?.demonstration !== demonstration) {
      throw new Error(demonstration ? NOT_A_DEMONSTRATION : A_DEMONSTRATION)
    }
  })
}

/** For what only plays with a demonstration that is there: nothing becomes one by it. */
export function mustBeDemonstration(ownerUrl: string): Promise<void> {
  return withConnection(ownerUrl, async (owner) => {
    const { rows: made } = await owner.query<{ there: boolean }>(
      `select to_regclass('installation') is not null as there`,
    )
    if (!made[0]?.there) throw new Error(NO_DEMONSTRATION)
    const { rows } = await owner.query<{ demonstration: boolean }>(
      'select demonstration from installation',
    )
    if (!rows[0]?.demonstration) throw new Error(NOT_A_DEMONSTRATION)
  })
}

export function holdsEmployers(ownerUrl: string): Promise<boolean> {
  return withConnection(ownerUrl, anyEmployer)
}

/** Whether the demonstration was made to its end: before that, nobody has used it. */
export function isSeeded(ownerUrl: string): Promise<boolean> {
  return withConnection(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query('select from installation where seeded_at is not null')
    return rowCount !== 0
  })
}

export function markSeeded(ownerUrl: string): Promise<void> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query('update installation set seeded_at = now() where demonstration')
  })
}

/** The owner is under row-level security like everybody, and asks as the system does. */
async function anyEmployer(owner: Client): Promise<boolean> {
  await owner.query("select set_config('guichet.scope', 'system', false)")
  const { rowCount } = await owner.query('select from employers limit 1')
  return rowCount !== 0
}

const NO_DEMONSTRATION =
  'There is no demonstration in this database. Start one with `guichet demo`.'

const A_DEMONSTRATION =
  'This database is a demonstration: its companies are invented and its passwords are written in a file. Give DATABASE_URL (or GUICHET_DATA) another one for real work.'

const NOT_A_DEMONSTRATION =
  'This database is not a demonstration: it holds real companies. `guichet serve` opens it; give DATABASE_URL (or GUICHET_DATA) another one for a demonstration.'

/** Removes everything of a demonstration, so that the next start makes a new one. */
export function eraseDemonstration(ownerUrl: string): Promise<void> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query(`begin;
      drop schema if exists public, platform, graphile_worker cascade;
      create schema public;
      grant usage on schema public to public;
      commit`)
  })
}
