import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addWorkingTime,
  formatQuarter,
  formatQuarterInWords,
  localDateAt,
  parseQuarter,
  quarterOf,
  startOfDay,
} from '../../src/calendar/index.ts'
import { listHolidays } from '../../src/parameters/parameters.ts'
import { paths } from '../../src/web/paths.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../support/factories.ts'
import { openSite, type TestSite } from '../support/site.ts'

let site: TestSite
let atlas: TestEmployer
let clerk: TestPerson
beforeAll(async () => {
  site = await openSite()
  atlas = await anEmployer(site, { categories: ['01'] })
  clerk = await aProfile(site, atlas, { categories: ['01'] })
})
afterAll(() => site.close())

/** The last second of a day in Casablanca: an hour before UTC, and with UTC during Ramadan (in spring 2025, at new year 2031). */
const lastSeconds = [
  ['a month', '2026-10-31T22:59:59Z', '2026-10-31', '2026T4', '2026T4'],
  ['a month, as Ramadan begins', '2026-02-28T23:59:59Z', '2026-02-28', '2026T1', '2026T1'],
  ['a quarter', '2026-09-30T22:59:59Z', '2026-09-30', '2026T3', '2026T4'],
  ['a quarter, in Ramadan’s hour', '2025-03-31T23:59:59Z', '2025-03-31', '2025T1', '2025T2'],
  ['a year', '2026-12-31T22:59:59Z', '2026-12-31', '2026T4', '2027T1'],
  ['a year, in Ramadan’s hour', '2030-12-31T23:59:59Z', '2030-12-31', '2030T4', '2031T1'],
] as const

describe('the last second of a period', () => {
  it.each(lastSeconds)(
    'RE19: belongs to it, and the next one to the next (%s, %s)',
    // oxlint-disable-next-line max-params -- one column of the table each
    async (_, instant, day, quarter, next) => {
      const last = new Date(instant)
      const first = new Date(last.getTime() + 1_000)
      expect(localDateAt(last)).toBe(day)
      expect(formatQuarter(quarterOf(localDateAt(last)))).toBe(quarter)
      expect(formatQuarter(quarterOf(localDateAt(first)))).toBe(next)
      expect(startOfDay(localDateAt(first))).toEqual(first)
      const [kept] = await site.database.ownerQuery<{ day: string; next: string }>(
        `select (($1::timestamptz at time zone 'Africa/Casablanca')::date)::text as day,
          (($2::timestamptz at time zone 'Africa/Casablanca')::date)::text as next`,
        [last, first],
      )
      expect(kept).toEqual({ day, next: localDateAt(first) })
    },
  )

  it.each(lastSeconds.filter(([, , , quarter, next]) => quarter !== next))(
    'RE19: a quarter is declared once it has ended, by the second (%s, %s)',
    async (_, instant, _day, text) => {
      const quarter = parseQuarter(text)
      if (!quarter.ok) throw new Error(text)
      const inWords = formatQuarterInWords(quarter.value, 'fr')
      const period = paths.declarations.period({ category: '01', quarter: text })
      site.clock.set(instant)
      const before = await signedIn(site, clerk)
      expect((await before.get(period)).status).toBe(404)
      expect((await before.get(paths.declarations.calendar())).text).not.toContain(inWords)
      site.clock.advance(1_000)
      expect((await before.get(period)).status).toBe(200)
      expect((await before.get(paths.declarations.calendar())).text).toContain(inWords)
    },
  )
})

describe('the 48 hours', () => {
  it.each([
    ['over the hour that Ramadan takes back', '2026-02-13T15:00:00Z'],
    ['over the hour that comes again after it', '2026-03-20T15:00:00Z'],
    ['from the last second of a year', '2026-12-31T22:59:59Z'],
  ])(
    'RE19: fall due at one instant, for the program and for the database (%s)',
    async (_, text) => {
      const since = new Date(text)
      const hours = 48 * 3_600_000
      const holidays = await site.app.db.transaction({ as: 'system' }, listHolidays)
      const [kept] = await site.database.ownerQuery<{ at: Date }>(
        'select working_time_after($1, $2) as at',
        [since, hours],
      )
      expect(kept?.at).toEqual(addWorkingTime(since, hours, holidays))
    },
  )
})
