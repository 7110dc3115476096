import { describe, expect, it } from 'vitest'
import { centimes } from '../money/index.ts'
import { amount, code, day, decimal, oneOf, rate, type Scalar, whole, words } from './scalars.ts'

describe('a value as it is typed', () => {
  it.each<[string, Scalar<unknown>, string, unknown]>([
    ['a percentage', rate, '4,88', 488],
    ['a percentage with its sign', rate, '12 %', 1200],
    ['a percentage with a point', rate, '7.5', 750],
    ['a coefficient', decimal, '1,3889', 13_889],
    ['a coefficient under one', decimal, '0,72', 7_200],
    ['a coefficient of one', decimal, '1', 10_000],
    ['a count', whole(0, 366), '45', 45],
    ['a count in thousands', whole(0, 10_000), '1 000', 1_000],
    ['an amount', amount, '18 000,00', centimes(1_800_000)],
    ['an amount with its unit', amount, '6000 DH', centimes(600_000)],
    ['a day', day, '31/12/2027', '2027-12-31'],
    ['words', words, '  Aïd   al-Fitr ', 'Aïd al-Fitr'],
    ['a code', code(/^\d{3}$/), '007', '007'],
    ['a rate from an Arabic keyboard', rate, '٤٫٨٨', 488],
    ['a choice', oneOf(['yes', 'no']), 'yes', 'yes'],
  ])('reads %s', (_, scalar, typed, value) => {
    expect(scalar.parse(typed)).toEqual({ ok: true, value })
  })

  it.each<[string, Scalar<unknown>, string]>([
    ['empty', rate, ' '],
    ['not_a_number', rate, 'douze'],
    ['not_a_number', rate, '1 2'],
    ['too_many_decimals', rate, '4,875'],
    ['out_of_range', rate, '100,01'],
    ['out_of_range', whole(1, 90), '0'],
    ['out_of_range', whole(1, 90), '-3'],
    ['not_whole', whole(0, 90), '4,5'],
    ['too_many_decimals', decimal, '0,72001'],
    ['not_an_amount', amount, '1.234'],
    ['not_a_day', day, '31/02/2027'],
    ['not_a_code', code(/^\d{3}$/), '7'],
    ['too_long', words, 'a'.repeat(121)],
    ['not_a_code', words, 'a\u202eb'],
    ['not_a_choice', oneOf(['yes', 'no']), 'oui'],
  ])('refuses with %s', (mistake, scalar, typed) => {
    expect(scalar.parse(typed)).toEqual({ ok: false, mistake })
  })

  it.each(['-1', '1e309', 'NaN', '1e3', 'Infinity', '0x10', '9007199254740993'])(
    'AT78: takes %j for no number of any kind',
    (typed) => {
      for (const scalar of [rate, decimal, whole(0, 100_000)]) {
        expect(scalar.parse(typed).ok).toBe(false)
      }
    },
  )

  it('AT78: keeps an amount to the centime, or refuses it', () => {
    expect(amount.parse('0.001')).toEqual({ ok: false, mistake: 'not_an_amount' })
    expect(amount.parse('1 000,00')).toEqual({ ok: true, value: centimes(100_000) })
    expect(amount.parse('90 071 992 547 409,93')).toEqual({ ok: false, mistake: 'not_an_amount' })
    expect(amount.parse('999 999 999 999,99')).toEqual({
      ok: true,
      value: centimes(99_999_999_999_999n),
    })
  })
})

describe('a value as a field shows it again', () => {
  it.each<[Scalar<unknown>, unknown, string]>([
    [rate, 488, '4,88'],
    [rate, 1200, '12'],
    [rate, 750, '7,5'],
    [rate, 5, '0,05'],
    [decimal, 13_889, '1,3889'],
    [decimal, 7_200, '0,72'],
    [amount, centimes(1_800_000), '18000,00'],
    [day, '2027-12-31', '31/12/2027'],
  ])('is what may be typed', (scalar, value, typed) => {
    expect(scalar.write(value)).toBe(typed)
    expect(scalar.parse(typed)).toEqual({ ok: true, value })
  })
})

describe('a value as the database keeps it', () => {
  it('is refused as a fault when it is of another type', () => {
    expect(() => rate.load('488')).toThrow('not a rate')
    expect(() => rate.load(10_001)).toThrow('not a rate')
    expect(() => day.load('2027-02-31')).toThrow('not a day')
    expect(() => oneOf(['yes']).load('no')).toThrow('not a choice')
  })
})
