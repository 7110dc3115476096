import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centimes } from '../../../money/index.ts'
import { type BdsField, fillField } from '../fields.ts'
import { checkDeclaration, checkEbds, findingSentence } from '../index.ts'
import { hasAffiliateKey } from './check-whose.ts'
import { complementaryBds, declaredBds, preparedBds } from './records.ts'

type Fields = Partial<Record<BdsField, string>>

const dialects = [preparedBds, declaredBds, complementaryBds]

/** A record with these fields, the others blank or zero. */
function record(type: string, fields: Fields = {}): string {
  const known = dialects.flatMap(({ records }) => records.get(type) ?? [])[0]
  const all: Fields = { recordType: type, affiliate: '1234567', period: '202409', ...fields }
  return (known?.layout.fields ?? [])
    .map((field) => fillField(field, all[field.name] ?? ''))
    .join('')
}

const first: Fields = {
  insuredNumber: '123456785',
  fullName: 'EL AMRANI FATIMA ZAHRA',
  days: '26',
  salary: '500000',
  cappedSalary: '500000',
  controlSum: '124456811',
}
const leaver: Fields = {
  insuredNumber: '187654325',
  fullName: 'BENNANI YOUSSEF',
  days: '13',
  salary: '800000',
  cappedSalary: '600000',
  situation: 'SO',
  controlSum: '189054339',
}
const total = {
  members: '2',
  insuredNumber: '311111110',
  days: '39',
  salary: '1300000',
  cappedSalary: '1100000',
  controlSum: '313511150',
}

/** The smallest whole file, some of its records given otherwise. */
function file(
  changes: Readonly<Record<string, Fields>> = {},
  employees: readonly Fields[] = [first, leaver],
) {
  return [
    record('B00', { transferId: '20240900001234', transferCategory: 'B0', ...changes['B00'] }),
    record('B01', { companyName: 'ATLAS', ...changes['B01'] }),
    ...employees.map((one) => record('B02', one)),
    record('B03', { ...total, ...changes['B03'] }),
    record('B04', changes['B04']),
    record('B05', changes['B05']),
    record('B06', { ...total, ...changes['B06'] }),
  ]
}

function check(lines: readonly string[], context = {}) {
  const result = checkEbds(
    new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')),
    context,
  )
  if (!result) throw new Error('not recognised')
  return result
}

const told = (lines: readonly string[], context = {}) =>
  check(lines, context).findings.map(({ line, field, code }) => [line, field, code])

describe('the CNSS file (e-BDS), a second dialect over the same reader', () => {
  it('has records of 260 characters, all of them', () => {
    for (const { records } of dialects) {
      for (const [type, { layout }] of records)
        expect([type, layout.lineLength]).toEqual([type, 260])
    }
    expect(declaredBds.records.get('B02')?.layout.at).toMatchObject({
      insuredNumber: { position: 17, length: 9 },
      controlSum: { position: 138, length: 19 },
      filler: { position: 157, length: 104 },
    })
  })

  it('is known by its first record; nothing is said of a whole file', () => {
    expect(check(file())).toMatchObject({
      layout: 'cnss-e-bds',
      encoding: 'utf-8',
      lineEnd: 'lf',
      lines: 8,
      accepted: 8,
      findings: [],
    })
    expect(checkEbds(new TextEncoder().encode('matricule;nom\n'))).toBeNull()
    const prepared = [
      record('A00', { transferId: '20240900001234' }),
      record('A01'),
      record('A02', { insuredNumber: '123456785', fullName: 'EL AMRANI', familyNet: '60000' }),
      record('A03', { members: '1', insuredNumber: '123456785', familyNet: '60000' }),
    ]
    expect(check(prepared)).toMatchObject({ layout: 'cnss-e-bds-prepared', findings: [] })
    const complement = file().map((line) => `E${line.slice(1)}`)
    expect(check(complement)).toMatchObject({ layout: 'cnss-e-bds-complement', findings: [] })
  })

  it('is not what the fund takes: the portal says so', () => {
    expect(checkDeclaration(new TextEncoder().encode(file().join('\n')))).toMatchObject({
      layout: null,
      findings: [{ code: 'layout_of_the_cnss' }],
    })
  })
})

