import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import { withConnection } from '../../src/platform/db/connection.ts'

const page = path.join(import.meta.dirname, '../../docs/operations/row-security.md')

/** One line of the page: what some scopes may do to which rows of a table. */
export interface ListedPolicy {
  readonly table: string
  readonly scopes: readonly string[]
  readonly commands: readonly string[]
  readonly rows: string
  readonly leftAs: string
}

function rowsUnder(heading: string): string[][] {
  const section = readFileSync(page, 'utf8')
    .split(/^## /m)
    .find((one) => one.startsWith(heading))
  const lines = (section ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const listOf = (cell: string) =>
  cell
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
const sqlOf = (cell: string) => cell.replaceAll('`', '')

export function listedPolicies(): ListedPolicy[] {
  return rowsUnder('Policies').flatMap(
    ([tables = '', scopes = '', may = '', rows = '', leftAs = '']) =>
      listOf(tables).map((table) => ({
        table,
        scopes: listOf(scopes),
        commands: listOf(may),
        rows: sqlOf(rows) || 'true',
        leftAs: sqlOf(leftAs),
      })),
  )
}

export const listedDoors = () => rowsUnder('Doors').map(([name = '']) => name)
export const listedOpenTables = () => rowsUnder('Tables without').map(([name = '']) => name)

/**
 * Every policy of a database, one line for each table, scope and command, in PostgreSQL's own words. The system, which may
 * do everything, is left out unless it may not.
 */
export async function policiesOf(url: string): Promise<string[]> {
  return withConnection(url, readPolicies)
}

/** The same, of the policies that the page lists: they are made, read, and taken back. */
export async function policiesOnPage(url: string): Promise<string[]> {
  return withConnection(url, async (client) => {
    await client.query('begin')
    await client.query(DROP_ALL)
    for (const policy of listedPolicies()) await make(client, policy)
    const lines = await readPolicies(client)
    await client.query('rollback')
    return lines
  })
}

const DROP_ALL = `do $$ declare one record; begin
  for one in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', one.policyname, one.tablename);
  end loop; end $$`

async function make(client: Client, { table, scopes, commands, rows, leftAs }: ListedPolicy) {
  if (scopes.length === 0) return
  if (scopes[0] === 'everybody') {
    await client.query(`create policy everybody on ${table} for ${commands.join()} using (${rows})`)
    return
  }
  await client.query('call open_to($1::regclass, $2, $3, $4, $5)', [
    table,
    scopes,
    commands,
    rows,
    leftAs || null,
  ])
}

interface PolicyRow {
  table: string
  command: string
  before: string | null
  after: string | null
}

const EVERY_COMMAND = ['SELECT', 'INSERT', 'UPDATE', 'DELETE']

async function readPolicies(client: Client): Promise<string[]> {
  const { rows } = await client.query<PolicyRow>(
    `select tablename as table, cmd as command, qual as before, with_check as after
      from pg_policies where schemaname = 'public'`,
  )
  return rows.flatMap(linesOf).sort()
}

function linesOf({ table, command, before, after }: PolicyRow): string[] {
  const commands = command === 'ALL' ? EVERY_COMMAND : [command]
  return commands.flatMap((one) => {
    const conditions = {
      SELECT: [before],
      DELETE: [before],
      INSERT: [after ?? before],
      UPDATE: [before, after ?? before],
    }[one] ?? [before, after]
    const [first = { scopes: [], rows: '' }, second] = conditions.map((text) =>
      split(askedEachTime(text ?? 'true')),
    )
    return first.scopes
      .filter((scope) => scope !== 'system')
      .map((scope) => {
        const left = second && second.rows !== first.rows ? ` → ${second.rows}` : ''
        return `${table} · ${scope} · ${one.toLowerCase()} · ${first.rows}${left}`
      })
  })
}

/** Asked once a statement (0089), the same is asked. */
function askedEachTime(condition: string): string {
  return condition.replaceAll(/\( SELECT (current_\w+\(\)) AS \w+\)/g, '$1')
}

const ONE = /^\(*\(current_scope\(\) = '(\w+)'::text\)/
const SEVERAL = /^\(*\(current_scope\(\) = ANY \((?:'\{([\w,]+)\}'::text\[\]|ARRAY\[([^\]]+)\])\)\)/

/** A condition without the scopes that it is for; «everybody» when it names none. */
function split(condition: string): { readonly scopes: readonly string[]; readonly rows: string } {
  const [whole, ...names] = SEVERAL.exec(condition) ?? ONE.exec(condition) ?? []
  if (whole === undefined) return { scopes: ['everybody'], rows: condition }
  const scopes = (names.find(Boolean) ?? '').replaceAll(/'|::text|\s/g, '').split(',')
  const rest = condition.slice(whole.length).replace(/^ AND /, '')
  // The parenthesis that opened before the scope closes at the very end.
  const rows = condition.startsWith('((') ? rest.slice(0, -1) : rest
  return { scopes, rows: unwrapped(rows.replaceAll(/\s+/g, ' ')) || 'true' }
}

/** `(a and b)` as `a and b`, which is how PostgreSQL writes what stood beside the scope without parentheses. */
function unwrapped(condition: string): string {
  let depth = 0
  const closes = [...condition].findIndex((sign) => {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    return depth === 0
  })
  return closes === condition.length - 1 ? condition.slice(1, -1) : condition
}

/** Functions of the database that look, or write, past the scope of whoever calls them. */
export const DOORS = `
  select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace
    and (prosecdef or prosrc like '%set_config%')
    and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e') order by 1`

export const OPEN_TABLES = `
  select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and not relrowsecurity and has_any_column_privilege('guichet_app', oid, 'select, insert, update') order by 1`
