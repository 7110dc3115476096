import { describe, expect, it } from 'vitest'
import { centimes } from '../../../money/index.ts'
import { exampleFile, exampleLine } from '../example-line.ts'
import type { RecordField } from '../fields.ts'
import {
  type CheckContext,
  checkDeclaration,
  type DeclaredLine,
  findingSentence,
} from '../index.ts'
import type { Delimiter } from './csv-rows.ts'
import {
  exampleColumns,
  exampleHeader,
  exampleRow,
  exampleTable,
  type RowChanges,
} from './example-table.ts'

const encode = (text: string) => new TextEncoder().encode(text)

function check(changes: RowChanges, context?: CheckContext) {
  return checkDeclaration(exampleTable(exampleRow(changes)), context)
}

/** The same person on another line of another file. */
function withoutLine(declared: DeclaredLine) {
  return { ...declared, line: 0 }
}

const [fixedLine] = checkDeclaration(exampleFile(exampleLine())).declaredLines.map(withoutLine)

describe('the table', () => {
  it('is recognised by the names of its columns, and gives the same lines as fixed width', () => {
    const result = check({})
    expect(result).toMatchObject({
      layout: 'template-csv',
      encoding: 'utf-8',
      lineEnd: 'crlf',
      lines: 1,
      accepted: 1,
      findings: [],
    })
    expect(result.declaredLines).toMatchObject([{ line: 2 }])
    expect(result.declaredLines.map(withoutLine)).toEqual([fixedLine])
  })

  it.each<[string, Delimiter]>([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabulations', '\t'],
  ])('US27: may be parted by %s', (_name, delimiter) => {
    const rows = [
      exampleHeader(exampleColumns, delimiter),
      exampleRow({}, exampleColumns, delimiter),
    ]
    const result = checkDeclaration(encode(rows.join('\n')))
    expect(result.findings).toEqual([])
    expect(result.declaredLines.map(withoutLine)).toEqual([fixedLine])
  })

  it('US27: may have its columns in any order, named by other names, in any case, with or without accents', () => {
    const columns = exampleColumns.toReversed()
    const header = exampleHeader(columns)
      .replace('Matricule CIMR', 'N° d’affilié')
      .replace('Salaire du trimestre', 'SALAIRES SOUMIS DU TRIMESTRE (DH)')
      .replace('Prénom', 'prenom')
      .replace('N° CNIE', 'CIN')
    const result = checkDeclaration(encode(`${header}\n${exampleRow({}, columns)}`))
    expect(result.findings).toEqual([])
    expect(result.declaredLines.map(withoutLine)).toEqual([fixedLine])
  })

  it.each([
    ['AT85: the mark of UTF-8', `\ufeff${exampleHeader()}\r\n${exampleRow()}\r\n`],
    [
      'AT85: Excel’s line that names the separator',
      `sep=;\r\n${exampleHeader()}\r\n${exampleRow()}`,
    ],
    ['AT85: quotes around every cell', quotedTable()],
    ['AT85: `="…"` around a number to keep its zeros', withCell('memberNumber', '="000123456"')],
    ['AT85: an apostrophe before a sign', withCell('mobile', "'+212661234567")],
    ['empty columns on the right', `${exampleHeader()};;\n${exampleRow()};;`],
  ])('%s says nothing', (_name, text) => {
    const result = checkDeclaration(encode(text))
    expect(result.findings.filter(({ code }) => code !== 'mobile_malformed')).toEqual([])
    expect(result.declaredLines.map(withoutLine)).toEqual([fixedLine])
  })

  it('in Windows-1252 is read as such, with its accents', () => {
    const text = `${exampleHeader().replaceAll('’', "'")}\r\n${exampleRow({ lastName: 'BéNANI' })}`
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const result = checkDeclaration(bytes)
    expect(result).toMatchObject({ encoding: 'windows-1252', layout: 'template-csv', accepted: 1 })
    expect(result.declaredLines).toMatchObject([{ lastName: 'BENANI' }])
  })
})

function quotedTable(): string {
  const rows = [exampleHeader(), exampleRow()]
  return rows
    .map((row) =>
      row
        .split(';')
        .map((cell) => `"${cell}"`)
        .join(';'),
    )
    .join('\r\n')
}

function withCell(field: RecordField, cell: string): string {
  return `${exampleHeader()}\n${exampleRow({ [field]: cell })}`
}

