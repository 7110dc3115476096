import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type OneConnection,
  openOneConnection,
  addCounters,
} from '../../../test/support/one-connection.ts'
import { openDatabase, type Scope, type Tx } from './database.ts'
import { isDatabaseAway, isUniqueViolation } from './errors.ts'

const AGENCY: Scope = { as: 'agency' }

let test: OneConnection['test']
let one: OneConnection['one']
let close: OneConnection['close']

beforeAll(async () => {
  ;({ test, one, close } = await openOneConnection())
  await addCounters(test)
})

afterAll(() => close())

const asks = (tx: Tx) => sql`select 1`.execute(tx)

describe('a transaction', () => {
  const insert = (tx: Tx, id: number) =>
    sql`insert into probe.counters (id, value) values (${id}, 0)`.execute(tx)
  const rows = async (id: number) =>
    (await test.ownerQuery('select value from probe.counters where id = $1', [id])).length

  it('saves everything or nothing', async () => {
    await one.transaction(AGENCY, (tx) => insert(tx, 1))
    const failing = one.transaction(AGENCY, async (tx) => {
      await insert(tx, 2)
      throw new Error('refused afterwards')
    })
    await expect(failing).rejects.toThrow('refused afterwards')
    expect([await rows(1), await rows(2)]).toEqual([1, 0])
  })

  it('says so when an ignored error has made it save nothing', async () => {
    const swallowing = one.transaction(AGENCY, async (tx) => {
      await insert(tx, 3)
      await sql`select 1 / 0`.execute(tx).catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow('Nothing was saved')
    expect(await rows(3)).toBe(0)
  })

  it('answers no query once it has ended', async () => {
    const kept = await one.transaction(AGENCY, async (tx) => {
      await insert(tx, 4)
      return { tx }
    })
    await expect(insert(kept.tx, 5)).rejects.toThrow('has ended')
    await expect(kept.tx.named('probe', 'select 1')).rejects.toThrow('has ended')
    expect(await rows(5)).toBe(0)
  })

  it('waits for queries that run side by side before it commits', async () => {
    await one.transaction(AGENCY, (tx) =>
      Promise.all([insert(tx, 6), insert(tx, 7), insert(tx, 8)]),
    )
    expect([await rows(6), await rows(7), await rows(8)]).toEqual([1, 1, 1])
  })

  it('sends queries side by side, which wait for the server once, and keeps a copy apart from them', async () => {
    await one.transaction(AGENCY, (tx) =>
      Promise.all([
        insert(tx, 30),
        tx.copyFrom('copy probe.counters from stdin', ['31\t0\n', '32\t0\n']),
        insert(tx, 33),
        tx.copyFrom('copy probe.counters from stdin', ['34\t0\n']),
        insert(tx, 35),
        tx.copyFrom('copy probe.counters from stdin', ['39\t0\n']),
      ]),
    )
    const kept = await test.ownerQuery(
      'select id from probe.counters where id between 30 and 35 or id = 39',
    )
    expect(kept).toHaveLength(7)
    const broken = one.transaction(AGENCY, (tx) =>
      Promise.all([
        insert(tx, 36),
        tx.copyFrom('copy probe.counters from stdin', ['37\tnot a number\n']),
        insert(tx, 38),
      ]),
    )
    await expect(broken).rejects.toThrow('invalid input syntax')
    expect([await rows(36), await rows(38), await rows(30)]).toEqual([0, 0, 1])
  })

  it('does afterwards what must wait for the commit, and never after a failure', async () => {
    const done: string[] = []
    await one.transaction(AGENCY, async (tx) => {
      tx.afterCommit(() => done.push('saved'))
      await insert(tx, 9)
      expect(done).toEqual([])
    })
    const failing = one.transaction(AGENCY, async (tx) => {
      tx.afterCommit(() => done.push('never'))
      await insert(tx, 9)
    })
    await expect(failing).rejects.toSatisfy((error) => isUniqueViolation(error, 'counters_pkey'))
    expect(done).toEqual(['saved'])
  })

  it('names the rule of the table that was broken', async () => {
    const over = one.transaction(AGENCY, (tx) =>
      sql`insert into probe.counters values (10, 100)`.execute(tx),
    )
    await expect(over).rejects.toMatchObject({ code: '23514', constraint: 'counted' })
    await expect(over).rejects.not.toSatisfy((error) => isUniqueViolation(error, 'counters_pkey'))
  })

  it('begins again when two of them wait for each other', async () => {
    await one.transaction(AGENCY, (tx) =>
      sql`insert into probe.counters values (20, 0), (21, 0)`.execute(tx),
    )
    let attempts = 0
    let held = 0
    let bothHold: () => void = () => undefined
    const bothHeld = new Promise<void>((resolve) => (bothHold = resolve))
    const add = (first: number, second: number) =>
      test.db.transaction(AGENCY, async (tx) => {
        attempts += 1
        await sql`update probe.counters set value = value + 1 where id = ${first}`.execute(tx)
        held += 1
        if (held >= 2) bothHold()
        await bothHeld
        await sql`update probe.counters set value = value + 1 where id = ${second}`.execute(tx)
      })
    await Promise.all([add(20, 21), add(21, 20)])
    const after = await test.ownerQuery('select value from probe.counters where id in (20, 21)')
    expect(after).toEqual([{ value: 2 }, { value: 2 }])
    // On a busy machine PostgreSQL may end both of them; then both begin again.
    expect(attempts).toBeGreaterThan(2)
  })

  it('stops after three attempts', async () => {
    let attempts = 0
    const never = one.transaction(AGENCY, async (tx) => {
      attempts += 1
      await sql`do $$ begin raise exception using errcode = '40001'; end $$`.execute(tx)
    })
    await expect(never).rejects.toMatchObject({ code: '40001' })
    expect(attempts).toBe(3)
  })
})

describe('what comes back', () => {
  it('amounts as bigint, days as text, instants as Date, affected rows counted', async () => {
    const { rows } = await one.transaction(AGENCY, (tx) =>
      sql`select 9007199254740993::int8 as amount, '2026-03-31'::date as day,
        '2026-03-31T10:00:00Z'::timestamptz as instant, array[1, null]::int8[] as amounts,
        array['2026-03-31'::date] as days`.execute(tx),
    )
    expect(rows[0]).toEqual({
      amount: 9_007_199_254_740_993n,
      day: '2026-03-31',
      instant: new Date('2026-03-31T10:00:00Z'),
      amounts: [1n, null],
      days: ['2026-03-31'],
    })
  })

  it('a statement prepared under a name, with its values', async () => {
    const add = 'select $1::int + $2::int as sum'
    const sums = await one.transaction(AGENCY, async (tx) => [
      await tx.named<{ sum: number }>('probe.add', add, [1, 2]),
      await tx.named<{ sum: number }>('probe.add', add, [3, 4]),
    ])
    expect(sums.flat()).toEqual([{ sum: 3 }, { sum: 7 }])
  })
})

describe('a database that is away', () => {
  it('is recognised, and told from a mistake in a query', async () => {
    const nobody = openDatabase({ host: '/tmp/guichet-nobody-here', user: 'x', database: 'x' })
    await expect(nobody.transaction(AGENCY, asks)).rejects.toSatisfy(isDatabaseAway)
    await nobody.close()
    await expect(one.transaction(AGENCY, (tx) => sql`boum`.execute(tx))).rejects.not.toSatisfy(
      isDatabaseAway,
    )
  })

  it('is also one whose connections are all taken for too long', async () => {
    const busy = openDatabase({
      connectionString: test.appUrl,
      max: 1,
      connectionTimeoutMillis: 2_000,
    })
    let letGo: () => void = () => undefined
    const taken = new Promise<void>((resolve) => (letGo = resolve))
    const long = busy.transaction(AGENCY, () => taken)
    await expect(busy.transaction(AGENCY, asks)).rejects.toSatisfy(isDatabaseAway)
    letGo()
    await long
    await busy.close()
  })

  it('RE15: is said at once to whoever comes after many who wait, and everybody before them is answered', async () => {
    const busy = openDatabase({
      connectionString: test.appUrl,
      max: 1,
      connectionTimeoutMillis: 60_000,
    })
    let letGo: () => void = () => undefined
    const taken = new Promise<void>((resolve) => (letGo = resolve))
    const long = busy.transaction(AGENCY, () => taken)
    const waiting = Array.from({ length: 200 }, () => busy.transaction(AGENCY, asks))
    await expect(busy.transaction(AGENCY, asks)).rejects.toSatisfy(isDatabaseAway)
    letGo()
    expect(await Promise.all(waiting)).toHaveLength(200)
    await long
    await busy.transaction(AGENCY, asks)
    await busy.close()
  })
})
