import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declared, paid } from '../../test/support/accounts.ts'
import { anEmployer, type TestEmployer } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { findUnpostedDeclarations } from '../declarations/store/posted-declarations.ts'
import { withConnection } from '../platform/db/connection.ts'
import { checkLedgers, verifyLedgers } from './check-ledgers.ts'

let site: TestSite
let atlas: TestEmployer
let souss: TestEmployer
beforeAll(async () => {
  site = await openSite()
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  souss = await anEmployer(site)
  await declared(site, atlas, { quarter: '2024T3', employee: '6300.05', on: '2024-10-12' })
  await paid(site, atlas, { amount: '10000', on: '2024-11-29' })
  await paid(site, atlas, { amount: '4490.11', on: '2025-01-08' })
  await declared(site, souss, { quarter: '2024T3', employee: '100', on: '2024-10-12' })
})
afterAll(() => site.close())

const verify = () => verifyLedgers(site.app.db, [])

/** What somebody with every right on the database could do: triggers are no obstacle to them. */
async function tamperedWith(sql: string): Promise<unknown> {
  const tables = [
    'ledgers',
    'ledger_dues',
    'ledger_accounts',
    'ledger_entries',
    'ledger_entry_categories',
    'ledger_postings',
  ]
  return withConnection(site.database.adminUrl, async (client) => {
    await client.query('set session_replication_role = replica')
    for (const table of tables)
      await client.query(`create temp table kept_${table} as table ${table}`)
    await client.query(sql)
    const { breaks } = await verify()
    for (const table of tables.toReversed()) await client.query(`delete from ${table}`)
    for (const table of tables) {
      await client.query(`insert into ${table} overriding system value table kept_${table}`)
      await client.query(`drop table kept_${table}`)
    }
    return breaks.map(({ number, what }) => [number, what])
  })
}

describe('accounts that nobody touched', () => {
  it('hold', async () => {
    expect(await verify()).toMatchObject({ ledgers: 2, entries: 5, breaks: [] })
  })

  it('AT109: are changed, emptied or forged by no query of the program', async () => {
    const attempts = [
      'update ledger_entries set details = details',
      'delete from ledger_postings',
      'truncate ledger_entries',
      'update ledger_accounts set balance_centimes = 0',
      'update ledgers set owed_centimes = 0',
      `insert into ledger_postings (employer_id, entry, line, account_id, amount_centimes, balance_after_centimes, account_version)
        values (gen_random_uuid(), 1, 9, 1, 1, 1, 99)`,
      `insert into ledger_dues values (gen_random_uuid(), '01', 2024, 3, now(), 45, 1200, 365)`,
      'alter table ledger_postings disable trigger all',
      'drop view ledger_statement',
    ]
    for (const [index, sql] of attempts.entries()) {
      const tried = site.app.db.transaction({ as: 'system' }, (tx) =>
        tx.named(`attack.ledger.${index}`, sql, []),
      )
      await expect(tried, sql).rejects.toThrow(/permission denied|must be owner/)
    }
  })

  it('AT109: are kept even from their owner', async () => {
    for (const sql of ['update ledger_entries set kind = kind', 'delete from ledger_postings']) {
      await expect(site.database.ownerQuery(sql)).rejects.toThrow('never changed or removed')
    }
  })

  describe('AT44: are written by nobody for another company, even through the function that writes', () => {
    const forged = () =>
      site.app.db.transaction({ as: 'employer', employerId: souss.id }, (tx) =>
        tx.named(
          'attack.ledger.forge',
          `select append_ledger_entry($1, 'payment', 'transfer', 'x', 1, '2024-11-01', now(), null, '{}',
            '[{"account": "bank", "amount": "100"}, {"account": "advances", "amount": "-100"}]')`,
          [atlas.id],
        ),
      )
    const locked = () =>
      site.app.db.transaction({ as: 'public' }, (tx) =>
        tx.named('attack.ledger.lock', 'select lock_ledger($1)', [atlas.id]),
      )

    it('as the portal is installed', async () => {
      await expect(forged()).rejects.toThrow(/row-level security/)
      await expect(locked()).rejects.toThrow(/row-level security/)
    })

    it('and when the owner of the tables is a superuser, whom no policy holds', async () => {
      await withConnection(site.database.adminUrl, async (admin) => {
        const writers = await admin.query<{ writer: string }>(
          `select oid::regprocedure as writer from pg_proc where prosecdef and prosrc like '%ledger%'`,
        )
        expect(writers.rows).toHaveLength(2)
        for (const { writer } of writers.rows)
          await admin.query(`alter function ${writer} owner to current_user`)
      })
      await expect(forged()).rejects.toThrow(/row-level security/)
      await expect(locked()).rejects.toThrow(/row-level security/)
    })
  })

  it('are left unbalanced by nothing, not even the function that writes', async () => {
    const lame = site.app.db.transaction({ as: 'system' }, (tx) =>
      tx.named(
        'attack.ledger.lame',
        `select append_ledger_entry($1, 'payment', 'transfer', 'x', 1, '2024-11-01', now(), null, '{}',
          '[{"account": "bank", "amount": "100"}, {"account": "advances", "amount": "-99"}]')`,
        [atlas.id],
      ),
    )
    await expect(lame).rejects.toThrow('does not balance')
  })
})

