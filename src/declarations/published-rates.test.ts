import { describe, expect, it } from 'vitest'
import { localDate, quarterFrom } from '../calendar/index.ts'
import { type PublishedRates, termsOn } from './published-rates.ts'
import type { CategoryTerms } from './store/declarations.ts'

const published: PublishedRates = {
  al_kamil: [
    { validFrom: localDate('1990-01-01'), value: [{ employee: 600, employer: 780 }] },
    { validFrom: localDate('2026-10-15'), value: [{ employee: 600, employer: 800 }] },
  ],
}
const terms: CategoryTerms = {
  category: '01',
  label: 'Cadres',
  product: 'al_kamil',
  employeeRate: 600,
  employerRate: 780,
  activeFrom: localDate('2024-07-01'),
  activeUntil: null,
}
const employerRate = (quarter: string, own: Partial<CategoryTerms> = {}) =>
  termsOn({ ...terms, ...own }, published, quarterFrom(quarter)).employerRate

describe('the rate of a quarter', () => {
  it('is the one in force on its first day', () => {
    expect(employerRate('2026T3')).toBe(780)
    expect(employerRate('2026T4')).toBe(780)
    expect(employerRate('2027T1')).toBe(800)
  })

  it('is the category’s own when the table does not print it', () => {
    expect(employerRate('2027T1', { employeeRate: 1100, employerRate: 1430 })).toBe(1430)
    expect(employerRate('2027T1', { product: 'tcnss' })).toBe(780)
  })
})
