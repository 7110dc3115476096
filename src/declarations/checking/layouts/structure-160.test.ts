import { describe, expect, it } from 'vitest'
import { exampleLine } from '../example-line.ts'
import type { RecordField } from '../fields.ts'
import {
  applyCorrection,
  type CheckContext,
  checkDeclaration,
  structure160,
  structure190,
} from '../index.ts'

/** A line of source (c): the same fields, with one name of 20 characters. */
function line160(name: string, changes: Partial<Record<RecordField, string>> = {}): string {
  const line = exampleLine(changes)
  const { lastName, staffNumber } = structure190.at
  return (
    line.slice(0, lastName.position - 1) +
    name.padEnd(20).slice(0, 20) +
    line.slice(staffNumber.position - 1)
  )
}

function check(
  name: string,
  changes: Partial<Record<RecordField, string>> = {},
  context?: CheckContext,
) {
  const text = `${line160(name, changes)}\n`
  return checkDeclaration(new TextEncoder().encode(text), context)
}

const known = { memberNumber: '000123456', lastName: 'EL AMRANI', firstName: 'FATIMA ZAHRA' }

describe('(c) the variant of 160 characters', () => {
  it('has its fields thirty characters further left', () => {
    expect(structure160.lineLength).toBe(160)
    expect(structure160.at.salary.position).toBe(structure190.at.salary.position - 30)
  })

  it('is recognised by its length, and divides the name, which is asked about', () => {
    expect(check('EL AMRANI FATIMA ZA')).toMatchObject({
      layout: 'structure-160',
      accepted: 1,
      declaredLines: [{ lastName: 'EL AMRANI', firstName: 'FATIMA ZA', salary: 3600025n }],
      findings: [
        {
          column: 23,
          field: 'fullName',
          code: 'name_split',
          severity: 'to_confirm',
          params: { lastName: 'EL AMRANI', firstName: 'FATIMA ZA' },
        },
      ],
    })
  })

  it('takes the division of a known member, whose name the field may have cut', () => {
    const context = { knownMembers: [known] }
    expect(check('EL AMRANI FATIMA ZAHRA', {}, context)).toMatchObject({
      declaredLines: [known],
      findings: [],
    })
    expect(check('EL AMRANI FATMA', {}, context).findings).toMatchObject([
      { code: 'member_name_differs', field: 'fullName', column: 23 },
    ])
  })

  it('refuses a single word', () => {
    expect(check('BENNANI')).toMatchObject({ accepted: 0, findings: [{ code: 'name_not_split' }] })
  })

  it('(c) has the accidents of the program that writes it, at their own columns', () => {
    const name = 'BENNANI YOUSSEF'.padEnd(20, '0')
    const { findings } = check(name, { bornOn: '19850715', employeeRate: '3750' })
    expect(findings.map(({ code, column, correction }) => [code, column, correction])).toEqual([
      ['rate_lost_zero', 19, '0375'],
      ['name_padded_with_zeros', 23, 'BENNANI YOUSSEF     '],
      ['date_iso_order', 59, '15071985'],
    ])
    const [, padded] = findings
    const corrected = padded && applyCorrection(line160(name), padded, structure160)
    expect(corrected).toBe(line160('BENNANI YOUSSEF'))
  })

  it('(c) a CNSS number of nine digits makes this line one short too', () => {
    const short = line160('BENNANI YOUSSEF').replace('123456785 ', '123456785')
    const { findings } = checkDeclaration(new TextEncoder().encode(short))
    expect(findings).toMatchObject([{ code: 'name_split' }, { code: 'cnss_one_short', column: 97 }])
  })
})
