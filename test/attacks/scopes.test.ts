import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope, Tx } from '../../src/platform/db/database.ts'
import { openSite, type TestSite } from '../support/site.ts'
import { policiesOf } from '../support/row-security.ts'
import { aWholeCompany, usedByAWholeCompany, type WholeCompany } from './whole-company.ts'

let site: TestSite
let mine: WholeCompany
let other: WholeCompany
/** Tables under row-level security. */
let tables: string[]
/** What came with the other company, table by table, as text. */
let theirs: Map<string, ReadonlySet<string>>

beforeAll(async () => {
  site = await openSite()
  tables = await protectedTables()
  mine = await aWholeCompany(site, '002136093000040')
  const before = await everything()
  other = await aWholeCompany(site, '002968168000088')
  const after = await everything()
  theirs = new Map(
    tables.map((table) => [table, without(after.get(table), before.get(table) ?? new Set())]),
  )
})
afterAll(() => site.close())

async function protectedTables(): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity
      and has_table_privilege('guichet_app', oid, 'select') order by 1`,
  )
  return rows.map(({ name }) => name)
}

async function everything(): Promise<Map<string, ReadonlySet<string>>> {
  const all = new Map<string, ReadonlySet<string>>()
  for (const table of tables) {
    const rows = await site.database.ownerQuery<{ row: string }>(
      `select t::text as row from ${table} t`,
    )
    all.set(table, new Set(rows.map(({ row }) => row)))
  }
  return all
}

function without(all: ReadonlySet<string> | undefined, former: ReadonlySet<string>): Set<string> {
  return new Set([...(all ?? [])].filter((row) => !former.has(row)))
}

/** Every scope that a company, a firm, a visitor or nobody can open, with my own keys or with none. */
const scopes: [string, () => Scope][] = [
  ['a visitor', () => ({ as: 'public' })],
  ['an applicant', () => ({ as: 'public', visit: mine.visit, letterId: mine.letterId })],
  [
    'an applicant with a key found nowhere',
    () => ({ as: 'public', visit: randomBytes(32).toString('base64url') }),
  ],
  ['somebody at a door', () => ({ as: 'sign_in' })],
  ['a session', () => ({ as: 'sign_in', cookie: mine.session })],
  ['a mailed link', () => ({ as: 'link', token: mine.token })],
  [
    'a delegate about their account',
    () => ({ as: 'account', accountId: mine.delegate.id, cookie: mine.session }),
  ],
  ['a user about their account', () => ({ as: 'account', accountId: mine.user.id })],
  ['a firm’s person about their account', () => ({ as: 'account', accountId: mine.firmPerson.id })],
  ['a company', () => ({ as: 'employer', employerId: mine.employer.id })],
  [
    'a company that looks for a firm’s person',
    () => ({ as: 'mandating', employerId: mine.employer.id, identityKey: randomBytes(32) }),
  ],
  ['a firm’s person', () => ({ as: 'firm', profileId: mine.firmPerson.id })],
]

/** The doors must find whoever comes; offers find a firm by its ICE. Everything else is closed. */
const openByDesign: Record<string, readonly string[]> = {
  sign_in: ['agents', 'delegates', 'employers', 'mandates', 'profiles'],
  mandating: ['firms'],
}

async function rowsSeen(tx: Tx, table: string): Promise<string[]> {
  const { rows } = await sql<{
    row: string
  }>`select t::text as row from ${sql.table(table)} t`.execute(tx)
  return rows.map(({ row }) => row)
}

const stolenFrom = (table: string, rows: readonly string[]) =>
  rows.filter((row) => theirs.get(table)?.has(row))

/**
 * Tries something in a scope, looks at what is left as the system would, and takes everything back. Nothing is left to
 * look at when the attempt itself is refused.
 */
async function lookAfter(
  scope: Scope,
  attack: (tx: Tx) => Promise<unknown>,
  look: (tx: Tx) => Promise<string[]>,
): Promise<string[] | undefined> {
  let found: string[] | undefined
  const taken = new Error('taken back')
  const tried = site.app.db.transaction(scope, async (tx) => {
    await attack(tx)
    await sql`select set_config('guichet.scope', 'system', true)`.execute(tx)
    found = await look(tx)
    throw taken
  })
  await tried.catch((error: unknown) => {
    if (error !== taken && !isRefusal(error)) throw error
  })
  return found
}

function isRefusal(error: unknown): boolean {
  const refusals = /permission denied|row-level security|never changed or removed/
  return error instanceof Error && refusals.test(error.message)
}

/** Where their rows lie: a row that is changed, even to the same, lies elsewhere afterwards. */
async function placesOf(tx: Tx, table: string): Promise<string[]> {
  const { rows } = await sql<{ at: string; row: string }>`
    select t.ctid::text as at, t::text as row from ${sql.table(table)} t`.execute(tx)
  return rows
    .filter(({ row }) => theirs.get(table)?.has(row))
    .map(({ at }) => at)
    .sort()
}

/** The tables of which this attack, made on every one of them, has touched their rows. */
async function touchedBy(
  scope: Scope,
  attack: (tx: Tx, table: string) => Promise<unknown>,
): Promise<string[]> {
  const touched: string[] = []
  for (const table of tables) {
    const places = (tx: Tx) => placesOf(tx, table)
    const before = await site.app.db.transaction({ as: 'system' }, places)
    const after = await lookAfter(scope, (tx) => attack(tx, table), places)
    if (after && after.join() !== before.join()) touched.push(table)
  }
  return touched
}

async function firstColumnOf(table: string): Promise<string> {
  const [column] = await site.database.ownerQuery<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0
      and not attisdropped and attidentity = '' limit 1`,
    [table],
  )
  return column?.name ?? ''
}

