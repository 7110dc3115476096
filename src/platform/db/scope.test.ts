import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OneConnection, openOneConnection } from '../../../test/support/one-connection.ts'
import { tokenHash } from '../secrets/keyring.ts'
import type { Scope, Tx } from './database.ts'
import { isDatabaseAway } from './errors.ts'

const EMPLOYER = '11111111-1111-4111-8111-111111111111'
const ROW = '22222222-2222-4222-8222-222222222222'
const nothing = { account: '', letter: '', key: '' }

let test: OneConnection['test']
let one: OneConnection['one']
let close: OneConnection['close']

beforeAll(async () => {
  ;({ test, one, close } = await openOneConnection())
})

afterAll(() => close())

interface Seen {
  scope: string | null
  employer: string | null
  account: string | null
  letter: string | null
  key: string | null
  pid: number
}

async function seenBy(tx: Tx): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select current_setting('guichet.scope', true) as scope,
      current_setting('guichet.employer', true) as employer,
      current_setting('guichet.account', true) as account,
      current_setting('guichet.letter', true) as letter,
      current_setting('guichet.key', true) as key, pg_backend_pid() as pid`.execute(tx)
  const seen = rows[0]
  assert(seen)
  return seen
}

describe('the scope of a transaction', () => {
  it('tells row-level security on whose behalf it runs', async () => {
    const seen = await one.transaction({ as: 'employer', employerId: EMPLOYER }, seenBy)
    expect(seen).toMatchObject({ scope: 'employer', employer: EMPLOYER, ...nothing })
    const firm = await one.transaction({ as: 'firm', profileId: EMPLOYER }, seenBy)
    expect(firm).toMatchObject({ scope: 'firm', ...nothing, account: EMPLOYER })
  })

  it('tells it what they hold: a letter, and the hash of the secret that they showed', async () => {
    const seen = await one.transaction({ as: 'public', visit: 'secret', letterId: ROW }, seenBy)
    expect(seen).toMatchObject({
      ...nothing,
      letter: ROW,
      key: tokenHash('secret').toString('hex'),
    })
    const person = await one.transaction(
      { as: 'mandating', employerId: EMPLOYER, identityKey: Buffer.from([1, 255]) },
      seenBy,
    )
    expect(person).toMatchObject({ ...nothing, employer: EMPLOYER, key: '01ff' })
  })

  const cancelled = (pid: number) =>
    expect
      .poll(() =>
        test.ownerQuery(
          `select pg_cancel_backend(pid) as done from pg_stat_activity where pid = $1 and query like '%pg_sleep%'`,
          [pid],
        ),
      )
      .toEqual([{ done: true }])
  const endings: [string, RegExp, (tx: Tx) => Promise<unknown>][] = [
    ['an error of the program', /refused/, () => Promise.reject(new Error('refused'))],
    ['an error of the database', /division by zero/, (tx) => sql`select 1 / 0`.execute(tx)],
    [
      'a statement that takes too long',
      /statement timeout/,
      async (tx) => {
        await sql`set local statement_timeout = 20`.execute(tx)
        await sql`select pg_sleep(5)`.execute(tx)
      },
    ],
    [
      'a cancelled query',
      /user request/,
      async (tx) => {
        const { pid } = await seenBy(tx)
        const sleep = sql`select pg_sleep(30)`.execute(tx)
        await Promise.race([sleep, cancelled(pid)])
        await sleep
      },
    ],
    ['a query that is not SQL', /syntax error/, (tx) => sql`boum`.execute(tx)],
  ]

  it.each(endings)('never survives %s', async (_ending, reason, work) => {
    let during = 0
    const failing = one.transaction({ as: 'employer', employerId: EMPLOYER }, async (tx) => {
      during = (await seenBy(tx)).pid
      await work(tx)
    })
    await expect(failing).rejects.toThrow(reason)
    const next = await one.transaction({ as: 'public' }, seenBy)
    expect(next).toMatchObject({ scope: 'public', employer: '', ...nothing, pid: during })
  })

  it('never survives a connection the server closes: the next transaction has a new one', async () => {
    const broken = one.transaction({ as: 'employer', employerId: EMPLOYER }, async (tx) => {
      const { pid } = await seenBy(tx)
      await test.ownerQuery('select pg_terminate_backend($1)', [pid])
      await sql`select 1`.execute(tx)
    })
    await expect(broken).rejects.toSatisfy(isDatabaseAway)
    expect(await one.transaction({ as: 'public' }, seenBy)).toMatchObject({ employer: '' })
  })

  it('is made of known words and identifiers only', async () => {
    const forged = "x', true); drop schema probe cascade; --"
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the compiler forbids is tried on purpose.
    const attempts = [
      { as: forged },
      { as: 'employer', employerId: forged },
      { as: 'firm', profileId: `${EMPLOYER}'` },
      { as: 'account', accountId: forged },
      { as: 'public', letterId: forged },
    ] as Scope[]
    for (const scope of attempts) {
      await expect(one.transaction(scope, seenBy)).rejects.toThrow(/scope/)
    }
  })
})
