import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../calendar/index.ts'
import { centimes } from '../money/index.ts'
import { graceEndsOn, interestOf, lateFractions, totalInterest } from './late-interest.ts'

const terms = { dueOn: localDate('2024-09-30'), graceDays: 45, yearlyRate: 1200, yearDays: 365 }
const paidOnDay = (day: number) => addDays(terms.dueOn, day)

describe('late interest (RGR, article 7)', () => {
  it.each([
    ['the fund’s formula', 60, 197_260n],
    ['within the grace', 45, 0n],
    ['on the first day out of it, all 46 days count', 46, 151_233n],
    ['ninety days', 90, 295_890n],
    ['one year', 365, 1_200_000n],
    ['before the échéance', -3, 0n],
  ])('100 000,00 DH, %s: day %d', (_case, day, interest) => {
    expect(interestOf(centimes(10_000_000), paidOnDay(day), terms)).toBe(interest)
  })

  it('counts each fraction by its own day: 60 000 on day 60 and 40 000 on day 100', () => {
    const fractions = lateFractions(
      [
        { amount: centimes(6_000_000), paidOn: paidOnDay(60) },
        { amount: centimes(4_000_000), paidOn: paidOnDay(100) },
      ],
      terms,
    )
    expect(fractions.map(({ interest }) => interest)).toEqual([118_356n, 131_507n])
    expect(totalInterest(fractions)).toBe(249_863n)
  })

  it('leaves out a fraction paid within the grace, even when the rest comes late', () => {
    const fractions = lateFractions(
      [
        { amount: centimes(6_000_000), paidOn: paidOnDay(30) },
        { amount: centimes(4_000_000), paidOn: paidOnDay(100) },
      ],
      terms,
    )
    expect(totalInterest(fractions)).toBe(131_507n)
  })

  it('rounds half a centime up', () => {
    // 0.73 DH at 5 % over 50 days: 73 × 500 × 50 / 3 650 000 is half a centime exactly.
    expect(interestOf(centimes(73), paidOnDay(50), { ...terms, yearlyRate: 500 })).toBe(1n)
    expect(interestOf(centimes(72), paidOnDay(50), { ...terms, yearlyRate: 500 })).toBe(0n)
  })

  it('ends its grace on the 45th day', () => {
    expect(graceEndsOn(terms)).toBe('2024-11-14')
  })
})
