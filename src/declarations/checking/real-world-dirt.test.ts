import { describe, expect, it } from 'vitest'
import { quarterFrom } from '../../calendar/index.ts'
import { centimes } from '../../money/index.ts'
import { exampleFile, exampleLine } from './example-line.ts'
import type { FieldName } from './fields.ts'
import { applyCorrection, type CheckContext, checkDeclaration, type FindingCode } from './index.ts'

/**
 * Each case was seen in public code that writes this file (domain §5): (a) balima_vf, (b) Utopios exportpaie,
 * (c) kzm_edi_cimr; or is a known accident of spreadsheets and keyboards (attack AT85).
 */
interface Dirt {
  readonly source: string
  readonly field: FieldName
  readonly written: string
  readonly code: FindingCode
  readonly corrected?: string
  readonly context?: CheckContext
}

const knownMember = { memberNumber: '000123456', lastName: 'EL AMRANI', firstName: 'FATIMA ZAHRA' }

const dirt: readonly Dirt[] = [
  {
    source: '(c) name padded with zeros',
    field: 'lastName',
    written: 'EL AMRANI'.padEnd(25, '0'),
    code: 'name_padded_with_zeros',
    corrected: 'EL AMRANI'.padEnd(25),
  },
  {
    source: '(c) matricule padded on the right, known members',
    field: 'memberNumber',
    written: '123456000',
    code: 'member_number_padded_right',
    corrected: '000123456',
    context: { knownMembers: [knownMember] },
  },
  {
    source: '(c) matricule padded on the right, file alone',
    field: 'memberNumber',
    written: '123456000',
    code: 'member_number_padded_right',
    corrected: '000123456',
  },
  {
    source: '(c) CIN padded with zeros',
    field: 'identityNumber',
    written: 'BE12345600',
    code: 'identity_padded_with_zeros',
    corrected: 'BE123456  ',
  },
  {
    source: '(c) CIN padded with zeros, two stems possible',
    field: 'identityNumber',
    written: 'K123450000',
    code: 'identity_padded_with_zeros',
  },
  {
    source: '(c) birth date AAAAMMJJ',
    field: 'bornOn',
    written: '19850715',
    code: 'date_iso_order',
    corrected: '15071985',
  },
  {
    source: '(c) affiliation date AAAAMMJJ',
    field: 'joinedOn',
    written: '20100301',
    code: 'date_iso_order',
    corrected: '01032010',
  },
  {
    source: '(c) rate printed as a float: 3.75 → 3750',
    field: 'employeeRate',
    written: '3750',
    code: 'rate_lost_zero',
    corrected: '0375',
  },
  {
    source: '(c) rate printed as a float: 6.0 → 60',
    field: 'employeeRate',
    written: '0060',
    code: 'rate_lost_zero',
    corrected: '0600',
  },
  {
    source: 'rate with its point',
    field: 'employeeRate',
    written: '3.75',
    code: 'rate_lost_zero',
    corrected: '0375',
  },
  {
    source: '(c) salary printed as a float: 36000.5 → 360005',
    field: 'salary',
    written: '0000360005',
    code: 'salary_lost_zeros',
    corrected: '0003600050',
    context: { knownMembers: [{ ...knownMember, lastSalary: centimes(3550000) }] },
  },
  {
    source: '(c) the same without last quarter, under the fund’s threshold',
    field: 'salary',
    written: '0000360005',
    code: 'salary_unusually_low',
    context: { lowSalary: centimes(900000) },
  },
  {
    source: 'salary with its decimal point',
    field: 'salary',
    written: '36000.5',
    code: 'salary_decimal_point',
    corrected: '0003600050',
  },
  {
    source: 'salary with a comma',
    field: 'salary',
    written: '0036000,25',
    code: 'salary_decimal_point',
    corrected: '0003600025',
  },
  {
    source: 'salary with a minus',
    field: 'salary',
    written: '-000360002',
    code: 'salary_negative',
  },
  {
    source: 'letter O typed for a zero (look.md)',
    field: 'salary',
    written: '00O3600025',
    code: 'letter_in_number',
    corrected: '0003600025',
  },
  {
    source: 'letter l typed for a one',
    field: 'memberNumber',
    written: '000l23456',
    code: 'letter_in_number',
    corrected: '000123456',
  },
  {
    source: 'AT85: Arabic-Indic digits',
    field: 'salary',
    written: '٠٠٠٣٦٠٠٠٢٥',
    code: 'other_digits',
    corrected: '0003600025',
  },
  {
    source: 'AT85: full-width digits',
    field: 'year',
    written: '２０２４',
    code: 'other_digits',
    corrected: '2024',
  },
  {
    source: 'number right-aligned with spaces',
    field: 'memberNumber',
    written: '   123456',
    code: 'number_padded_with_spaces',
    corrected: '000123456',
  },
  {
    source: 'number left-aligned with spaces',
    field: 'salary',
    written: '3600025',
    code: 'number_padded_with_spaces',
    corrected: '0003600025',
  },
  {
    source: '(a) blank category, one active category',
    field: 'category',
    written: '  ',
    code: 'category_blank',
    corrected: '01',
    context: {
      categories: [{ category: '01', employeeRate: 600, employerRate: 780, product: 'al_kamil' }],
    },
  },
  {
    source: '(a) blank category, file alone',
    field: 'category',
    written: '  ',
    code: 'category_blank',
  },
  {
    source: '(a) accents and apostrophe',
    field: 'firstName',
    written: 'Zoé M’Hamed',
    code: 'name_rewritten',
    corrected: 'ZOE MHAMED'.padEnd(25),
  },
  {
    source: 'spaces before the name',
    field: 'lastName',
    written: '  BENNANI',
    code: 'not_left_aligned',
    corrected: 'BENNANI'.padEnd(25),
  },
  {
    source: 'name in Arabic letters',
    field: 'lastName',
    written: 'العمراني',
    code: 'name_not_latin',
  },
  {
    source: 'UTF-8 read once as Windows-1252',
    field: 'lastName',
    written: 'BÃ‰NANI',
    code: 'text_garbled',
  },
  {
    source: 'AT85: zero-width space',
    field: 'lastName',
    written: 'BEN\u200bNANI',
    code: 'invisible_character',
    corrected: 'BENNANI'.padEnd(25),
  },
  {
    source: 'direction override in a name',
    field: 'firstName',
    written: '\u202eISAM',
    code: 'invisible_character',
    corrected: 'ISAM'.padEnd(25),
  },
  {
    source: 'tabulation in a name',
    field: 'lastName',
    written: 'EL\tAMRANI',
    code: 'control_character',
  },
  {
    source: 'day and month of birth unknown (rule of 1995)',
    field: 'bornOn',
    written: '00001985',
    code: 'birth_day_unknown',
    corrected: '01071985',
  },
  {
    source: 'CNSS number with a leading zero',
    field: 'cnssNumber',
    written: '0123456785',
    code: 'cnss_malformed',
    corrected: '123456785 ',
  },
  {
    source: 'CNSS number left blank',
    field: 'cnssNumber',
    written: '',
    code: 'cnss_missing',
    corrected: '9999999999',
  },
  {
    source: 'national writing of a mobile',
    field: 'mobile',
    written: '0661234567',
    code: 'mobile_malformed',
    corrected: '00212661234567',
  },
  {
    source: 'sex in lower case',
    field: 'sex',
    written: 'f',
    code: 'letter_lower_case',
    corrected: 'F',
  },
  {
    source: 'CNIE in lower case with a hyphen',
    field: 'identityNumber',
    written: 'be-123456',
    code: 'identity_rewritten',
    corrected: 'BE123456  ',
  },
  {
    source: 'pre-filled file sent back without salary',
    field: 'salary',
    written: '',
    code: 'salary_missing',
  },
]

