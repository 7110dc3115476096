import { describe, expect, it } from 'vitest'
import { quarterFrom } from '../../../calendar/index.ts'
import { exampleFile, exampleLine } from '../example-line.ts'
import type { RecordField } from '../fields.ts'
import { type CheckContext, checkDeclaration } from '../index.ts'
import { findingSentence } from '../sentences.ts'
import { exampleColumns, exampleHeader, exampleRow } from './example-table.ts'

const encode = (text: string) => new TextEncoder().encode(text)

const [fixedLine] = checkDeclaration(exampleFile(exampleLine())).declaredLines

describe('the header', () => {
  const without = (...fields: readonly RecordField[]) => {
    const columns = exampleColumns.filter((field) => !fields.includes(field))
    return encode(`${exampleHeader(columns)}\n${exampleRow({}, columns)}\n`)
  }
  const known: CheckContext = {
    employerNumber: '005839',
    quarter: quarterFrom('2024T3'),
    categories: [{ category: '01', employeeRate: 600, employerRate: 780, product: 'al_kamil' }],
  }

  it('may leave out what the portal knows', () => {
    const bytes = without(
      'employerNumber',
      'category',
      'employeeRate',
      'quarter',
      'year',
      'recordCode',
    )
    const { declaredLines, findings } = checkDeclaration(bytes, known)
    expect(findings).toEqual([])
    expect(declaredLines.map((one) => ({ ...one, line: fixedLine?.line }))).toEqual([fixedLine])
  })

  it('must have it when nobody else says it', () => {
    const bytes = without('employerNumber', 'quarter', 'salary')
    expect(checkDeclaration(bytes)).toMatchObject({
      layout: null,
      findings: [
        {
          code: 'columns_missing',
          line: 1,
          params: { columns: 'N° Adhérent, Salaire du trimestre, Trimestre' },
        },
      ],
    })
  })

  it('names the titles that it did not know beside those that it misses', () => {
    const header = exampleHeader().replace('Salaire du trimestre', 'Salaire brut')
    const bytes = encode(`${header}\n${exampleRow()}\n`)
    const missing = checkDeclaration(bytes).findings.map((one) => findingSentence(one, 'fr'))
    expect(missing).toEqual([
      'Il manque des colonnes au tableau : Salaire du trimestre. Ces titres n’ont pas été reconnus : Salaire brut. Si l’un d’eux dit la même chose, donnez-lui le titre attendu ; sinon, ajoutez la colonne.',
    ])
  })

  it('may leave out what nobody is asked about', () => {
    const bytes = without(
      'staffNumber',
      'maritalStatus',
      'children',
      'cnssNumber',
      'mobile',
      'email',
    )
    const result = checkDeclaration(bytes)
    expect(result.findings).toEqual([])
    expect(result.declaredLines).toMatchObject([
      { maritalStatus: null, children: null, staffNumber: '' },
    ])
  })

  it('without code, an exit date says that the member leaves', () => {
    const columns = exampleColumns.filter((field) => field !== 'recordCode')
    const row = exampleRow({ leftOn: '31/08/2024' }, columns)
    const { declaredLines } = checkDeclaration(encode(`${exampleHeader(columns)}\n${row}`))
    expect(declaredLines).toMatchObject([{ leaving: true, leftOn: '2024-08-31' }])
  })

  it('may have one column for both names, which a known member divides', () => {
    const columns = exampleColumns.filter((field) => field !== 'firstName')
    const header = exampleHeader(columns).replace(';Nom;', ';Nom et prénom;')
    const row = (name: string) => exampleRow({ lastName: name }, columns)
    const checkName = (name: string, context?: CheckContext) =>
      checkDeclaration(encode(`${header}\n${row(name)}`), context)
    expect(checkName('EL AMRANI FATIMA ZAHRA')).toMatchObject({
      declaredLines: [{ lastName: 'EL AMRANI', firstName: 'FATIMA ZAHRA' }],
      findings: [{ code: 'name_split', severity: 'to_confirm', field: 'fullName' }],
    })
    const [member] = [
      { memberNumber: '000123456', lastName: 'EL AMRANI FATIMA', firstName: 'ZAHRA' },
    ]
    expect(checkName('El Amrani Fatima Zahra', { knownMembers: [member] })).toMatchObject({
      declaredLines: [{ lastName: 'EL AMRANI FATIMA', firstName: 'ZAHRA' }],
      findings: [{ code: 'name_rewritten' }],
    })
    expect(checkName('BENNANI').findings).toMatchObject([{ code: 'name_not_split' }])
  })

  it('tells what it does not read, and refuses two columns of one name', () => {
    const text = `Déclaration du trimestre\n\n${exampleHeader()};Prime;Constats\n${exampleRow()};12;x`
    expect(checkDeclaration(encode(text))).toMatchObject({
      accepted: 1,
      findings: [
        { code: 'rows_above_header', line: 3, params: { count: '2' } },
        { code: 'column_unknown', line: 3, column: 23, value: 'Prime', params: { letters: 'W' } },
      ],
    })
    expect(checkDeclaration(encode(`${exampleHeader()};Salaire\n${exampleRow()};1`))).toMatchObject(
      {
        layout: null,
        findings: [{ code: 'column_twice', column: 23, params: { column: 'Salaire' } }],
      },
    )
  })

  it('is asked for when a table has none', () => {
    expect(checkDeclaration(encode(`${exampleRow()}\n`.repeat(3)))).toMatchObject({
      layout: null,
      findings: [{ code: 'header_missing' }],
    })
  })
})
