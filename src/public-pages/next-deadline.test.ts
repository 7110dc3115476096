import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/index.ts'
import { nextDeadline } from './next-deadline.ts'

describe('the next public deadline', () => {
  it.each([
    ['2026-10-01', { year: 2026, quarter: 3 }, '2026-10-30'],
    ['2026-10-30', { year: 2026, quarter: 3 }, '2026-10-30'],
    ['2026-10-31', { year: 2026, quarter: 4 }, '2027-01-30'],
    ['2026-11-24', { year: 2026, quarter: 4 }, '2027-01-30'],
    ['2027-01-15', { year: 2026, quarter: 4 }, '2027-01-30'],
  ])('on %s is that of the right quarter', (today, quarter, dueOn) => {
    expect(nextDeadline(localDate(today), 30)).toEqual({ quarter, dueOn })
  })
})
