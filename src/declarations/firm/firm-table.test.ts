import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { sendFirmFile } from '../../../test/support/firm-file.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { writeSpreadsheet } from '../checking/spreadsheets/write-spreadsheet.ts'
import {
  exampleColumns,
  exampleHeader,
  exampleRow,
  type RowChanges,
} from '../checking/tables/example-table.ts'

let site: TestSite
let companies: TestEmployer[]
let visitor: Visitor

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  companies = [await anEmployer(site), await anEmployer(site)]
  const [first, second] = companies as [TestEmployer, TestEmployer]
  const person = await aProfile(site, first, { service: 'declaration_external', alsoFor: [second] })
  visitor = await signedIn(site, { ...person, employerId: null })
})

const row = (index: number, member: number, changes: RowChanges = {}) =>
  exampleRow({
    employerNumber: companies[index]?.number ?? '',
    memberNumber: `00030000${member}`,
    year: '2026',
    ...changes,
  })

/** Two people of the first company, with one of the second between them; somebody of neither. */
const rows = () => [row(0, 1), row(1, 2), row(0, 3), row(0, 4, { employerNumber: '999999' })]

function declared() {
  return site.database.ownerQuery<Record<string, unknown>>(
    `select e.employer_number as number, d.lines, d.layout, d.source_lines from declarations d
      join employers e on e.id = d.employer_id where e.id = any($1) and d.state = 'checked' order by d.lines desc`,
    [companies.map((one) => one.id)],
  )
}

const expected = () => [
  { number: companies[0]?.number, lines: 2, layout: 'template-csv', source_lines: [2, 4] },
  { number: companies[1]?.number, lines: 1, layout: 'template-csv', source_lines: [3] },
]

it('D9: a table of several companies is split by its own columns, each part under the same titles', async () => {
  const result = await sendFirmFile(site, visitor, [exampleHeader(), ...rows()], 'toutes.csv')
  expect(await declared()).toEqual(expected())
  expect(result.text).toContain('toutes.csv : 4 lignes')
  expect(result.text).toContain('N° 999999, catégorie 01, 3e trimestre 2026 : ligne 5')
})

it('is a workbook too', async () => {
  const cells = rows().map((one) => one.split(';'))
  const bytes = await writeSpreadsheet([
    { name: 'T3', header: exampleHeader().split(';'), rows: cells },
  ])
  await sendFirmFile(site, visitor, bytes, 'toutes.xlsx')
  expect(await declared()).toEqual(expected())
})

it('is asked for what says whose each row is', async () => {
  const columns = exampleColumns.filter((field) => field !== 'employerNumber')
  const table = [exampleHeader(columns), exampleRow({}, columns)]
  const result = await sendFirmFile(site, visitor, table, 'toutes.csv')
  expect(result.text).toContain('Ce tableau ne dit pas de quelle entreprise est chaque ligne.')
  expect(await declared()).toEqual([])
})
