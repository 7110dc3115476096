import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatQuarterInWords,
  formatShortDate,
  localDate,
  quarterFrom,
} from './index.ts'

describe('dates in words', () => {
  it.each([
    ['2026-07-15', '15 juillet 2026', '15 يوليوز 2026'],
    ['2026-08-01', '1er août 2026', '1 غشت 2026'],
    ['2026-09-09', '9 septembre 2026', '9 شتنبر 2026'],
    ['2026-11-30', '30 novembre 2026', '30 نونبر 2026'],
    ['2026-05-02', '2 mai 2026', '2 ماي 2026'],
  ])('%s', (date, french, arabic) => {
    expect(formatDate(localDate(date))).toBe(french)
    expect(formatDate(localDate(date), 'ar')).toBe(arabic)
  })

  it('says the hour of Casablanca', () => {
    const instant = new Date('2026-07-15T15:05:59Z')
    expect(formatDateTime(instant)).toBe('15 juillet 2026 à 16\u00a0h\u00a005')
    expect(formatDateTime(instant, 'ar')).toBe('15 يوليوز 2026 على الساعة 16:05')
  })

  it('names the quarters', () => {
    expect(formatQuarterInWords(quarterFrom('2024T1'))).toBe('1er trimestre 2024')
    expect(formatQuarterInWords(quarterFrom('2024T3'))).toBe('3e trimestre 2024')
    expect(formatQuarterInWords(quarterFrom('2024T3'), 'ar')).toBe('الفصل الثالث 2024')
  })

  it('has a short form for tables', () => {
    expect(formatShortDate(localDate('2026-07-05'))).toBe('05/07/2026')
  })
})