describe('what payroll software really writes', () => {
  it.each(dirt)('$source: $written', ({ field, written, code, corrected, context }) => {
    const line = exampleLine({ [field]: written })
    const { findings } = checkDeclaration(exampleFile(line), context)
    const found = findings.find((one) => one.code === code)
    expect(found, JSON.stringify(findings)).toMatchObject({ line: 1, field, code })
    expect(found?.correction).toBe(corrected)
  })

  it.each(dirt.filter(({ corrected }) => corrected !== undefined))(
    'is good once corrected: $source',
    ({ field, written, code, context }) => {
      const line = exampleLine({ [field]: written })
      const found = checkDeclaration(exampleFile(line), context).findings.find(
        (one) => one.code === code,
      )
      const corrected = found && applyCorrection(line, found)
      const again = checkDeclaration(exampleFile(corrected ?? ''), context)
      expect(
        again.findings.filter((one) => one.field === field && one.code !== 'rate_not_of_category'),
      ).toEqual([])
      expect(again.accepted).toBe(1)
    },
  )

  it('(c) a CNSS number of nine digits makes the line one short', () => {
    const short = exampleLine({ cnssNumber: '123456785' }).replace('123456785 ', '123456785')
    expect(short).toHaveLength(189)
    const { findings, accepted } = checkDeclaration(exampleFile(short))
    expect(accepted).toBe(0)
    expect(findings).toMatchObject([
      { field: 'cnssNumber', column: 127, code: 'cnss_one_short', correction: '123456785 ' },
    ])
    const corrected = applyCorrection(short, findings[0] as never)
    expect(corrected).toBe(exampleLine())
  })

  it('(c) tells everything else that is wrong on that short line, at the column where it stands', () => {
    const short = exampleLine({ sex: 'X' }).replace('123456785 ', '123456785')
    const { findings } = checkDeclaration(exampleFile(short))
    expect(findings.map(({ code, column }) => [code, column])).toEqual([
      ['sex_unknown', 79],
      ['cnss_one_short', 127],
    ])
    const shifted = exampleLine({ email: 'nobody' }).replace('123456785 ', '123456785')
    expect(checkDeclaration(exampleFile(shifted)).findings).toMatchObject([
      { code: 'cnss_one_short' },
      { code: 'email_malformed', column: 150 },
    ])
  })

  it('(a) padding counted in UTF-8 bytes is put right', () => {
    const line = exampleLine({ lastName: 'BÉNANI', firstName: 'ZOÉ' })
    const byBytes = line.replace('BÉNANI ', 'BÉNANI').replace('ZOÉ ', 'ZOÉ')
    expect(byBytes).toHaveLength(188)
    const { findings } = checkDeclaration(exampleFile(byBytes))
    expect(findings).toMatchObject([{ line: 1, field: null, code: 'line_counted_in_bytes' }])
    expect(applyCorrection(byBytes, findings[0] as never)).toBe(line)
  })

  it('(b, c) no exit date may be zeros, (a) or spaces', () => {
    for (const leftOn of ['00000000', '        ']) {
      expect(checkDeclaration(exampleFile(exampleLine({ leftOn }))).findings).toEqual([])
    }
  })

  it('accents in Windows-1252 are read, with the columns unmoved', () => {
    const line = exampleLine({ lastName: 'BéNANI', firstName: 'CœUR' })
    const bytes = Uint8Array.from(line, (letter) => (letter === 'œ' ? 0x9c : letter.charCodeAt(0)))
    const result = checkDeclaration(bytes)
    expect(result.encoding).toBe('windows-1252')
    expect(result.declaredLines).toMatchObject([{ lastName: 'BENANI', firstName: 'COEUR' }])
    expect(result.findings.map(({ code, column }) => [code, column])).toEqual([
      ['encoding_windows_1252', 24],
      ['name_rewritten', 23],
      ['name_rewritten', 48],
    ])
  })

  it('a spreadsheet’s quotes around the line are named and taken off', () => {
    const { findings } = checkDeclaration(exampleFile(`"${exampleLine()}"`))
    expect(findings).toMatchObject([
      { code: 'line_quoted', field: null, correction: exampleLine() },
    ])
  })

  it('spaces after column 190 are ignored, and said', () => {
    const result = checkDeclaration(exampleFile(`${exampleLine()}   `))
    expect(result.accepted).toBe(1)
    expect(result.findings).toMatchObject([{ code: 'line_trailing_blanks', column: 191 }])
  })

  it('a wrong length without known cause is refused with its length', () => {
    const result = checkDeclaration(
      exampleFile(exampleLine().slice(1), `${exampleLine()}X`, exampleLine()),
    )
    expect(result.accepted).toBe(1)
    expect(result.findings).toMatchObject([
      { line: 1, code: 'line_too_short', column: 189, params: { length: '189', expected: '190' } },
      { line: 2, code: 'line_too_long', column: 191 },
    ])
  })

  it('blank lines and the end mark of DOS are not lines', () => {
    const result = checkDeclaration(exampleFile(exampleLine(), '', '   ', '\u001a'))
    expect(result).toMatchObject({ lines: 1, accepted: 1 })
    expect(result.findings.map(({ code, line }) => [code, line])).toEqual([
      ['blank_line', 2],
      ['blank_line', 3],
      ['blank_line', 4],
    ])
  })

  it('a quarter of a file that mixes two is refused line by line', () => {
    const lines = [exampleLine(), exampleLine({ memberNumber: '000123457', quarter: '2' })]
    expect(checkDeclaration(exampleFile(...lines)).findings).toMatchObject([
      { line: 2, column: 186, code: 'quarter_mixed', value: '2024T2', params: { first: '2024T3' } },
    ])
    expect(
      checkDeclaration(exampleFile(...lines), { quarter: quarterFrom('2024T2') }).findings,
    ).toMatchObject([{ line: 1, code: 'quarter_not_open', params: { open: '2024T2' } }])
  })
})
