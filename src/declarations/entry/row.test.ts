import { describe, expect, it } from 'vitest'
import { localDate } from '../../calendar/index.ts'
import { centimes } from '../../money/index.ts'
import type { CivilData } from './civil-data.ts'
import { readRow, type Row, writtenAgain } from './row.ts'
import { carriedOver } from './settled.ts'
import { totalsOf } from './totals.ts'

const quarter = { year: 2026, quarter: 3 } as const

const civil: CivilData = {
  memberNumber: '000200001',
  lastName: 'BENNANI',
  firstName: 'SALMA',
  staffNumber: '',
  sex: 'F',
  nationality: 'M',
  joinedOn: localDate('2015-01-01'),
  bornOn: localDate('1985-07-15'),
  maritalStatus: 'M',
  children: 0,
  identityNumber: null,
  cnssNumber: null,
  mobile: null,
  email: null,
}

function row(typed: Partial<Row>): Row {
  return {
    key: '00000000-0000-4000-8000-000000000001',
    kind: 'known',
    civil,
    known: null,
    nameReason: '',
    last: null,
    isCarried: false,
    limit: null,
    salary: '',
    leftOn: '',
    unpaidReason: '',
    ...typed,
  }
}

const read = (typed: Partial<Row>) => readRow(row(typed), quarter)

describe('a row of the sheet', () => {
  it('says nothing as long as nothing is typed', () => {
    expect(read({})).toEqual({ state: 'empty' })
  })

  it.each(['36000,25', '36 000,25', '36.000,25', '36000.25', '36\u202f000,25 DH'])(
    'takes a salary as it is typed or pasted: %s',
    (salary) => {
      expect(read({ salary })).toEqual({ state: 'paid', salary: centimes(3_600_025), leftOn: null })
      expect(writtenAgain(row({ salary })).salary).toBe('36\u202f000,25')
    },
  )

  it.each([
    ['36000,2x', 'salary_not_an_amount'],
    ['-5', 'salary_negative'],
    ['36000,255', 'salary_too_many_decimals'],
    ['100000000', 'salary_too_large'],
  ])('refuses %s, and says why', (salary, mistake) => {
    expect(read({ salary })).toEqual({ state: 'wrong', mistakes: { salary: mistake } })
  })

  it('asks why somebody is not paid, and takes either the salary or the reason', () => {
    expect(read({ salary: '0' })).toEqual({
      state: 'wrong',
      mistakes: { unpaidReason: 'reason_missing' },
    })
    expect(read({ unpaidReason: 'x' })).toMatchObject({
      mistakes: { unpaidReason: 'reason_missing' },
    })
    expect(read({ unpaidReason: 'Congé sans solde' })).toMatchObject({
      state: 'unpaid',
      salary: 0n,
    })
    expect(read({ salary: '5', unpaidReason: 'Congé' })).toMatchObject({
      mistakes: { salary: 'salary_with_reason' },
    })
  })

  it('wants the salary of who left within the quarter, zero included', () => {
    expect(read({ leftOn: '31/08/2026' })).toMatchObject({
      mistakes: { salary: 'salary_missing_leaver' },
    })
    expect(read({ leftOn: '31/08/2026', salary: '0' })).toEqual({
      state: 'left',
      salary: 0n,
      leftOn: '2026-08-31',
    })
  })

  it('takes a forgotten departure without salary only', () => {
    expect(read({ leftOn: '30/04/2026' })).toMatchObject({ state: 'left', salary: 0n })
    expect(read({ leftOn: '30/04/2026', salary: '1000' })).toMatchObject({
      mistakes: { leftOn: 'left_before_quarter' },
    })
  })

  it.each([
    ['31/02/2026', 'left_not_a_day'],
    ['01/10/2026', 'left_after_quarter'],
    ['31/12/2014', 'left_before_joining'],
  ])('refuses the departure %s', (leftOn, mistake) => {
    expect(read({ leftOn, salary: '0' })).toMatchObject({ mistakes: { leftOn: mistake } })
  })

  it('stays to confirm while its salary is only carried over', () => {
    expect(read({ salary: '18000', isCarried: true })).toMatchObject({ state: 'carried' })
  })
})

describe('totals', () => {
  it('round each line half up, then add (the fund’s golden file)', () => {
    const rows = ['36000,25', '24000', '45000,50', 'pas un montant'].map((salary) =>
      row({ salary }),
    )
    expect(totalsOf(rows, quarter, { employeeRate: 600, employerRate: 780, above: null })).toEqual({
      salary: 10_500_075n,
      employee: 630_005n,
      employer: 819_006n,
    })
  })
})

describe('a doubt confirmed before', () => {
  it('follows its member to the line they have now, and goes with who is gone', () => {
    const doubt = (line: number) => ({
      line,
      code: 'salary_variation',
      value: '0',
      confirmed_reason: 'Prime',
      confirmed_by: null,
      confirmed_at: null,
    })
    const moved = carriedOver([doubt(0), doubt(1), doubt(2)], ['a', 'b'], ['x', 'b'])
    expect(moved.map((one) => one.line)).toEqual([0, 2])
  })
})
