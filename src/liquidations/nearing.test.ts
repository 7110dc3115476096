import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, localDate } from '../calendar/index.ts'
import { optionOf } from './age-option.ts'
import { departuresOf } from './departure.ts'
import { bornBy, milestoneOf, nearnessOf } from './nearing.ts'
import { pensionDate, type PensionRules } from './pension.ts'

const today = localDate('2026-11-25')

describe('who nears retirement', () => {
  it('is asked of the births of a category: exactly those whose pension begins by the day', () => {
    const days = fc
      .integer({ min: 0, max: 20_000 })
      .map((day) => addDays(localDate('1940-01-01'), day))
    fc.assert(
      fc.property(days, days, fc.constantFrom(50, 55, 60), (born, offset, age) => {
        const day = addMonths(offset, 12 * age)
        expect(born <= bornBy(day, age)).toBe(pensionDate(born, age) <= day)
      }),
    )
  })

  it.each([
    ['2026-10-01', 'past', undefined],
    ['2027-01-01', 'months_4', 4],
    ['2027-04-01', 'months_6', 6],
    ['2027-10-01', 'months_12', 12],
    ['2028-01-01', 'months_24', undefined],
    ['2040-01-01', 'later', undefined],
  ])('a pension of %s is %s, told at %s months', (day, nearness, milestone) => {
    expect(nearnessOf(localDate(day), today)).toBe(nearness)
    expect(milestoneOf(localDate(day), today)).toBe(milestone)
  })

  it('knows the option of a category by its number and product', () => {
    const ranges = [
      { product: 'al_kamil', option: 'age_55', tranche: 'whole', from: '35', until: '39' },
    ] as const
    expect(optionOf({ category: '37', product: 'al_kamil' }, ranges)).toBe('age_55')
    expect(optionOf({ category: '37', product: 'al_mounassib' }, ranges)).toBe('normal')
  })
})

describe('the quarters in which a pension may begin', () => {
  const rules: PensionRules = {
    normalAge: 60,
    earliestAge: 50,
    anticipation: [{ age: 55, coefficient: 7200 }],
    deferral: [],
    deferralOption55: [],
    pointValue: 116_400,
    capitalShare: 0,
    singlePaymentPoints: 0,
  }
  const of = (born: string) => departuresOf(localDate(born), ['normal'], today, () => rules)

  it('begin at an age whose coefficient is published, after today, and end at 70', () => {
    const young = of('1990-05-12')
    expect(young[0]).toMatchObject({ from: '2045-07-01', age: 55, kind: 'early' })
    expect(young.at(-1)).toMatchObject({ from: '2060-07-01', age: 70, kind: 'deferred' })
    expect(of('1966-05-12')[0]).toMatchObject({ from: '2027-01-01', age: 60, kind: 'full' })
  })

  it('are those of the coming year for who is past 70', () => {
    expect(of('1950-01-01').map(({ from }) => from)).toEqual([
      '2027-01-01',
      '2027-04-01',
      '2027-07-01',
      '2027-10-01',
      '2028-01-01',
    ])
  })

  it('count a birthday on the very day to the next quarter', () => {
    const [first] = of('1967-01-01').filter(({ age }) => age === 60)
    expect(first?.from).toBe('2027-04-01')
  })
})
