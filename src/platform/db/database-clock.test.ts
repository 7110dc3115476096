import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { openDatabaseClock } from './database-clock.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await testDatabase()
})
afterAll(() => test.close())

const day = 86_400_000
const minute = 60_000
const off = (instant: Date) => Math.abs(instant.getTime() - Date.now())

it.each([3 * day, -3 * day])(
  'RE18: a machine that is %d ms off has the database’s time, and is told of it once',
  async (difference) => {
    const told: number[] = []
    const clocks = { steady: () => performance.now(), own: () => Date.now() + difference }
    const clock = await openDatabaseClock(test.db, (ms) => told.push(ms), clocks)
    expect(off(clock.now())).toBeLessThan(minute)
    await clock.measure()
    clock.stop()
    expect(told).toHaveLength(1)
    expect(Math.abs((told[0] ?? 0) - difference)).toBeLessThan(minute)
  },
)

it('RE18: a clock that has run too fast is put right by every measure', async () => {
  let ahead = 0
  const fast = { steady: () => performance.now() + ahead, own: () => Date.now() }
  const clock = await openDatabaseClock(test.db, () => undefined, fast)
  ahead = 10 * minute
  expect(off(clock.now())).toBeGreaterThan(8 * minute)
  await clock.measure()
  expect(off(clock.now())).toBeLessThan(minute)
  clock.stop()
})

it('goes on while the database is away, and by its own clock when it never answered', async () => {
  let steady = 1_000
  const clocks = { steady: () => steady, own: () => Date.now() }
  const away = { ...test.db, transaction: () => Promise.reject(new Error('away')) }
  const never = await openDatabaseClock(away, () => undefined, clocks)
  expect(off(never.now())).toBeLessThan(minute)
  never.stop()
  const clock = await openDatabaseClock(test.db, () => undefined, clocks)
  const first = clock.now().getTime()
  steady += 5_000
  expect(clock.now().getTime()).toBe(first + 5_000)
  clock.stop()
})