/** One of their rows, written again as it is: refused by the policy before any key is looked at, or else it tells. */
async function addAgain(scope: Scope, table: string): Promise<'refused' | 'heard'> {
  const rows = [...(theirs.get(table) ?? [])]
  const text = rows.find((one) => one.includes(other.employer.id)) ?? rows[0]
  const [found] = await site.database.ownerQuery<{ row: unknown }>(
    `select to_jsonb(t) as row from ${table} t where t::text = $1`,
    [text],
  )
  const row = JSON.stringify(found?.row)
  const added = site.app.db.transaction(scope, (tx) =>
    sql`insert into ${sql.table(table)} overriding system value
      select * from jsonb_populate_record(null::${sql.table(table)}, ${row}::jsonb)`.execute(tx),
  )
  return added.then(
    () => 'heard',
    (error: unknown) => (isRefusal(error) ? 'refused' : 'heard'),
  )
}

describe('what each scope of the database can take from another company', () => {
  it('AT54: is tried on rows that are there', () => {
    const filled = [...theirs].filter(([, rows]) => rows.size > 0).map(([table]) => table)
    expect(filled).toEqual(expect.arrayContaining([...usedByAWholeCompany]))
  })

  it.each(scopes)('AT44, AT54, AT55: %s reads nothing of it', async (_who, open) => {
    const scope = open()
    const stolen = await site.app.db.transaction(scope, async (tx) => {
      const found = []
      for (const table of tables)
        if (stolenFrom(table, await rowsSeen(tx, table)).length > 0) found.push(table)
      return found
    })
    expect(stolen).toEqual(openByDesign[scope.as] ?? [])
  })

  it.each(scopes)('AT54: %s removes nothing of it', async (_who, open) => {
    const touched = await touchedBy(open(), (tx, table) =>
      sql`delete from ${sql.table(table)}`.execute(tx),
    )
    expect(touched).toEqual([])
  })

  it.each(scopes)('AT54: %s changes nothing of it', async (_who, open) => {
    const columns = new Map<string, string>()
    for (const table of tables) columns.set(table, await firstColumnOf(table))
    const touched = await touchedBy(open(), (tx, table) => {
      const column = sql.ref(columns.get(table) ?? '')
      return sql`update ${sql.table(table)} set ${column} = ${column}`.execute(tx)
    })
    expect(touched).toEqual([])
  })

  it.each(scopes)('AT55: %s adds nothing to it', async (_who, open) => {
    const scope = open()
    const heard: string[] = []
    for (const table of tables)
      if (theirs.get(table)?.size && (await addAgain(scope, table)) === 'heard') heard.push(table)
    // Firms are nobody's: an offer makes the one it names.
    expect(heard).toEqual(openByDesign[scope.as]?.filter((table) => table === 'firms') ?? [])
  })

  it('AT54: shows in the list that is compared with the page, when a policy is wider', async () => {
    const before = await policiesOf(site.database.adminUrl)
    await site.database.ownerQuery(
      `create policy forgotten on delegates for select using (current_scope() in ('public', 'employer'))`,
    )
    const now = await policiesOf(site.database.adminUrl)
    await site.database.ownerQuery('drop policy forgotten on delegates')
    expect(now.filter((line) => !before.includes(line))).toEqual([
      'delegates · employer · select · true',
      'delegates · public · select · true',
    ])
  })
})

describe('the keys of another', () => {
  const seen = (scope: Scope, table: string) =>
    site.app.db.transaction(scope, async (tx) => (await rowsSeen(tx, table)).length)

  it('AT46: open exactly what they are for', async () => {
    const applicant: Scope = { as: 'public', visit: mine.visit, letterId: mine.letterId }
    expect(await seen(applicant, 'letters')).toBe(1)
    expect(await seen(applicant, 'subscriptions')).toBe(1)
    expect(await seen(applicant, 'subscription_drafts')).toBe(2)
    // The form that was sent for this letter.
    expect(await seen(applicant, 'files')).toBe(1)
    expect(await seen({ as: 'public', visit: mine.visit }, 'files')).toBe(0)
    expect(await seen({ as: 'link', token: mine.token }, 'links')).toBe(1)
    expect(await seen({ as: 'sign_in', cookie: mine.session }, 'sessions')).toBe(1)
    expect(await seen({ as: 'account', accountId: mine.user.id }, 'profiles')).toBe(1)
    expect(await seen({ as: 'account', accountId: mine.user.id }, 'employers')).toBe(1)
    expect(await seen({ as: 'firm', profileId: mine.firmPerson.id }, 'mandates')).toBe(1)
  })

  it('AT2: a number tells a visitor nothing of the company behind it', async () => {
    for (const table of ['employers', 'delegates', 'subscribed_services', 'mails', 'profiles'])
      expect(await seen({ as: 'public', visit: mine.visit, letterId: mine.letterId }, table)).toBe(
        0,
      )
  })
})
