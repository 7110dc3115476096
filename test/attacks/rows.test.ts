import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../src/audit/verify-audit.ts'
import { withConnection } from '../../src/platform/db/connection.ts'
import { judgeServer } from '../../src/platform/db/check-server.ts'
import { type Database, openDatabase, type Tx } from '../../src/platform/db/database.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../support/factories.ts'
import { openSite, type TestSite } from '../support/site.ts'
import { csrfOf } from './people.ts'

let site: TestSite
let mine: TestEmployer
let other: TestEmployer
let otherUser: TestPerson
/** A single connection, so that each transaction follows the one before on the same one. */
let one: Database
beforeAll(async () => {
  site = await openSite()
  one = openDatabase({ connectionString: site.database.appUrl, max: 1 })
  mine = await anEmployer(site)
  other = await anEmployer(site)
  otherUser = await aProfile(site, other)
  await aDelegate(site, other)
})
afterAll(async () => {
  await one.close()
  await site.close()
})

const asMine = <T>(work: (tx: Tx) => Promise<T>) =>
  one.transaction({ as: 'employer', employerId: mine.id }, work)
const asOther = <T>(work: (tx: Tx) => Promise<T>) =>
  one.transaction({ as: 'employer', employerId: other.id }, work)

/** Tables that name an employer, and how many rows this transaction sees of the other company's. */
async function seenOfOther(tx: Tx): Promise<string[]> {
  const seen: string[] = []
  for (const table of tenantTables) {
    const rows = await tx.named<{ employer_id: string }>(
      `attack.${table}`,
      `select employer_id from ${table} where employer_id = $1 limit 1`,
      [other.id],
    )
    if (rows.length > 0) seen.push(table)
  }
  return seen
}

let tenantTables: string[]
beforeAll(async () => {
  const rows = await site.database.ownerQuery<{ name: string }>(
    `select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attname = 'employer_id'
        and has_table_privilege('guichet_app', pg_class.oid, 'select')`,
  )
  tenantTables = rows.map(({ name }) => name)
})

describe('a connection that has served one company', () => {
  const ends: [string, (tx: Tx) => Promise<unknown>][] = [
    ['an error of the program', () => Promise.reject(new Error('stop'))],
    ['an error of the database', (tx) => tx.named('attack.zero', 'select 1/0', [])],
    [
      'a query that takes too long',
      (tx) =>
        tx
          .named(
            'attack.slow',
            `select set_config('statement_timeout', '20', true), pg_sleep(0)`,
            [],
          )
          .then(() => tx.named('attack.sleep', 'select pg_sleep(3)', [])),
    ],
  ]

  it('AT54: sees rows when it should, so that seeing none means something', async () => {
    const seen = await asOther(seenOfOther)
    expect(seen).toEqual(expect.arrayContaining(['profiles', 'delegates', 'employer_categories']))
  })

  it.each(ends)('AT54: shows nothing of it to the next one after %s', async (_end, fail) => {
    await expect(
      asOther(async (tx) => {
        await seenOfOther(tx)
        await fail(tx)
      }),
    ).rejects.toThrow(/stop|division by zero|statement timeout/)
    expect(await asMine(seenOfOther)).toEqual([])
    expect(await one.transaction({ as: 'public' }, seenOfOther)).toEqual([])
  })

  it('AT54: belongs to a role that owns nothing and cannot go round the policies', async () => {
    const [role] = await site.database.ownerQuery(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'guichet_app'`,
    )
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    })
    const open = await site.database.ownerQuery(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname = any($1) and not (relrowsecurity and relforcerowsecurity)
        and has_table_privilege('guichet_app', oid, 'insert, update, delete')`,
      [tenantTables],
    )
    expect(open).toEqual([])
  })
})

