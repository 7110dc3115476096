import { describe, expect, it } from 'vitest'
import { quarterFrom } from '../../calendar/index.ts'
import { centimes } from '../../money/index.ts'
import { exampleFile, exampleLine } from './example-line.ts'
import type { FieldName } from './fields.ts'
import { type CheckContext, checkDeclaration, type Finding } from './index.ts'

type Changes = Partial<Record<FieldName, string>>

function check(changes: readonly Changes[], context?: CheckContext) {
  return checkDeclaration(exampleFile(...changes.map(exampleLine)), context)
}

function codes(changes: readonly Changes[], context?: CheckContext): string[] {
  return check(changes, context).findings.map((found: Finding) => `${found.line} ${found.code}`)
}

const other: Changes = {
  memberNumber: '000123457',
  identityNumber: 'K987654',
  cnssNumber: '187654325 ',
}
const alKamil = { category: '01', employeeRate: 600, employerRate: 780, product: 'al_kamil' }

describe('one line on its own', () => {
  it.each<[string, Changes, string]>([
    ['a code that is neither 2 nor 7', { recordCode: '3' }, 'record_code_unknown'],
    ['a rate that no product offers', { employeeRate: '0610' }, 'rate_not_published'],
    ['no last name', { lastName: '' }, 'name_missing'],
    ['no first name', { firstName: '' }, 'name_missing'],
    ['a name of zeros', { firstName: '0'.repeat(25) }, 'name_missing'],
    ['a character outside the alphabet', { lastName: 'EL@AMRANI' }, 'character_not_allowed'],
    ['an unknown sex', { sex: '1' }, 'sex_unknown'],
    ['an unknown nationality', { nationality: 'F' }, 'nationality_unknown'],
    ['no birth date', { bornOn: '00000000' }, 'date_missing'],
    ['no affiliation date', { joinedOn: '' }, 'date_missing'],
    ['a day that does not exist', { joinedOn: '30022010' }, 'date_impossible'],
    ['letters in a date', { joinedOn: '01MARS10' }, 'not_digits'],
    ['an affiliation before birth', { joinedOn: '15071985' }, 'joined_before_birth'],
    ['an affiliation after the quarter', { joinedOn: '01102024' }, 'joined_after_quarter'],
    ['an exit date of someone present', { leftOn: '31082024' }, 'exit_date_without_leaving'],
    ['a leaver without exit date', { recordCode: '7' }, 'exit_date_missing'],
    ['an exit after the quarter', { recordCode: '7', leftOn: '01102024' }, 'exit_after_quarter'],
    [
      'an exit before the affiliation',
      { recordCode: '7', leftOn: '28022010' },
      'exit_before_joining',
    ],
    ['a fifth quarter', { quarter: '5' }, 'quarter_not_a_quarter'],
    ['a year of long ago', { year: '0024' }, 'quarter_not_a_quarter'],
    [
      'a new Moroccan member without CNIE',
      { memberNumber: '000000000', identityNumber: '' },
      'identity_required',
    ],
  ])('is refused for %s', (_why, changes, code) => {
    const result = check([changes])
    expect(result.findings.map((found) => found.code)).toEqual([code])
    expect(result.findings[0]?.severity).toBe('blocking')
    expect(result).toMatchObject({ lines: 1, accepted: 0, declaredLines: [], totals: [] })
  })

  it.each<[string, Changes, string]>([
    ['an affiliation under 18', { joinedOn: '14072003' }, 'joined_under_18'],
    ['a salary of zero', { salary: '0000000000' }, 'salary_zero'],
    ['a letter for the marital status', { maritalStatus: 'X' }, 'marital_status_unknown'],
    ['no number of children', { children: ' ' }, 'children_unknown'],
    ['a digit in a name', { lastName: 'EL AMRANI 2' }, 'name_has_digits'],
    ['a CNIE of four digits', { identityNumber: 'BE1234' }, 'identity_unusual'],
    ['a CNSS number of another form', { cnssNumber: '223456785' }, 'cnss_malformed'],
    ['a CNSS number whose key is wrong', { cnssNumber: '123456786' }, 'cnss_check_digit'],
    [
      'a new foreign member without document',
      { memberNumber: '000000000', nationality: 'A', identityNumber: '' },
      'new_member_without_identity',
    ],
  ])('is asked about for %s', (_why, changes, code) => {
    const result = check([changes])
    expect(result.findings).toMatchObject([{ code, severity: 'to_confirm' }])
    expect(result.accepted).toBe(1)
  })

  it.each<[string, Changes]>([
    ['a birthday of 18 on the day of affiliation', { joinedOn: '15072003' }],
    ['a leaver without salary', { recordCode: '7', leftOn: '31082024', salary: '0000000000' }],
    ['an exit on the last day of the quarter', { recordCode: '7', leftOn: '30092024' }],
    ['an exit before the quarter, paid in arrears', { recordCode: '7', leftOn: '30062024' }],
    ['a fixed line as phone', { mobile: '00212522123456' }],
    ['a foreign phone', { mobile: '0033612345678 ' }],
    ['no phone and no e-mail', { mobile: '0'.repeat(14), email: '' }],
    ['a foreign member with a passport', { nationality: 'A', identityNumber: '19AX45821' }],
    ['a published CNIE of one letter and six digits', { identityNumber: 'K987654' }],
  ])('is taken without a word for %s', (_why, changes) => {
    expect(check([changes]).findings).toEqual([])
  })

  it('tells all that is wrong at once, in the order of the columns', () => {
    const { findings } = check([{ sex: 'X', salary: '', category: '0A', bornOn: '31022000' }])
    expect(findings.map(({ column, code }) => [column, code])).toEqual([
      [9, 'not_digits'],
      [79, 'sex_unknown'],
      [89, 'date_impossible'],
      [99, 'salary_missing'],
    ])
  })

  it('points at the very character', () => {
    expect(check([{ salary: '00O3600025' }]).findings).toMatchObject([
      { column: 101, params: { letter: 'O', digit: '0' } },
    ])
    expect(check([{ lastName: 'EL\tAMRANI' }]).findings).toMatchObject([
      { column: 25, params: { character: 'U+0009' } },
    ])
  })
})

