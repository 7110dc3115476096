import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingTime,
  clockAt,
  dueAt,
  localDate,
  localDateAt,
  pauseClock,
  remainingMs,
  resumeClock,
  spentMsAt,
  startClock,
  startOfDay,
  systemClock,
  todayIn,
  wallTimeAt,
  workingMsBetween,
} from './index.ts'

const hour = 3_600_000
const noHolidays = new Set<never>()
/** 30 July (Thursday), the feast of the Throne, in 2026. */
const throneDay = new Set([localDate('2026-07-30')])
const at = (text: string) => new Date(text)

describe('the time of the fund', () => {
  it('is Casablanca time, one hour later than UTC', () => {
    expect(localDateAt(at('2026-07-14T22:59:59Z'))).toBe('2026-07-14')
    expect(localDateAt(at('2026-07-14T23:00:00Z'))).toBe('2026-07-15')
    expect(todayIn(clockAt('2026-09-30T22:59:59Z'))).toBe('2026-09-30')
    expect(todayIn(clockAt('2026-09-30T23:00:00Z'))).toBe('2026-10-01')
  })

  it('goes back to UTC during Ramadan', () => {
    expect(wallTimeAt(at('2026-03-01T23:30:00Z'))).toMatchObject({ date: '2026-03-01', hour: 23 })
    expect(startOfDay(localDate('2026-03-01')).toISOString()).toBe('2026-03-01T00:00:00.000Z')
    expect(startOfDay(localDate('2026-07-01')).toISOString()).toBe('2026-06-30T23:00:00.000Z')
  })

  it('begins at one in the morning on the days of 2008 to 2011 that had no midnight', () => {
    expect(startOfDay(localDate('2009-06-01')).toISOString()).toBe('2009-06-01T00:00:00.000Z')
    expect(wallTimeAt(startOfDay(localDate('2009-06-01')))).toMatchObject({ hour: 1 })
  })

  it('gives every day a beginning, and lets nothing escape between two days', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2000-01-01'), max: at('2040-01-01'), noInvalidDate: true }),
        (instant) => {
          const begins = startOfDay(localDateAt(instant))
          expect(begins.getTime()).toBeLessThanOrEqual(instant.getTime())
          expect(instant.getTime() - begins.getTime()).toBeLessThan(25 * hour)
          expect(localDateAt(begins)).toBe(localDateAt(instant))
          expect(localDateAt(new Date(begins.getTime() - 1))).not.toBe(localDateAt(instant))
        },
      ),
    )
  })

  it('passes', () => {
    const before = Date.now()
    expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before)
  })
})

describe('48 hours of working time', () => {
  it.each([
    ['Monday morning to Wednesday morning', '2026-07-13T09:00:00Z', '2026-07-15T09:00:00.000Z'],
    ['Friday afternoon to Tuesday afternoon', '2026-07-17T15:00:00Z', '2026-07-21T15:00:00.000Z'],
    ['Saturday to the end of Tuesday', '2026-07-18T10:00:00Z', '2026-07-21T23:00:00.000Z'],
    ['over the feast of the Throne', '2026-07-29T09:00:00Z', '2026-08-03T09:00:00.000Z'],
    ['over the end of Ramadan', '2026-03-20T12:00:00Z', '2026-03-24T11:00:00.000Z'],
  ])('%s', (_case, from, due) => {
    expect(addWorkingTime(at(from), 48 * hour, throneDay).toISOString()).toBe(due)
    expect(workingMsBetween(at(from), at(due), throneDay)).toBe(48 * hour)
  })

  it('does not run on a Saturday, a Sunday or a holiday', () => {
    expect(workingMsBetween(at('2026-07-18T00:00Z'), at('2026-07-19T22:00Z'), noHolidays)).toBe(0)
    expect(workingMsBetween(at('2026-07-30T08:00Z'), at('2026-07-30T18:00Z'), throneDay)).toBe(0)
    expect(workingMsBetween(at('2026-07-30T08:00Z'), at('2026-07-30T18:00Z'), noHolidays)).toBe(
      10 * hour,
    )
  })

  it('counts nothing backwards', () => {
    expect(workingMsBetween(at('2026-07-15T09:00Z'), at('2026-07-13T09:00Z'), noHolidays)).toBe(0)
    expect(addWorkingTime(at('2026-07-18T10:00Z'), 0, noHolidays)).toEqual(at('2026-07-18T10:00Z'))
    expect(() => addWorkingTime(at('2026-07-18T10:00Z'), -1, noHolidays)).toThrow(RangeError)
    expect(() => addWorkingTime(at('2026-07-18T10:00Z'), Number.NaN, noHolidays)).toThrow(
      RangeError,
    )
  })

  const anyInstant = fc.date({ min: at('2025-01-01'), max: at('2027-01-01'), noInvalidDate: true })
  const someHours = fc.integer({ min: 0, max: 500 * hour })

  it('adds up over any cut', () => {
    fc.assert(
      fc.property(anyInstant, someHours, someHours, (from, first, second) => {
        const middle = new Date(from.getTime() + first)
        const to = new Date(middle.getTime() + second)
        expect(
          workingMsBetween(from, middle, throneDay) + workingMsBetween(middle, to, throneDay),
        ).toBe(workingMsBetween(from, to, throneDay))
      }),
      { numRuns: 50 },
    )
  })

  it('has gone by exactly when it falls due', () => {
    fc.assert(
      fc.property(anyInstant, someHours, (from, ms) => {
        expect(workingMsBetween(from, addWorkingTime(from, ms, throneDay), throneDay)).toBe(ms)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the clock of a file at the agency', () => {
  const monday = at('2026-07-13T09:00:00Z')
  const started = startClock(monday)

  it('falls due 48 working hours after the complete file', () => {
    expect(dueAt(started, 48 * hour, noHolidays)).toEqual(at('2026-07-15T09:00:00Z'))
    expect(remainingMs(started, 48 * hour, at('2026-07-14T09:00:00Z'), noHolidays)).toBe(24 * hour)
    expect(remainingMs(started, 48 * hour, at('2026-07-16T09:00:00Z'), noHolidays)).toBe(-24 * hour)
  })

  it('stands still while the applicant owes something', () => {
    const paused = pauseClock(started, at('2026-07-14T09:00:00Z'), noHolidays)
    expect(paused).toEqual({ spentMs: 24 * hour, runningSince: null })
    expect(dueAt(paused, 48 * hour, noHolidays)).toBeNull()
    expect(spentMsAt(paused, at('2026-07-24T09:00:00Z'), noHolidays)).toBe(24 * hour)
    const resumed = resumeClock(paused, at('2026-07-20T09:00:00Z'))
    expect(dueAt(resumed, 48 * hour, noHolidays)).toEqual(at('2026-07-21T09:00:00Z'))
  })

  it('is not given time back by an event told twice', () => {
    expect(resumeClock(started, at('2026-07-14T09:00:00Z'))).toEqual(started)
    const paused = pauseClock(started, at('2026-07-14T09:00:00Z'), noHolidays)
    expect(pauseClock(paused, at('2026-07-15T09:00:00Z'), noHolidays)).toEqual(paused)
  })
})