describe('what a company could learn of another through the database', () => {
  it('AT55: nothing by reading, counting or changing, table by table', async () => {
    expect(await asMine(seenOfOther)).toEqual([])
    for (const table of tenantTables) {
      const changed = asMine((tx) =>
        tx.named(
          `attack.set.${table}`,
          `with gone as (update ${table} set employer_id = employer_id where employer_id = $1 returning 1) select 1 from gone`,
          [other.id],
        ),
      )
      await expect(
        changed.catch((error: Error) =>
          /permission denied/.test(error.message) ? [] : [error.message],
        ),
      ).resolves.toEqual([])
    }
  })

  it('AT55: nothing by keys: those that a company chooses are unique within the company, or are random', async () => {
    const keys = await site.database.ownerQuery<{ table: string; columns: string }>(
      `select t.relname as table, string_agg(a.attname, ',' order by a.attname) as columns
        from pg_index i join pg_class t on t.oid = i.indrelid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = any(i.indkey)
        where i.indisunique and t.relname = any($1)
        group by t.relname, i.indexrelid`,
      [tenantTables],
    )
    const chosenByNobody =
      /(^|,)(employer_id|id|letter_id|proof_id|mandate_id|declaration_id|draft_id|bank_account_id|account_id|order_id|claim_id|collection_id|transfer_id|deposit_id|import_id|reconciliation_id|subject_id|end_to_end_id|profile_id|session_id|assertion_id|key_id|secret_hash|sequence|token_hash|chain|reference|receipt_number)(,|$)/
    // The code of an attestation is drawn at random. The login ends with the company's own number, so a clash is always within it; one proven letter per number is
    // examined at a time, and says so to whoever sends a second.
    const known = ['profiles.login', 'letters.employer_number', 'attestations.code']
    const wrong = keys.filter(
      ({ table, columns }) =>
        !known.includes(`${table}.${columns}`) && !chosenByNobody.test(columns),
    )
    expect(wrong).toEqual([])
  })

  it('AT55: the same RIB, the same login, the same person in two companies clash with nobody', async () => {
    const rib = '230780000000000000000039'
    for (const employer of [mine, other])
      await site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
        tx
          .insertInto('bank_accounts')
          .values({
            employer_id: employer.id,
            rib,
            bank_name: 'CIH',
            holder: 'x',
            added_at: site.clock.now(),
          } as never)
          .execute(),
      )
    const shared = { cin: 'BE777777', email: 'partagee@ailleurs.example' }
    const pair = [await aProfile(site, mine, shared), await aProfile(site, other, shared)]
    expect(new Set(pair.map(({ id }) => id)).size).toBe(2)
  })

  it('AT5, AT55: a delegate who creates somebody known elsewhere gets the answer that anybody gets', async () => {
    const boss = await aDelegate(site, mine)
    const answers = []
    for (const person of [
      {
        email: otherUser.email,
        identityNumber: otherUser.cin,
        login: otherUser.login.split('.')[0] ?? '',
      },
      { email: 'inconnue@ailleurs.example', identityNumber: 'BE918273', login: 'inconnue' },
    ]) {
      const visitor = await signedIn(site, boss)
      const page = await visitor.get('/administration/utilisateurs/interne/nouveau')
      const answer = await visitor.raw('/administration/utilisateurs/interne/nouveau', {
        method: 'POST',
        body: new URLSearchParams({
          csrf: csrfOf(page),
          entreprise: mine.id,
          lastName: 'Lahlou',
          firstName: 'Khadija',
          jobTitle: 'Paie',
          language: 'fr',
          identityKind: 'cin',
          firstPassword: 'link',
          questionsWho: 'user',
          mode: 'form',
          categories: '01',
          ...person,
        }),
      })
      const told = decodeURIComponent(answer.headers.getSetCookie().join())
      answers.push({
        status: answer.status,
        location: answer.headers.get('location'),
        told: told.replaceAll(person.login, 'LOGIN').replaceAll(person.email, 'EMAIL'),
        body: answer.body,
      })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.status).toBe(303)
  })

  it('AT55: servers with a known hole in what statistics tell are refused', () => {
    const sound = {
      fsync: 'on',
      synchronousCommit: 'on',
      fullPageWrites: 'on',
      role: 'guichet_app',
      superuser: false,
      bypassesRowSecurity: false,
      makesRoles: false,
      inAppRole: true,
      owner: null,
    }
    for (const version of [150_013, 160_009, 170_005])
      expect(judgeServer({ ...sound, version })).toHaveLength(1)
    for (const version of [150_014, 160_010, 170_006])
      expect(judgeServer({ ...sound, version })).toEqual([])
  })
})

describe('the trail', () => {
  it('AT109: is changed, emptied or forged by no query of the program', async () => {
    const attempts = [
      `update audit_events set action = 'x'`,
      'delete from audit_events',
      'truncate audit_events',
      `update audit_chains set head_hash = ''`,
      'delete from audit_chains',
      `insert into audit_events (employer_id, chain, sequence) values (null, 'fund', 1)`,
      'alter table audit_events disable row level security',
      'drop table audit_events',
      `set session_replication_role = replica`,
      'set role guichet_owner',
    ]
    for (const scope of ['system', 'agency', 'public'] as const)
      for (const [index, sql] of attempts.entries()) {
        const tried = site.app.db.transaction({ as: scope }, (tx) =>
          tx.named(`attack.audit.${index}`, sql, []),
        )
        await expect(tried, sql).rejects.toThrow(/permission denied|must be owner|does not exist/)
      }
  })

  it('AT109: a row altered by an administrator of the database is found by the chain', async () => {
    const verify = () => withConnection(site.database.adminUrl, verifyAudit)
    expect((await verify()).breaks).toEqual([])
    await withConnection(site.database.adminUrl, async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query(
        `update audit_events set actor_name = 'Personne' where (chain, sequence) in
          (select chain, sequence from audit_events where action <> 'refused' limit 1)`,
      )
    })
    expect((await verify()).breaks).toEqual([expect.objectContaining({ what: 'changed' })])
  })
})