describe('US27: a cell as people and spreadsheets write it', () => {
  it.each<[RecordField, string]>([
    ['memberNumber', '123456'],
    ['memberNumber', '123 456'],
    ['employerNumber', '5839'],
    ['category', '1'],
    ['employeeRate', '6'],
    ['employeeRate', '6,0'],
    ['employeeRate', '6.00 %'],
    ['employeeRate', '0,06'],
    ['employeeRate', '0600'],
    ['salary', '36000.25'],
    ['salary', '36 000,25'],
    ['salary', '36\u202f000,25'],
    ['salary', '36.000,25'],
    ['salary', '36000,25 DH'],
    ['salary', '0003600025'],
    ['joinedOn', '1/3/2010'],
    ['joinedOn', '01/3/2010'],
    ['joinedOn', '1-03-2010'],
    ['joinedOn', '2010-3-1'],
    ['joinedOn', '2010-03-01'],
    ['joinedOn', '2010-03-01 00:00:00'],
    ['joinedOn', '2010-03-01T00:00:00Z'],
    ['joinedOn', '01-03-2010'],
    ['joinedOn', '01.03.2010'],
    ['joinedOn', '01032010'],
    ['joinedOn', '1032010'],
    ['leftOn', '00000000'],
    ['sex', 'Féminin'],
    ['nationality', 'Marocaine'],
    ['maritalStatus', 'Mariée'],
    ['recordCode', 'Présent'],
    ['quarter', 'T3'],
    ['mobile', '00212661234567 '],
    ['lastName', ' EL AMRANI '],
  ])('%s «%s» is read as in the golden line', (field, written) => {
    const result = check({ [field]: written })
    expect(result.findings).toEqual([])
    expect(result.declaredLines.map(withoutLine)).toEqual([fixedLine])
  })

  it('no matricule is a new member, no CNSS number and no exit date are none, ten children are nine or more', () => {
    const result = check({ memberNumber: '', cnssNumber: '', leftOn: '', children: '10' })
    expect(result.findings.map(({ code }) => code)).toEqual(['new_member'])
    expect(result.declaredLines).toMatchObject([
      { memberNumber: null, cnssNumber: null, leftOn: null, children: 9 },
    ])
  })

  it.each<[RecordField, string, string, string?]>([
    ['salary', '36O00,25', 'letter_in_number', '36000,25'],
    ['salary', '٣٦٠٠٠,٢٥', 'other_digits', '36000,25'],
    ['salary', '36000,255', 'salary_decimals'],
    ['salary', '1.234', 'salary_decimals'],
    ['salary', '-36000,25', 'salary_negative'],
    ['salary', '', 'salary_missing'],
    ['salary', 'trente', 'not_digits'],
    ['salary', '100000000,00', 'field_too_long'],
    ['bornOn', '15/07/12', 'date_impossible'],
    ['bornOn', '31/02/85', 'date_impossible'],
    ['bornOn', '31/02/1985', 'date_impossible'],
    ['bornOn', '١٥/٠٧/١٩٨٥', 'other_digits', '15/07/1985'],
    ['bornOn', '19850715', 'date_iso_order', '15/07/1985'],
    ['bornOn', '00/00/1985', 'birth_day_unknown', '01/07/1985'],
    ['bornOn', '', 'date_missing'],
    ['joinedOn', '1er mars 2010', 'date_impossible'],
    ['employeeRate', '3750', 'rate_lost_zero', '3,75'],
    ['employeeRate', '60', 'rate_lost_zero', '6,00'],
    ['employeeRate', '6,1', 'rate_not_published'],
    ['employerNumber', '', 'field_missing'],
    ['memberNumber', '1234567890', 'field_too_long'],
    ['memberNumber', '1,23E+08', 'number_abbreviated'],
    ['cnssNumber', '1,23457E+08', 'number_abbreviated'],
    ['staffNumber', '1,2E+05', 'number_abbreviated'],
    ['bornOn', '31243', 'date_serial', '15/07/1985'],
    ['bornOn', '15/07/85', 'date_short_year', '15/07/1985'],
    ['joinedOn', '1-3-10', 'date_short_year', '01/03/2010'],
    ['joinedOn', '01.03.98', 'date_short_year', '01/03/1998'],
    ['lastName', 'ABDERRAHMANE EL FASSI EL FIHRI', 'field_too_long'],
    ['lastName', 'bénani', 'name_rewritten', 'BENANI'],
    ['staffNumber', 'A-000042', 'field_too_long'],
    ['email', `${'a'.repeat(30)}@exemple.ma`, 'email_too_long'],
    ['mobile', '661234567', 'mobile_malformed', '00212661234567'],
    ['sex', 'X', 'sex_unknown'],
    ['sex', 'f', 'letter_lower_case', 'F'],
    ['identityNumber', 'be-123456', 'identity_rewritten', 'BE123456'],
    ['lastName', '"EL "AMRANI"', 'quote_stray'],
    ['lastName', '"EL\nAMRANI"', 'control_character'],
    ['lastName', 'EL\u200bAMRANI', 'invisible_character', 'ELAMRANI'],
  ])('%s «%s» is told: %s', (field, written, code, correction) => {
    const result = check({ [field]: written })
    const found = result.findings.find((one) => one.code === code)
    expect(found).toMatchObject({ line: 2, field, column: exampleColumns.indexOf(field) + 1 })
    expect(found?.correction).toBe(correction)
    if (correction === undefined) return
    expect(check({ [field]: correction }).findings.map((one) => one.code)).not.toContain(code)
  })
})