describe('the control sum', () => {
  it.each([
    ['124456811', first],
    ['189054339', leaver],
  ])('of the worked line is %s', (_sum, fields) => {
    expect(told(file({}, [fields])).filter(([line]) => line === 3)).toEqual([])
    const other = { ...fields, controlSum: '1' }
    const [found] = check(file({}, [other])).findings
    expect(found).toMatchObject({
      line: 3,
      column: 138,
      code: 'bds_control_sum',
      params: { expected: fields.controlSum },
    })
    expect(found && findingSentence(found, 'fr')).toContain(`qui est ${fields.controlSum}`)
  })

  it('of somebody hired has no rank', () => {
    const hired = { ...first, insuredNumber: '187654325', controlSum: '188654351' }
    expect(told(file({ B04: hired }, [first])).filter(([line]) => line === 5)).toEqual([])
  })
})

describe('each rule', () => {
  const employee = (changes: Fields) =>
    check(file({}, [{ ...first, ...changes }]))
      .findings.filter(({ line, code }) => line === 3 && code !== 'bds_control_sum')
      .map(({ field, code }) => [field, code])

  it.each<[Fields, BdsField | null, string]>([
    [{ days: '27' }, 'days', 'bds_too_many_days'],
    [{ cappedSalary: '500001' }, 'cappedSalary', 'bds_capped_over_salary'],
    [{ salary: '700000', cappedSalary: '600001' }, 'cappedSalary', 'bds_capped_over_ceiling'],
    [{ situation: 'XX' }, 'situation', 'bds_situation_unknown'],
    [{ situation: 'CS' }, 'situation', 'bds_unpaid_with_salary'],
    [{ situation: 'MS' }, 'situation', 'bds_unpaid_with_salary'],
    [{ days: '0' }, 'situation', 'bds_situation_missing'],
    [{ familyPaidBack: '100' }, 'familyPaidBack', 'bds_family_over_net'],
    [{ familyNet: '60000', situation: 'SO' }, 'familyPaidBack', 'bds_family_not_whole'],
    [
      { familyNet: '60000', familyPaidBack: '30000', situation: 'DE' },
      'familyPaidBack',
      'bds_family_not_whole',
    ],
    [{ fullName: ' ' }, 'fullName', 'name_missing'],
    [{ insuredNumber: '223456785' }, 'insuredNumber', 'cnss_malformed'],
    [{ insuredNumber: '123456786' }, 'insuredNumber', 'cnss_check_digit'],
    [{ affiliate: '7654321' }, 'affiliate', 'bds_affiliate_mixed'],
    [{ period: '202410' }, 'period', 'bds_period_mixed'],
    [{ period: '092024' }, 'period', 'bds_period_wrong'],
    [{ period: '202413' }, 'period', 'bds_period_wrong'],
    [{ salary: '50OO00' }, 'salary', 'letter_in_number'],
    [{ days: '٢٦' }, 'days', 'other_digits'],
  ])('%j is told', (changes, field, code) => {
    expect(employee(changes)).toEqual([[field, code]])
  })

  it('nothing is said of an absence with its code, of family paid back whole, of a leaver', () => {
    expect(employee({ situation: 'CS', days: '0', salary: '0', cappedSalary: '0' })).toEqual([])
    expect(employee({ familyNet: '60000', familyPaidBack: '60000', situation: 'SO' })).toEqual([])
    expect(employee({ days: '0', salary: '0', cappedSalary: '0', situation: 'IT' })).toEqual([])
  })

  it('a salary under the lowest wage for the days is asked about, when that wage is set', () => {
    const low = { ...first, salary: '100000', cappedSalary: '100000', controlSum: '123656811' }
    const codes = (context: object) =>
      check(file({}, [low]), context).findings.map(({ code, severity }) => [code, severity])
    expect(codes({})).not.toContainEqual(['bds_low_salary', 'to_confirm'])
    expect(codes({ minimumWage: centimes(300_000) })).toContainEqual([
      'bds_low_salary',
      'to_confirm',
    ])
  })

  it('nobody is declared twice, but those without a number', () => {
    expect(told(file({}, [first, first]))).toContainEqual([4, 'insuredNumber', 'bds_insured_twice'])
    const hired = [record('B04', { ...first, insuredNumber: '0', controlSum: '1000026' })]
    const [opening, company, one, two, known, , ...rest] = file()
    const lines = [opening, company, one, two, known, ...hired, ...hired, ...rest].map(String)
    expect(told(lines).map(([, , code]) => code)).not.toContain('bds_insured_twice')
  })

  it('the key of an affiliate is evidence, not authority', () => {
    expect(['1234567', '7654321', '1307492'].map(hasAffiliateKey)).toEqual([true, true, false])
    const lines = file().map((line) => line.replace('1234567', '1307492'))
    expect(check(lines).findings).toMatchObject([
      { line: 2, code: 'bds_affiliate_key', severity: 'to_confirm' },
    ])
  })
})