describe('the employer’s own terms', () => {
  it('the number is the one of the employer in hand', () => {
    expect(check([{}], { employerNumber: '005839' }).findings).toEqual([])
    expect(check([{}], { employerNumber: '004711' }).findings).toMatchObject([
      { code: 'employer_number_other', field: 'employerNumber', value: '005839' },
    ])
  })

  it('the category is one that may be declared', () => {
    const context = { categories: [alKamil] }
    expect(codes([{}], context)).toEqual([])
    expect(codes([{ category: '02' }], context)).toEqual(['1 category_not_active'])
  })

  it('the rate is the one of the category, even where the published list says nothing', () => {
    const context = { categories: [{ ...alKamil, employeeRate: 610, employerRate: 800 }] }
    expect(check([{ employeeRate: '0610' }], context).declaredLines).toMatchObject([
      { employeeRate: 610, employerRate: 800, employer: 288002n },
    ])
    expect(check([{}], context).findings).toMatchObject([
      {
        code: 'rate_not_of_category',
        correction: '0610',
        params: { rate: '6,10', category: '01' },
      },
    ])
  })

  it('the quarter is the open one', () => {
    expect(codes([{}], { quarter: quarterFrom('2024T3') })).toEqual([])
    expect(codes([{}], { quarter: quarterFrom('2024T4') })).toEqual(['1 quarter_not_open'])
  })
})

