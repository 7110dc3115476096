import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/index.ts'
import { applyRate, centimes, decimalString, halfUp } from '../money/index.ts'
import {
  coefficientAt,
  type HeldPoints,
  pensionDate,
  type PensionRules,
  valueOfPoints,
  workOutPension,
} from './pension.ts'
import { deathCapital, survivorPoints } from './survivors.ts'

/** The tables that the press printed before 2017. */
const old: PensionRules = {
  normalAge: 60,
  earliestAge: 50,
  anticipation: [{ age: 55, coefficient: 7200 }],
  deferral: [
    { age: 61, coefficient: 10_500 },
    { age: 63, coefficient: 11_500 },
    { age: 65, coefficient: 12_500 },
  ],
  deferralOption55: [
    { age: 56, coefficient: 10_600 },
    { age: 60, coefficient: 13_900 },
    { age: 65, coefficient: 17_400 },
  ],
  pointValue: 116_400,
  capitalShare: 5000,
  singlePaymentPoints: 200,
}
const bornOn = localDate('1950-05-12')
const held = (points: bigint, since2003 = 0n): HeldPoints[] => [
  { option: 'normal', points, since2003 },
]
const at = (from: string, asCapital = false) => ({ bornOn, from: localDate(from), asCapital })

describe('a pension (worked figures of the domain)', () => {
  it('3 000 points at 10.89 are 32 670.00 DH a year (1999)', () => {
    expect(decimalString(valueOfPoints(300_000n, 108_900))).toBe('32670.00')
  })

  it('111.67 points at 11.64 are 1 299.84 DH a year', () => {
    expect(decimalString(valueOfPoints(11_167n, 116_400))).toBe('1299.84')
  })

  it.each([
    [61, '1364.82'],
    [63, '1494.80'],
    [65, '1624.79'],
    [55, '935.88'],
  ])('1 299.83 DH a year begun at %i is %s (old table)', (age, expected) => {
    const coefficient = coefficientAt('normal', age, old)
    expect(decimalString(applyRate(centimes(129_983), coefficient, halfUp))).toBe(expected)
  })

  it('5 000 points of which 3 000 since 2003: the capital option leaves 3 500', () => {
    const pension = workOutPension(held(500_000n, 300_000n), at('2010-07-01', true), old)
    expect(pension.parts[0]).toMatchObject({ takenAsCapital: 150_000n, kept: 350_000n })
    expect(pension.kept).toBe(350_000n)
  })

  it('the capital is taken before the coefficient of the age', () => {
    const pension = workOutPension(held(500_000n, 300_000n), at('2005-07-01', true), old)
    expect(pension.age).toBe(55)
    expect(decimalString(pension.yearly)).toBe('29332.80')
    expect(decimalString(pension.monthly)).toBe('2444.40')
  })

  it('below 200 points, once the capital is taken, there is one payment and no pension', () => {
    const from = at('2010-07-01')
    expect(workOutPension(held(19_999n), from, old).isSinglePayment).toBe(true)
    expect(workOutPension(held(20_000n), from, old).isSinglePayment).toBe(false)
    const asCapital = workOutPension(held(20_000n, 100n), { ...from, asCapital: true }, old)
    expect(asCapital.isSinglePayment).toBe(true)
  })

  it('each option has its own full age and its own table', () => {
    expect([55, 56, 58, 60, 70].map((age) => coefficientAt('age_55', age, old))).toEqual([
      10_000, 10_600, 10_600, 13_900, 17_400,
    ])
    expect(coefficientAt('normal', 60, old)).toBe(10_000)
    expect(coefficientAt('age_50', 53, old)).toBe(10_000)
  })

  it('nothing begins before the earliest age, nor where no coefficient is known', () => {
    expect(() => workOutPension(held(100_000n), at('1999-07-01'), old)).toThrow(RangeError)
    expect(() => workOutPension(held(100_000n), at('2003-07-01'), old)).toThrow(RangeError)
  })

  it('is the sum of its parts, never negative, and more points never give less', () => {
    const points = fc.bigInt({ min: 0n, max: 10_000_000n })
    fc.assert(
      fc.property(
        points,
        points,
        fc.boolean(),
        fc.integer({ min: 60, max: 75 }),
        (a, b, asCapital, age) => {
          const when = { ...at(`${1950 + age}-07-01`), asCapital }
          const both = workOutPension(
            [
              { option: 'normal', points: a, since2003: a },
              { option: 'age_55', points: b, since2003: 0n },
            ],
            when,
            old,
          )
          const one = workOutPension(held(a, a), when, old)
          expect(both.yearly).toBe(both.parts.reduce((all, part) => all + part.yearly, 0n))
          expect(both.yearly).toBeGreaterThanOrEqual(one.yearly)
          expect(both.kept).toBeGreaterThanOrEqual(0n)
        },
      ),
    )
  })
})

describe('the day a pension begins (rule of 1995)', () => {
  it.each([
    ['1966-05-12', 60, '2026-07-01'],
    ['1966-06-30', 60, '2026-07-01'],
    // Somebody whose day of birth is unknown is born in the middle of the year.
    ['1966-07-01', 60, '2026-10-01'],
    ['1966-11-30', 60, '2027-01-01'],
    ['1968-02-29', 55, '2023-04-01'],
  ])('born on %s, at %i: %s', (born, age, expected) => {
    expect(pensionDate(localDate(born), age)).toBe(expected)
  })
})

describe('survivors', () => {
  it('of 3 000 points a spouse has 1 500, an orphan of both parents 600', () => {
    expect(survivorPoints(300_000n, 5000)).toBe(150_000n)
    expect(survivorPoints(300_000n, 2000)).toBe(60_000n)
  })

  it('the capital of a death is three monthly pensions', () => {
    expect(decimalString(deathCapital(centimes(244_440), 3))).toBe('7333.20')
  })
})