describe('the recapitulations', () => {
  it.each<[string, Fields, number, BdsField]>([
    ['B03', { members: '3' }, 5, 'members'],
    ['B03', { salary: '1300001' }, 5, 'salary'],
    ['B05', { days: '1' }, 7, 'days'],
    ['B06', { controlSum: '1' }, 8, 'controlSum'],
  ])('%s %j is not the sum of the lines', (type, changes, line, field) => {
    expect(told(file({ [type]: changes }))).toEqual([[line, field, 'bds_total_differs']])
  })

  it('the grand total adds those known and those hired', () => {
    const hired = {
      insuredNumber: '199999995',
      fullName: 'ALAOUI SAMIR',
      days: '10',
      salary: '200000',
      cappedSalary: '200000',
      controlSum: '200400005',
    }
    const { fullName: _, ...sums } = hired
    const b05 = { ...sums, members: '1' }
    const b06 = {
      members: '3',
      insuredNumber: '511111105',
      days: '49',
      salary: '1500000',
      cappedSalary: '1300000',
      controlSum: '513911155',
    }
    expect(told(file({ B04: hired, B05: b05, B06: b06 })).map(([, , code]) => code)).toEqual([
      'cnss_check_digit',
    ])
  })
})

describe('the order of the records', () => {
  it('a record that is missing, unknown, repeated or out of order', () => {
    const lines = file()
    expect(told(lines.slice(0, -1))).toEqual([[0, 'recordType', 'bds_record_missing']])
    expect(told([...lines, lines[0] ?? ''])).toEqual([[9, 'recordType', 'bds_record_out_of_order']])
    expect(told([...lines, 'B99'.padEnd(260)])).toEqual([[9, null, 'bds_record_unknown']])
  })

  it('a transfer without its number', () => {
    expect(told(file({ B00: { transferId: '0' } }))).toEqual([
      [1, 'transferId', 'bds_transfer_missing'],
    ])
  })

  it('a record whose last blanks were cut off is read, and mended', () => {
    const lines = file().map((line) => line.trimEnd())
    const { findings } = check(lines)
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['bds_blanks_missing']))
    for (const { line, correction } of findings) lines[line - 1] = correction ?? ''
    expect(check(lines).findings).toEqual([])
  })
})

it('whatever the file, the check never throws, and findings stand inside their lines', () => {
  const cell = fc.string({
    unit: fc.constantFrom(...'0123456789OABSZ é٣ '.split('')),
    maxLength: 15,
  })
  const dirty = fc
    .tuple(
      fc.constantFrom('B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'A02', 'X'),
      fc.dictionary(
        fc.constantFrom<BdsField>(
          'affiliate',
          'period',
          'days',
          'salary',
          'situation',
          'controlSum',
        ),
        cell,
        { maxKeys: 3 },
      ),
      fc.constantFrom('', '', ' ', 'Z'),
    )
    .map(([type, fields, tail]) => record(type, fields) + tail)
  fc.assert(
    fc.property(fc.array(dirty, { maxLength: 8 }), (records) => {
      const lines = [record('B00', { transferId: '1' }), ...records]
      for (const found of check(lines).findings) {
        expect(findingSentence(found, 'ar').length).toBeGreaterThan(10)
        if (found.line === 0) continue
        expect(found.column).toBeGreaterThanOrEqual(1)
        expect(found.column).toBeLessThanOrEqual(Math.max(1, lines[found.line - 1]?.length ?? 0))
      }
    }),
    { numRuns: 300 },
  )
})