describe('where a finding stands', () => {
  it('is said as a spreadsheet says it', () => {
    const [found] = check({ salary: '36O00,25' }).findings
    expect(found).toMatchObject({ line: 2, column: 15, params: { cell: 'O2' } })
    expect(found && findingSentence(found, 'fr')).toBe(
      'Ligne 2, salaire (O2) : «36O00,25» contient une lettre O. Remplacez-la par un zéro.',
    )
    expect(found && findingSentence(found, 'ar')).toContain('(\u2066O2\u2069)')
  })

  it('counts lines as an editor does and rows as a spreadsheet does', () => {
    const text = `sep=;\n${exampleHeader()}\n${exampleRow({ email: '"A\nB@C.MA"' })}\n${exampleRow({ salary: 'x' })}`
    const found = checkDeclaration(encode(text)).findings.find(({ code }) => code === 'not_digits')
    expect(found).toMatchObject({ line: 5, params: { cell: 'O3' } })
  })

  it('speaks of dirhams and strokes in a table, of centimes and eight digits in fixed width', () => {
    const sentence = (bytes: Uint8Array) => {
      const [found] = checkDeclaration(bytes).findings
      return found ? findingSentence(found, 'fr') : ''
    }
    expect(sentence(exampleTable(exampleRow({ salary: '' })))).toContain('en dirhams')
    expect(sentence(exampleFile(exampleLine({ salary: '' })))).toContain('en centimes')
    expect(sentence(exampleTable(exampleRow({ bornOn: '31/02/1985' })))).toContain('JJ/MM/AAAA')
    expect(sentence(exampleFile(exampleLine({ bornOn: '31021985' })))).toContain('JJMMAAAA')
  })
})

describe('rows gone astray', () => {
  it('a comma that cuts an amount in two is told, and the other rows are kept', () => {
    const rows = [
      exampleHeader(exampleColumns, ','),
      exampleRow({ salary: '36000,25', employeeRate: '6' }, exampleColumns, ','),
      exampleRow({ memberNumber: '000123457' }, exampleColumns, ','),
    ]
    const result = checkDeclaration(encode(rows.join('\n')))
    expect(result).toMatchObject({ lines: 2, accepted: 1 })
    expect(result.findings).toMatchObject([
      { line: 2, code: 'row_too_long', field: null, params: { count: '23', expected: '22' } },
    ])
    expect(result.refusedLines).toEqual([{ line: 2, text: rows[1] }])
  })

  it('a quote left open spoils its line, not the file', () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      exampleRow({
        memberNumber: String(index + 1),
        ...(index === 3 ? { lastName: '"EL AMRANI' } : {}),
      }),
    )
    const result = checkDeclaration(exampleTable(...rows))
    expect(result).toMatchObject({ lines: 40, accepted: 39 })
    expect(result.findings).toMatchObject([{ line: 5, code: 'quote_unclosed' }])
  })

  it('rows of nothing but separators are blank', () => {
    const result = checkDeclaration(exampleTable(exampleRow(), ';'.repeat(21), '', '  ;  '))
    expect(result).toMatchObject({ lines: 1, accepted: 1 })
    expect(result.findings.map(({ code, line }) => [code, line])).toEqual([
      ['blank_line', 3],
      ['blank_line', 4],
      ['blank_line', 5],
    ])
  })

  it('a shorter row lacks its last cells', () => {
    const { findings } = checkDeclaration(
      exampleTable(exampleRow().split(';').slice(0, 20).join(';')),
    )
    expect(findings.map(({ code, field }) => [code, field])).toEqual([
      ['field_missing', 'quarter'],
      ['field_missing', 'year'],
    ])
  })
})

describe('the same rules', () => {
  it('see a table and a file of fixed width alike', () => {
    const known = {
      knownMembers: [
        {
          memberNumber: '000123456',
          lastName: 'BENNANI',
          firstName: 'ALI',
          lastSalary: centimes(1000000),
        },
      ],
    }
    const found = (bytes: Uint8Array) =>
      checkDeclaration(bytes, known).findings.map(({ code, field, severity }) => ({
        code,
        field,
        severity,
      }))
    const inTable = found(
      exampleTable(exampleRow({ joinedOn: '15/07/1984', leftOn: '31/08/2024' })),
    )
    const inFixed = found(exampleFile(exampleLine({ joinedOn: '15071984', leftOn: '31082024' })))
    expect(inTable.toSorted(byCode)).toEqual(inFixed.toSorted(byCode))
    expect(inTable.length).toBeGreaterThan(3)
  })
})

function byCode(one: { code: string }, other: { code: string }): number {
  return one.code.localeCompare(other.code)
}
