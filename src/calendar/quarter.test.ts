import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareQuarters,
  firstDay,
  formatQuarter,
  lastDay,
  localDate,
  nextQuarter,
  parseQuarter,
  previousQuarter,
  quarterFrom,
  quarterOf,
  quartersBetween,
} from './index.ts'

const anyDay = fc
  .integer({ min: -40_000, max: 60_000 })
  .map((days) => addDays(localDate('1970-01-01'), days))

describe('a quarter', () => {
  it.each([
    ['2024T1', '2024-01-01', '2024-03-31'],
    ['2024T2', '2024-04-01', '2024-06-30'],
    ['2024T3', '2024-07-01', '2024-09-30'],
    ['2024T4', '2024-10-01', '2024-12-31'],
  ])('%s goes from %s to %s', (text, first, last) => {
    expect(firstDay(quarterFrom(text))).toBe(first)
    expect(lastDay(quarterFrom(text))).toBe(last)
  })

  it.each(['2024T5', '2024T0', '2024-T3', '2024t3', '24T3', '0000T1', '', '2024T33'])(
    '«%s» is not one',
    (text) => {
      expect(parseQuarter(text)).toEqual({ ok: false, reason: 'malformed' })
      expect(() => quarterFrom(text)).toThrow(RangeError)
    },
  )

  it('holds every day of the calendar exactly once', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const quarter = quarterOf(day)
        expect(firstDay(quarter) <= day && day <= lastDay(quarter)).toBe(true)
        expect(firstDay(nextQuarter(quarter))).toBe(addDays(lastDay(quarter), 1))
        expect(previousQuarter(nextQuarter(quarter))).toEqual(quarter)
        expect(compareQuarters(quarter, nextQuarter(quarter))).toBeLessThan(0)
        expect(quarterFrom(formatQuarter(quarter))).toEqual(quarter)
      }),
    )
  })

  it('is listed from the first to the last, over the new year', () => {
    const listed = quartersBetween(quarterFrom('2024T3'), quarterFrom('2025T2'))
    expect(listed.map(formatQuarter)).toEqual(['2024T3', '2024T4', '2025T1', '2025T2'])
    expect(quartersBetween(quarterFrom('2024T3'), quarterFrom('2024T3'))).toHaveLength(1)
    expect(quartersBetween(quarterFrom('2024T3'), quarterFrom('2024T2'))).toEqual([])
  })
})
