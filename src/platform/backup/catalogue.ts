import type { Client } from 'pg'
import type { Manifest } from './manifest.ts'

/** A table of ours as it stands in a database, generated columns left out: they make themselves. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

/** Signs of life of programs that run, and what the migrations say of themselves: the manifest has the latter. */
const notKept = ['platform.workers', 'platform.migrations', 'graphile_worker.migrations']

/** Every table that a backup holds, the queue of jobs included: mails that wait to leave are in it. */
export async function readTables(owner: Client): Promise<TableShape[]> {
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname in ('public', 'platform', 'graphile_worker')
    order by 1`,
  )
  return rows.filter(({ name }) => !notKept.includes(name))
}

/** How far each numbering has come. One that nobody used yet has no value. */
export async function readSequences(owner: Client): Promise<Manifest['sequences']> {
  const { rows } = await owner.query<{ name: string; value: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences where last_value is not null
      and schemaname in ('public', 'platform', 'graphile_worker')
    order by 1`,
  )
  return rows
}

export async function readMigrated(owner: Client): Promise<Manifest['migrations']> {
  const { rows } = await owner.query<{ name: string; hash: string }>(
    'select name, hash from platform.migrations order by name',
  )
  return rows
}

export interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

export async function readForeignKeys(owner: Client): Promise<ForeignKey[]> {
  const { rows } = await owner.query<ForeignKey>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', 'platform', 'graphile_worker')
    order by 1, 2`,
  )
  return rows
}

/** Tables whose policies hold their owner too. */
export async function readForced(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relforcerowsecurity and n.nspname in ('public', 'platform', 'graphile_worker')
    order by 1`,
  )
  return rows.map(({ name }) => name)
}
