import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  dayOfWeek,
  daysBetween,
  endOfMonth,
  localDate,
  localDateFromParts,
  parseLocalDate,
  partsOf,
  yearsBetween,
} from './index.ts'

const anyDay = fc
  .integer({ min: -40_000, max: 60_000 })
  .map((days) => addDays(localDate('1970-01-01'), days))

describe('a day on the calendar', () => {
  it.each([
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2024-12-31', true],
  ])('%s exists', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: true, value: text })
  })

  it.each([
    ['2023-02-29', 'impossible'],
    ['1900-02-29', 'impossible'],
    ['2024-04-31', 'impossible'],
    ['2024-13-01', 'impossible'],
    ['2024-00-10', 'impossible'],
    ['0000-01-01', 'impossible'],
    ['30/09/2024', 'malformed'],
    ['2024-9-30', 'malformed'],
    ['2024-09-30T00:00', 'malformed'],
    ['', 'malformed'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseLocalDate(text)).toEqual({ ok: false, reason })
  })

  it('is a fault when the program itself wrote an impossible one', () => {
    expect(() => localDate('2023-02-29')).toThrow(RangeError)
    expect(localDateFromParts(2024.5, 1, 1)).toBeUndefined()
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError)
  })

  it('moves by days as a real calendar does, leap years included', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        const moved = addDays(day, days)
        expect(daysBetween(day, moved)).toBe(days)
        expect(addDays(moved, -days)).toBe(day)
        expect(Math.sign(compareDates(moved, day))).toBe(Math.sign(days))
        expect(parseLocalDate(moved).ok).toBe(true)
      }),
    )
  })

  it('ends its month on the day before the next month begins', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const end = endOfMonth(day)
        expect(partsOf(addDays(end, 1)).day).toBe(1)
        expect(end.slice(0, 7)).toBe(day.slice(0, 7))
      }),
    )
    expect(endOfMonth(localDate('2024-02-10'))).toBe('2024-02-29')
    expect(endOfMonth(localDate('2100-02-10'))).toBe('2100-02-28')
  })

  it('knows its weekday', () => {
    expect(dayOfWeek(localDate('2024-09-30'))).toBe(1)
    expect(dayOfWeek(localDate('1969-12-28'))).toBe(0)
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOfWeek(day)).toBe(new Date(`${day}T12:00:00Z`).getUTCDay())
      }),
    )
  })

  it('moves by months without leaving a shorter month', () => {
    expect(addMonths(localDate('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(localDate('2024-03-31'), -4)).toBe('2023-11-30')
    expect(addMonths(localDate('2024-12-15'), 1)).toBe('2025-01-15')
  })

  it('counts an age on the birthday itself', () => {
    expect(yearsBetween(localDate('1985-07-15'), localDate('2003-07-14'))).toBe(17)
    expect(yearsBetween(localDate('1985-07-15'), localDate('2003-07-15'))).toBe(18)
    expect(yearsBetween(localDate('2004-02-29'), localDate('2022-02-28'))).toBe(17)
  })
})