describe('nobody twice', () => {
  it('the second line of a member is refused and names the first', () => {
    const result = check([{}, other, {}])
    expect(result.accepted).toBe(2)
    expect(result.findings).toMatchObject([
      { line: 3, code: 'member_duplicate', params: { firstLine: '1', category: '01' } },
    ])
  })

  it('not even in two categories, unless they are the two tranches of a salary', () => {
    expect(codes([{ category: '01' }, { category: '02' }])).toEqual(['2 member_duplicate'])
    const low = { salary: '0001800000' }
    for (const [one, two] of [
      ['01', '91'],
      ['36', '46'],
      ['52', '62'],
    ]) {
      expect(codes([{ ...low, category: one ?? '' }, { category: two ?? '' }])).toEqual([])
      expect(codes([{ category: two ?? '' }, { ...low, category: one ?? '' }])).toEqual([])
    }
    expect(codes([{ category: '10' }, { category: '90' }])).toEqual(['2 member_duplicate'])
  })

  it('three tranches are one too many', () => {
    const low = { category: '01', salary: '0001800000' }
    expect(codes([low, { category: '91' }, { category: '91' }])).toEqual(['3 member_duplicate'])
  })

  it('the first tranche stops at 18 000,00 DH', () => {
    expect(check([{ category: '01' }, { category: '91' }]).findings).toMatchObject([
      {
        line: 2,
        code: 'tranche_one_over_ceiling',
        params: { amount: '36000.25', trancheLine: '1' },
      },
    ])
    const tcnss = { ...alKamil, product: 'tcnss' }
    expect(codes([{}], { categories: [tcnss] })).toEqual(['1 tranche_one_over_ceiling'])
    expect(codes([{ salary: '0001800000' }], { categories: [tcnss] })).toEqual([])
  })

  it('two categories that are not tranches stay a duplicate when the terms are known', () => {
    const categories = [alKamil, { ...alKamil, category: '91' }]
    const low = { salary: '0001800000' }
    expect(codes([low, { ...low, category: '91' }], { categories })).toEqual(['2 member_duplicate'])
  })

  it('the same number at two employers is two people’s work, not a duplicate', () => {
    expect(codes([{}, { employerNumber: '004711' }])).toEqual(['0 employers_several'])
  })

  it('new members are told apart by their identity document', () => {
    const fresh = { memberNumber: '000000000' }
    expect(codes([fresh, { ...fresh, identityNumber: 'K987654' }])).toEqual([
      '1 new_member',
      '2 new_member',
    ])
    expect(check([fresh, fresh]).findings.at(-1)).toMatchObject({
      line: 2,
      code: 'identity_repeated',
      params: { firstLine: '1' },
    })
  })
})

describe('what the fund knows of the members', () => {
  const amrani = {
    memberNumber: '000123456',
    lastName: 'EL AMRANI',
    firstName: 'FATIMA ZAHRA',
    category: '01',
  }
  const bennani = {
    memberNumber: '000123457',
    lastName: 'BENNANI',
    firstName: 'YOUSSEF',
    category: '01',
  }

  it('a known member left out is asked about', () => {
    expect(check([{}], { knownMembers: [amrani, bennani] }).findings).toMatchObject([
      {
        line: 0,
        column: 0,
        code: 'member_missing',
        value: '000123457',
        params: { name: 'BENNANI YOUSSEF' },
      },
    ])
  })

  it('but not one who left, nor one of a category that is not in the file', () => {
    const left = { ...bennani, leftOn: '2024-05-31' as never }
    const elsewhere = { ...bennani, category: '02' }
    expect(codes([{}], { knownMembers: [amrani, left] })).toEqual([])
    expect(codes([{}], { knownMembers: [amrani, elsewhere] })).toEqual([])
  })

  it('a refused line still counts as presence', () => {
    expect(codes([{ sex: 'X' }], { knownMembers: [amrani] })).toEqual(['1 sex_unknown'])
  })

  it('an unknown number and another name are asked about', () => {
    expect(codes([{}, other], { knownMembers: [amrani] })).toEqual(['2 member_unknown'])
    expect(check([{ lastName: 'BENNANI' }], { knownMembers: [amrani] }).findings).toMatchObject([
      { code: 'member_name_differs', params: { known: 'EL AMRANI FATIMA ZAHRA' } },
    ])
    expect(codes([{}], { knownMembers: [{ ...amrani, lastName: 'El-Amrani' }] })).toEqual([])
  })

  it('a salary far from last quarter’s is asked about', () => {
    const last = (amount: bigint) => ({
      knownMembers: [{ ...amrani, lastSalary: centimes(amount) }],
    })
    expect(codes([{}], last(3600025n))).toEqual([])
    expect(codes([{}], last(2769251n))).toEqual([])
    expect(check([{}], last(2700000n)).findings).toMatchObject([
      {
        code: 'salary_variation',
        params: { amount: '36000.25', last: '27000.00', percent: '33.3' },
      },
    ])
    expect(check([{}], last(6000000n)).findings).toMatchObject([
      { code: 'salary_variation', params: { percent: '-40' } },
    ])
    expect(codes([{}], { ...last(2700000n), variationPercent: 50 })).toEqual([])
    expect(codes([{}], last(0n))).toEqual([])
  })

  it('a salary with none before it is asked about when its size alone is surprising', () => {
    const newcomer = { memberNumber: '000000000', salary: '9999999999' }
    expect(check([newcomer]).findings).toMatchObject([
      { code: 'new_member' },
      { code: 'salary_unusually_high', severity: 'to_confirm', params: { amount: '99999999.99' } },
    ])
    expect(codes([{ salary: '0030000000' }])).toEqual([])
    expect(codes([{ salary: '0030000001' }])).toEqual(['1 salary_unusually_high'])
    const leaver = { recordCode: '7', leftOn: '31082024', salary: '9999999999' }
    expect(codes([leaver])).toEqual(['1 salary_unusually_high'])
    expect(codes([{}], { highSalary: centimes(3600000) })).toEqual(['1 salary_unusually_high'])
    const known = { ...amrani, lastSalary: centimes(9999999999) }
    expect(codes([{ salary: '9999999999' }], { knownMembers: [known] })).toEqual([])
  })

  it('the salary of another category is not compared', () => {
    const elsewhere = { ...amrani, category: '02', lastSalary: centimes(900000) }
    expect(codes([{}], { knownMembers: [elsewhere] })).toEqual([])
  })

  it('a leaver’s last quarter is short by nature', () => {
    const context = { knownMembers: [{ ...amrani, lastSalary: centimes(9000000) }] }
    expect(codes([{ recordCode: '7', leftOn: '31082024' }], context)).toEqual([])
  })
})

