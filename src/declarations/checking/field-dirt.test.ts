import { describe, expect, it } from 'vitest'
import { centimes } from '../../money/index.ts'
import { exampleFile, exampleLine } from './example-line.ts'
import type { FieldName } from './fields.ts'
import { applyCorrection, type CheckContext, checkDeclaration, type FindingCode } from './index.ts'

/**
 * Each case was seen in public code that writes this file (contribution-file.md): (a) balima_vf, (b) Utopios exportpaie,
 * (c) kzm_edi_cimr; or is a known accident of spreadsheets and keyboards (attack AT85).
 */
type Dirt = [
  source: string,
  field: FieldName,
  written: string,
  code: FindingCode,
  corrected?: string | undefined,
  context?: CheckContext,
]

const knownMember = { memberNumber: '000123456', lastName: 'EL AMRANI', firstName: 'FATIMA ZAHRA' }
const alKamil = { category: '01', employeeRate: 600, employerRate: 780, product: 'al_kamil' }
const known = { knownMembers: [knownMember] }
const paidMore = { knownMembers: [{ ...knownMember, lastSalary: centimes(3550000) }] }

const dirt: Dirt[] = [
  [
    '(c) name padded with zeros',
    'lastName',
    'EL AMRANI'.padEnd(25, '0'),
    'name_padded_with_zeros',
    'EL AMRANI'.padEnd(25),
  ],
  [
    '(c) matricule padded on the right, known members',
    'memberNumber',
    '123456000',
    'member_number_padded_right',
    '000123456',
    known,
  ],
  [
    '(c) matricule padded on the right, file alone',
    'memberNumber',
    '123456000',
    'member_number_padded_right',
    '000123456',
  ],
  [
    '(c) CIN padded with zeros',
    'identityNumber',
    'BE12345600',
    'identity_padded_with_zeros',
    'BE123456  ',
  ],
  [
    '(c) CIN padded with zeros, two stems possible',
    'identityNumber',
    'K123450000',
    'identity_padded_with_zeros',
  ],
  ['(c) birth date AAAAMMJJ', 'bornOn', '19850715', 'date_iso_order', '15071985'],
  ['(c) affiliation date AAAAMMJJ', 'joinedOn', '20100301', 'date_iso_order', '01032010'],
  ['(c) rate printed as a float: 3.75 → 3750', 'employeeRate', '3750', 'rate_lost_zero', '0375'],
  ['(c) rate printed as a float: 6.0 → 60', 'employeeRate', '0060', 'rate_lost_zero', '0600'],
  ['rate with its point', 'employeeRate', '3.75', 'rate_lost_zero', '0375'],
  [
    '(c) salary printed as a float: 36000.5 → 360005',
    'salary',
    '0000360005',
    'salary_lost_zeros',
    '0003600050',
    paidMore,
  ],
  [
    '(c) the same without last quarter, under the fund’s threshold',
    'salary',
    '0000360005',
    'salary_unusually_low',
    undefined,
    { lowSalary: centimes(900000) },
  ],
  ['salary with its decimal point', 'salary', '36000.5', 'salary_decimal_point', '0003600050'],
  ['salary with a comma', 'salary', '0036000,25', 'salary_decimal_point', '0003600025'],
  ['salary with a minus', 'salary', '-000360002', 'salary_negative'],
  ['letter O typed for a zero', 'salary', '00O3600025', 'letter_in_number', '0003600025'],
  ['letter l typed for a one', 'memberNumber', '000l23456', 'letter_in_number', '000123456'],
  ['AT85: Arabic-Indic digits', 'salary', '٠٠٠٣٦٠٠٠٢٥', 'other_digits', '0003600025'],
  ['AT85: full-width digits', 'year', '２０２４', 'other_digits', '2024'],
  [
    'number right-aligned with spaces',
    'memberNumber',
    '   123456',
    'number_padded_with_spaces',
    '000123456',
  ],
  [
    'salary right-aligned with spaces',
    'salary',
    '   3600025',
    'number_padded_with_spaces',
    '0003600025',
  ],
  ['(c) salary left-aligned, zeros lost or not', 'salary', '360005', 'salary_left_aligned'],
  [
    '(c) salary left-aligned, with last quarter',
    'salary',
    '360005',
    'salary_lost_zeros',
    '0003600050',
    paidMore,
  ],
  [
    '(a) blank category, one active category',
    'category',
    '  ',
    'category_blank',
    '01',
    { categories: [alKamil] },
  ],
  ['(a) blank category, file alone', 'category', '  ', 'category_blank'],
  [
    '(a) accents and apostrophe',
    'firstName',
    'Zoé M’Hamed',
    'name_rewritten',
    'ZOE MHAMED'.padEnd(25),
  ],
  ['spaces before the name', 'lastName', '  BENNANI', 'not_left_aligned', 'BENNANI'.padEnd(25)],
  ['name in Arabic letters', 'lastName', 'العمراني', 'name_not_latin'],
  ['UTF-8 read once as Windows-1252', 'lastName', 'BÃ‰NANI', 'text_garbled'],
  [
    'AT85: zero-width space',
    'lastName',
    'BEN\u200bNANI',
    'invisible_character',
    'BENNANI'.padEnd(25),
  ],
  [
    'direction override in a name',
    'firstName',
    '\u202eISAM',
    'invisible_character',
    'ISAM'.padEnd(25),
  ],
  ['tabulation in a name', 'lastName', 'EL\tAMRANI', 'control_character'],
  [
    'day and month of birth unknown (rule of 1995)',
    'bornOn',
    '00001985',
    'birth_day_unknown',
    '01071985',
  ],
  ['CNSS number with a leading zero', 'cnssNumber', '0123456785', 'cnss_malformed', '123456785 '],
  ['CNSS number left blank', 'cnssNumber', '', 'cnss_missing', '9999999999'],
  ['national writing of a mobile', 'mobile', '0661234567', 'mobile_malformed', '00212661234567'],
  ['sex in lower case', 'sex', 'f', 'letter_lower_case', 'F'],
  [
    'CNIE in lower case with a hyphen',
    'identityNumber',
    'be-123456',
    'identity_rewritten',
    'BE123456  ',
  ],
  ['pre-filled file sent back without salary', 'salary', '', 'salary_missing'],
]

const corrected = dirt.filter(([, , , , correction]) => correction !== undefined)

describe('fields as payroll software really writes them', () => {
  it.each(dirt)('%s: %s «%s»', (...[, field, written, code, correction, context]) => {
    const line = exampleLine({ [field]: written })
    const { findings } = checkDeclaration(exampleFile(line), context)
    const found = findings.filter((one) => one.code === code)
    expect(found).toMatchObject([{ line: 1, field, code }])
    expect(found[0]?.correction).toBe(correction)
  })

  it.each(corrected)(
    '%s: %s «%s» is good once corrected',
    (...[, field, written, code, , context]) => {
      const line = exampleLine({ [field]: written })
      const found = checkDeclaration(exampleFile(line), context).findings.find(
        (one) => one.code === code,
      )
      const again = checkDeclaration(
        exampleFile((found && applyCorrection(line, found)) ?? ''),
        context,
      )
      expect(again.findings.filter((one) => one.field === field)).toEqual([])
      expect(again.accepted).toBe(1)
    },
  )
})
