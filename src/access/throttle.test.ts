import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { doubling, throttle, type TryLimit } from './throttle.ts'
import { forgiveTries, isBlocked, restartCount } from './store/throttles.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const start = new Date('2026-11-23T09:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const account: TryLimit = { free: 3, windowMs: null, delayMs: doubling(60_000), hardStop: 6 }

const attempt = (key: string, limit: TryLimit, at: Date) =>
  database.db.transaction({ as: 'sign_in' }, (tx) => throttle(tx, key, limit, at))

describe('tries on a key', () => {
  it('are free at first, then wait twice as long each time', async () => {
    for (const _ of [1, 2, 3]) expect((await attempt('a', account, start)).allowed).toBe(true)
    expect((await attempt('a', account, after(0.5))).allowed).toBe(false)
    expect(await attempt('a', account, after(1))).toEqual({ allowed: true, count: 4 })
    expect((await attempt('a', account, after(2.9))).allowed).toBe(false)
    expect((await attempt('a', account, after(3))).count).toBe(5)
  })

  it('stop altogether at the hard stop, however long one waits', async () => {
    for (let n = 1; n <= 6; n += 1) await attempt('b', account, after(n * 100))
    expect((await attempt('b', account, after(86_400 * 365))).allowed).toBe(false)
    await database.db.transaction({ as: 'sign_in' }, (tx) => restartCount(tx, 'b'))
    expect((await attempt('b', account, after(86_400))).allowed).toBe(true)
  })

  it('start again after the window, when the limit has one', async () => {
    const hourly: TryLimit = { free: 2, windowMs: 3_600_000, delayMs: () => 3_600_000 }
    await attempt('c', hourly, start)
    await attempt('c', hourly, start)
    expect((await attempt('c', hourly, after(60))).allowed).toBe(false)
    expect(await attempt('c', hourly, after(3600))).toEqual({ allowed: true, count: 1 })
  })

  it('are forgiven when it ended well', async () => {
    for (const _ of [1, 2, 3]) await attempt('d', account, start)
    await database.db.transaction({ as: 'sign_in' }, async (tx) => {
      expect(await isBlocked(tx, ['d', 'unknown'], start)).toBe(true)
      await forgiveTries(tx, ['d'])
      expect(await isBlocked(tx, ['d'], start)).toBe(false)
    })
  })

  it('made at the same time are counted like tries in a row', async () => {
    const turns = await Promise.all(Array.from({ length: 20 }, () => attempt('e', account, start)))
    expect(turns.filter(({ allowed }) => allowed)).toHaveLength(3)
  })
})
