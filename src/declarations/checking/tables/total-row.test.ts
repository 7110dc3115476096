import { describe, expect, it } from 'vitest'
import { checkContribution } from '../check-contribution.ts'
import { exampleLine } from '../example-line.ts'
import { checkDeclaration } from '../check-declaration.ts'
import { fixContribution } from '../corrections/fix-contribution.ts'
import { findingSentence } from '../sentences.ts'
import { writeSpreadsheet } from '../spreadsheets/write-spreadsheet.ts'
import { exampleColumns, exampleHeader, exampleRow, exampleTable } from './example-table.ts'

/** A row that holds these cells and no other. */
function rowOf(cells: Partial<Record<(typeof exampleColumns)[number], string>>): string {
  return exampleColumns.map((field) => cells[field] ?? '').join(';')
}

const codesOf = (row: string) =>
  checkDeclaration(exampleTable(exampleRow(), row)).findings.map(({ line, code }) => [line, code])

describe('a line of sums below lines of fixed width', () => {
  const file = (total: string) => new TextEncoder().encode(`${exampleLine()}\r\n${total}\r\n`)

  it.each([
    `TOTAL${' '.repeat(93)}0003600025${' '.repeat(82)}`,
    'Total général : 36000,25',
    'TOTAUX',
  ])('is one finding, and taken out by its safe correction: %s', async (total) => {
    const { findings } = checkDeclaration(file(total))
    expect(findings.map(({ line, code }) => [line, code])).toEqual([[2, 'total_row']])
    const { applied, result } = await fixContribution(file(total), checkContribution)
    expect([applied, result.lines, result.accepted]).toEqual([1, 1, 1])
  })

  it('is no line that somebody wrote anything else at the beginning of', () => {
    const codes = checkDeclaration(file(exampleLine({ lastName: 'TOTAL' }))).findings
    expect(codes.map(({ code }) => code)).not.toContain('total_row')
  })
})

describe('a row of sums below a list', () => {
  it.each([
    rowOf({ lastName: 'Total', salary: '36000,25' }),
    rowOf({ employerNumber: 'TOTAL GÉNÉRAL :', salary: '=SUM(O2:O2)' }),
    rowOf({ memberNumber: 'Totaux', children: '2', salary: '36000,25' }),
    rowOf({ firstName: 'Sous-total', salary: '36 000,25' }),
    rowOf({ lastName: 'المجموع', salary: '36000,25' }),
    rowOf({ salary: '36000,25' }),
  ])('is one finding, and proposed to be left out: %s', (row) => {
    expect(codesOf(row)).toEqual([[3, 'total_row']])
  })

  it.each([
    rowOf({ lastName: 'TOTALI', salary: '36000,25' }),
    exampleRow({ lastName: 'TOTAL', memberNumber: '000000009' }),
    exampleRow({ lastName: 'TOTAL', bornOn: '', memberNumber: '000000009' }),
  ])('is not somebody of whom something is missing: %s', (row) => {
    expect(codesOf(row).map(([, code]) => code)).not.toContain('total_row')
  })

  it('says what it is and what to do', () => {
    const row = rowOf({ lastName: 'Total', salary: '36000,25' })
    const [found] = checkDeclaration(exampleTable(exampleRow(), row)).findings
    expect(found && findingSentence(found, 'fr')).toBe(
      'Ligne 3 : «Total» : c’est une ligne de total, et non une personne. Retirez-la : le total se calcule de lui-même.',
    )
  })

  it('is taken out of a table by its safe correction', async () => {
    const table = exampleTable(exampleRow(), rowOf({ lastName: 'Total', salary: '36000,25' }))
    const { applied, result } = await fixContribution(table, checkContribution)
    expect(applied).toBe(1)
    expect(result).toMatchObject({ lines: 1, accepted: 1 })
  })

  it('is taken out of a workbook with its formulas', async () => {
    const total = rowOf({ lastName: 'Total', salary: '=SUM(O2:O2)' })
    const rows = [exampleRow(), total].map((row) => row.split(';'))
    const header = exampleHeader().split(';')
    const bytes = await writeSpreadsheet([{ name: 'T3', header, rows }])
    const { applied, result } = await fixContribution(bytes, checkContribution)
    expect(applied).toBe(1)
    expect(result).toMatchObject({ lines: 1, accepted: 1, findings: [] })
  })
})
