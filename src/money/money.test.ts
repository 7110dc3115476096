import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  allocate,
  applyRate,
  centimes,
  compareDirhams,
  decimalString,
  formatDirhams,
  formatDirhamsBare,
  halfUp,
  largestDirhams,
  negate,
  parseDirhams,
  subtract,
  sum,
} from './index.ts'

const anyAmount = fc.bigInt({ min: -largestDirhams, max: largestDirhams }).map(centimes)
const typedAmount = fc.bigInt({ min: 0n, max: largestDirhams }).map(centimes)

describe('an amount as a payroll clerk types it', () => {
  it.each([
    ['1 234,56', 123456n],
    ['1\u202f234,56', 123456n],
    ['1\u00a0234,56', 123456n],
    ['1.234,56', 123456n],
    ['1,234.56', 123456n],
    ['1,234,567', 123456700n],
    ['1234.56', 123456n],
    ['1234,5', 123450n],
    ['  1234  ', 123400n],
    ['1.234.567', 123456700n],
    ['14\u202f490,11\u00a0DH', 1449011n],
    ['14 490,11 درهم', 1449011n],
    ['0', 0n],
    ['007,00', 700n],
    ['999 999 999 999,99', 99_999_999_999_999n],
  ])('«%s» is read', (text, expected) => {
    expect(parseDirhams(text)).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['-1', 'negative'],
    ['\u22121 234,00', 'negative'],
    ['1.234', 'too_many_decimals'],
    ['12,345', 'too_many_decimals'],
    ['1e3', 'not_an_amount'],
    ['NaN', 'not_an_amount'],
    ['Infinity', 'not_an_amount'],
    ['0x10', 'not_an_amount'],
    ['12 34', 'not_an_amount'],
    ['1,23.45', 'not_an_amount'],
    ['1,234.567', 'not_an_amount'],
    ['1.234,56.78', 'not_an_amount'],
    ['12,', 'not_an_amount'],
    [',50', 'not_an_amount'],
    ['1 2 3', 'not_an_amount'],
    ['٣٦٠٠', 'other_digits'],
    ['1000000000000', 'too_large'],
  ])('«%s» is refused: %s', (text, reason) => {
    expect(parseDirhams(text)).toEqual({ ok: false, reason })
  })

  it('reads back whatever it displays, in both languages and for machines', () => {
    fc.assert(
      fc.property(typedAmount, (amount) => {
        for (const text of [
          formatDirhams(amount),
          formatDirhams(amount, 'ar'),
          decimalString(amount),
        ]) {
          expect(parseDirhams(text)).toEqual({ ok: true, value: amount })
        }
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof parseDirhams(text).ok).toBe('boolean')
      }),
    )
  })
})

describe('an amount on a screen and in a file', () => {
  it.each([
    [1449011n, '14\u202f490,11\u00a0DH', '14490.11'],
    [5n, '0,05\u00a0DH', '0.05'],
    [0n, '0,00\u00a0DH', '0.00'],
    [100000000n, '1\u202f000\u202f000,00\u00a0DH', '1000000.00'],
    [-123456n, '\u22121\u202f234,56\u00a0DH', '-1234.56'],
  ])('%s centimes', (count, displayed, decimal) => {
    expect(formatDirhams(centimes(count))).toBe(displayed)
    expect(decimalString(centimes(count))).toBe(decimal)
  })

  it('keeps Western digits in Arabic and changes the unit', () => {
    expect(formatDirhams(centimes(1449011), 'ar')).toBe('14\u202f490,11\u00a0درهم')
    expect(formatDirhamsBare(centimes(1449011))).toBe('14\u202f490,11')
  })
})

describe('a rate applied to a salary', () => {
  it.each([
    ['36 000,25 at 6 %', 3600025n, 600, 216002n],
    ['36 000,25 at 7,80 %', 3600025n, 780, 280802n],
    ['45 000,50 at 6 %', 4500050n, 600, 270003n],
    [
      '33 333,33 at 4,88 %: the published rate, not 1,3 times the employee part',
      3333333n,
      488,
      162667n,
    ],
    ['half a centime goes up', 50n, 100, 1n],
    ['half a centime of a reversal goes down', -50n, 100, -1n],
  ])('%s', (_case, base, rate, expected) => {
    expect(applyRate(centimes(base), rate, halfUp)).toBe(expected)
  })

  it('is never further than half a centime from the exact product', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 2000 }), (base, rate) => {
        const error = applyRate(base, rate, halfUp) * 10_000n - base * BigInt(rate)
        expect(error <= 5_000n && error >= -5_000n).toBe(true)
      }),
    )
  })

  it('refuses a rate that is not a whole number of basis points', () => {
    expect(() => applyRate(centimes(1), 3.75, halfUp)).toThrow(RangeError)
  })
})

describe('an amount split in parts', () => {
  it('gives the left-over centime to the largest share', () => {
    expect(allocate(centimes(100), [1, 1, 1])).toEqual([34n, 33n, 33n])
    expect(allocate(centimes(101), [1, 2])).toEqual([33n, 68n])
    expect(allocate(centimes(-100), [1, 1, 1])).toEqual([-34n, -33n, -33n])
    expect(allocate(centimes(5), [0, 1])).toEqual([0n, 5n])
  })

  it('always adds up to the whole, each part within one centime of its due', () => {
    const someWeights = fc
      .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 20 })
      .filter((weights) => weights.some((weight) => weight > 0n))
    fc.assert(
      fc.property(anyAmount, someWeights, (total, weights) => {
        const parts = allocate(total, weights)
        const whole = weights.reduce((all, weight) => all + weight, 0n)
        expect(sum(parts)).toBe(total)
        for (const [index, part] of parts.entries()) {
          const error = part * whole - total * (weights[index] ?? 0n)
          expect(error <= whole && error >= -whole).toBe(true)
        }
      }),
    )
  })

  it('refuses weights that share nothing', () => {
    expect(() => allocate(centimes(1), [0, 0])).toThrow(RangeError)
    expect(() => allocate(centimes(1), [])).toThrow(RangeError)
    expect(() => allocate(centimes(1), [1, -1])).toThrow(RangeError)
    expect(() => allocate(centimes(1), [0.5])).toThrow(RangeError)
  })
})

describe('amounts together', () => {
  it('adds, subtracts and compares without loss', () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, (one, other) => {
        expect(subtract(add(one, other), other)).toBe(one)
        expect(Math.sign(compareDirhams(one, other))).toBe(
          -Math.sign(compareDirhams(other, one)) + 0,
        )
        expect(add(one, negate(one))).toBe(0n)
      }),
    )
  })

  it('refuses a fraction of a centime', () => {
    expect(() => centimes(0.5)).toThrow(RangeError)
    expect(() => centimes(Number.NaN)).toThrow(RangeError)
    expect(() => centimes(2 ** 60)).toThrow(RangeError)
  })
})
