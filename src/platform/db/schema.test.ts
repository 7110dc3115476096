import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/support/database.ts'
import {
  DOORS,
  listedDoors,
  listedOpenTables,
  OPEN_TABLES,
  policiesOf,
  policiesOnPage,
} from '../../../test/support/row-security.ts'
import { findProjectRoot } from '../project-root.ts'
import { listSchema } from './catalogue.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await testDatabase()
})

afterAll(() => test.close())

const EMPLOYER_TABLES = `
  select c.relname as name from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'employer_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and has_any_column_privilege('guichet_app', c.oid, 'select, insert, update')`

const names = (rows: { name: string }[]) => rows.map(({ name }) => name)

describe('the schema', () => {
  it('is the one listed in migrations/schema.sql (refresh it with `npm run schema`)', async () => {
    const committed = readFileSync(path.join(findProjectRoot(), 'migrations/schema.sql'), 'utf8')
    const listed = await listSchema(test.ownerUrl)
    const [server] = await test.ownerQuery<{ version: number }>(
      `select current_setting('server_version_num')::integer as version`,
    )
    // PostgreSQL 15 names the table before each column of a view, also where there is only one.
    const plain = (text: string) => text.replace(/\b[a-z_]+\.(?=[a-z_])/g, '')
    const told = (text: string) => ((server?.version ?? 0) < 160_000 ? plain(text) : text)
    expect(told(listed)).toBe(told(committed))
  })

  it('puts every table that names an employer under row-level security', async () => {
    const open = await test.ownerQuery<{ name: string }>(
      `${EMPLOYER_TABLES} and not c.relrowsecurity order by 1`,
    )
    expect(names(open)).toEqual([])
  })

  it('holds even the owner of the tables to it, where the program may write', async () => {
    // The trail is written by a function of its owner alone, which the wall would stop.
    const open = await test.ownerQuery<{ name: string }>(
      `${EMPLOYER_TABLES} and not c.relforcerowsecurity
        and has_any_column_privilege('guichet_app', c.oid, 'insert, update') order by 1`,
    )
    expect(names(open)).toEqual([])
  })

  it('lets views see only what the one who asks may see', async () => {
    const open = await test.ownerQuery<{ name: string }>(`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace
        and relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)`)
    expect(names(open)).toEqual([])
  })

  it('fixes where functions of the owner look for names', async () => {
    const open = await test.ownerQuery<{ name: string }>(`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and not coalesce(array_to_string(proconfig, ',') like 'search_path=%', false)
        and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')`)
    expect(names(open)).toEqual([])
  })

  it('gives the role of the program no table to own and no way past row-level security', async () => {
    const roles = await test.ownerQuery(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*) from pg_class where relowner = r.oid) as owned,
        (select count(*) from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname = 'guichet_app'`,
    )
    expect(roles).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owned: 0n,
        memberships: 0n,
      },
    ])
  })

  it('lets the role of the program neither empty nor change a table', async () => {
    const given = await test.ownerQuery<{ name: string }>(`
      select table_name || ' ' || privilege_type as name from information_schema.role_table_grants
      where grantee in ('guichet_app', 'PUBLIC') and table_schema in ('public', 'platform', 'graphile_worker')
        and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')`)
    expect(names(given)).toEqual([])
  })
})

describe('row-level security', () => {
  it('lets each scope do what docs/operations/row-security.md lists, and no more', async () => {
    expect(await policiesOf(test.adminUrl)).toEqual(await policiesOnPage(test.adminUrl))
  })

  it('is passed by the doors listed there, and no others', async () => {
    expect(names(await test.ownerQuery(DOORS))).toEqual(listedDoors().sort())
  })

  it('is on every table but those listed there', async () => {
    expect(names(await test.ownerQuery(OPEN_TABLES))).toEqual(listedOpenTables().sort())
  })
})