describe('AT117: an amount changed by an administrator of the database', () => {
  const own = () => `employer_id = '${atlas.id}'`
  it.each([
    [
      'of a posting',
      () =>
        `update ledger_postings set amount_centimes = amount_centimes + 1 where ${own()} and entry = 2`,
      [[2n, 'changed']],
    ],
    [
      'of a balance after a posting',
      () =>
        `update ledger_postings set balance_after_centimes = 0 where ${own()} and entry = 3 and line = 1`,
      [[3n, 'changed']],
    ],
    [
      'of the facts',
      () =>
        `update ledger_entries set details = jsonb_set(details, '{amount}', '"1"') where ${own()} and number = 2`,
      [[2n, 'changed']],
    ],
    [
      'of an account',
      () => `update ledger_accounts set balance_centimes = 1 where ${own()} and kind = 'bank'`,
      [[null, 'account']],
    ],
    [
      'of what is owed in all',
      () => `update ledgers set owed_centimes = 0 where ${own()}`,
      [[5n, 'cut_short']],
    ],
    [
      'of the rate of a due',
      () => `update ledger_dues set yearly_rate = 100 where ${own()}`,
      [[null, 'terms']],
    ],
    [
      'with its whole last entry removed',
      () => `delete from ledger_entries where ${own()} and number = 4`,
      [
        [4n, 'cut_short'],
        [null, 'account'],
      ],
    ],
    [
      'with an entry in the middle removed',
      () => `delete from ledger_entries where ${own()} and number = 2`,
      [[2n, 'missing']],
    ],
  ])('is found: %s', async (_case, sql, expected) => {
    expect(await tamperedWith(sql())).toEqual(expected)
    expect((await verify()).breaks).toEqual([])
  })

  it('is found even when every hash after it was computed again', async () => {
    const forge = `
      update ledger_postings set amount_centimes = sign(amount_centimes), balance_after_centimes = sign(amount_centimes)
        where ${own()} and entry = 1 and line in (1, 2);
      do $$
      declare entry ledger_entries; last bytea := '\\x';
      begin
        for entry in select * from ledger_entries where employer_id = '${atlas.id}' order by number loop
          last := sha256(last || convert_to(ledger_text(entry, (select string_agg(concat_ws(' ', a.kind, a.category, a.year, a.quarter,
            p.amount_centimes, p.balance_after_centimes, p.account_version), E'\\x1e' order by p.line)
            from ledger_postings p join ledger_accounts a on a.id = p.account_id
            where p.employer_id = entry.employer_id and p.entry = entry.number)), 'UTF8'));
          update ledger_entries set hash = last where employer_id = entry.employer_id and number = entry.number;
        end loop;
        update ledgers set last_hash = last where employer_id = '${atlas.id}';
      end $$`
    expect(await tamperedWith(forge)).toEqual([[1n, 'not_from_its_facts']])
  })

  it('is told the same day: in the log, in the fund’s trail, to the agency', async () => {
    await withConnection(site.database.adminUrl, async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query(
        `update ledger_postings set amount_centimes = 5 where ${own()} and entry = 3`,
      )
    })
    const { breaks } = await checkLedgers(site.app, [])
    await site.runJobs()
    expect(breaks).toHaveLength(1)
    expect(site.logged.join()).toContain('a ledger does not hold')
    const told = await site.database.ownerQuery(
      `select action, details ->> 'what' as what from audit_events where chain = 'fund' and action like 'ledger.%' order by sequence`,
    )
    expect(told).toEqual([
      { action: 'ledger.checked', what: null },
      { action: 'ledger.broken', what: 'changed' },
    ])
    const [mail] = site.mails
    expect(mail?.to).toBe(site.app.config.fund.agencyEmail)
    expect(mail?.text).toContain('Atlas Textile SA')
  })

  it('is found when it is the declaration that was changed', async () => {
    const found = await site.app.db.transaction({ as: 'system' }, findUnpostedDeclarations)
    expect(found.map(({ expected }) => expected)).toContain('01 2024T3 0 0')
  })
})