describe('what was sent last', () => {
  const lastSent = (salary: bigint, members = 2) => ({
    lastSent: { quarter: { year: 2024, quarter: 2 as const }, members, salary: centimes(salary) },
  })
  const two = [{}, { memberNumber: '000123457', identityNumber: 'BE123457' }]

  it('a total far from it is asked about, once, with both amounts and how many people', () => {
    const [found, ...more] = check(two, lastSent(4_000_000n, 1)).findings
    expect(more).toEqual([])
    expect(found).toMatchObject({
      line: 0,
      field: null,
      code: 'total_variation',
      severity: 'to_confirm',
      params: {
        amount: '72000.50',
        members: '2',
        last: '40000.00',
        lastMembers: '1',
        lastQuarter: '2024T2',
        percent: '80',
      },
    })
    expect(codes(two, lastSent(20_000_000n))).toEqual(['0 total_variation'])
  })

  it('a total within the percentage is not, nor one with nothing to be compared with', () => {
    expect(codes(two, lastSent(7_000_000n))).toEqual([])
    expect(codes(two, { ...lastSent(4_000_000n), variationPercent: 100 })).toEqual([])
    expect(codes(two, lastSent(0n, 0))).toEqual([])
  })

  it('of one person then and now, the line says it already', () => {
    expect(codes([{}], lastSent(1_000_000n, 1))).toEqual([])
  })

  it('nothing is said of a total while a line of it is to be corrected', () => {
    expect(codes([...two, { memberNumber: '000123458', sex: 'X' }], lastSent(1_000_000n))).toEqual([
      '3 sex_unknown',
    ])
  })

  it('what was confirmed of a total stands until it has moved by some ten percent', () => {
    const valueAt = (salary: bigint) => check(two, lastSent(salary)).findings[0]?.value
    expect(valueAt(4_000_000n)).toBe('\u2248 +80 %')
    expect(valueAt(4_010_000n)).toBe('\u2248 +80 %')
    expect(valueAt(2_000_000n)).toBe('\u2248 +260 %')
    expect(valueAt(14_000_000n)).toBe('\u2248 -50 %')
  })
})
