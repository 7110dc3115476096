import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RecordField } from '../fields.ts'
import { checkDeclaration, type CheckResult } from '../index.ts'
import { exampleColumns, exampleRow, exampleTable, type RowChanges } from './example-table.ts'

/** What people type into any cell, clean or not; each is read in its own way by the column it stands in. */
const typed = [
  '',
  ' ',
  '6',
  '6,00',
  ' 6,00',
  '6 %',
  '0600',
  '0',
  '00',
  '1',
  ' 1',
  '2',
  '12',
  '36000,25',
  '"36000,25"',
  '36 000,25 DH',
  '0003600025',
  '="123456"',
  "'=1+1",
  '"\'=1+1"',
  '=1+1',
  '"a ""b"" c"',
  '#N/A',
  'EL AMRANI',
  'El Amrani',
  'ÉL AMRANI',
  'M',
  'F',
  'm',
  'féminin',
  'masculin',
  'C',
  'V',
  'présent',
  'sorti',
  '7',
  '01/03/2010',
  '1/3/2010',
  '2010-03-01',
  '01032010',
  '31/02/2010',
  '15/07/1985',
  '0612345678',
  '00212661234567',
  'BE123456',
  'be123456',
  'A00042',
  '9999999999',
  '005839',
  '5839',
  'T3',
  '3',
  '2024',
  'x@exemple.ma',
  '\u200f01',
]

const changes: fc.Arbitrary<RowChanges> = fc.dictionary(
  fc.constantFrom(...exampleColumns.filter((field) => !isOfTheFile(field))),
  fc.constantFrom(...typed),
  { maxKeys: 6 },
)

/** The same cell often stands below itself, as in a real file. */
const rowsOfOneFile = fc
  .array(changes, { minLength: 1, maxLength: 4 })
  .chain((few) => fc.array(fc.constantFrom(...few), { minLength: 2, maxLength: 10 }))

const numRuns = Number(process.env['RE37_RUNS'] ?? 600)

it('RE37: a row is read in a file as it would be alone, whatever the rows above it said', () => {
  fc.assert(
    fc.property(rowsOfOneFile, (all) => {
      const rows = all.map((one, index) =>
        exampleRow({ ...one, memberNumber: String(123_456_001 + index) }),
      )
      const together = told(checkDeclaration(exampleTable(...rows)))
      const alone = rows.flatMap((row, index) => {
        const above = Array.from({ length: index }, () => '')
        return told(checkDeclaration(exampleTable(...above, row)))
      })
      expect(together.toSorted()).toEqual(alone.toSorted())
    }),
    { numRuns },
  )
})

const ofTheFile = new Set(['blank_line', 'employers_several', 'member_under_two_numbers'])

/** The lines and findings as texts; how many companies a file has, and who is on two rows, is of no row. */
function told({ declaredLines, findings }: CheckResult): string[] {
  const ofRows = findings.filter(({ code }) => !ofTheFile.has(code))
  return [...declaredLines, ...ofRows].map((one) =>
    JSON.stringify(one, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  )
}

/** Nobody twice; and the first line tells the period of the others. */
function isOfTheFile(field: RecordField): boolean {
  return field === 'memberNumber' || field === 'quarter' || field === 'year'
}
