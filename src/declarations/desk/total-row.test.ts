import { expect, it } from 'vitest'
import { aClerkEachTime, sendFile } from '../../../test/support/declaring.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { writeSpreadsheet } from '../checking/spreadsheets/write-spreadsheet.ts'
import {
  exampleColumns,
  exampleHeader,
  exampleRow,
  exampleTable,
} from '../checking/tables/example-table.ts'

const setting = aClerkEachTime()

const period = { category: '01', quarter: '2024T3' }

function rows(): string[] {
  const total = exampleColumns.map((field) =>
    field === 'lastName' ? 'Total' : field === 'salary' ? '36000,25' : '',
  )
  return [exampleRow({ employerNumber: setting.atlas.number }), total.join(';')]
}

function workbook(): Promise<Uint8Array> {
  const cells = rows().map((row) => row.split(';'))
  return writeSpreadsheet([{ name: 'T3', header: exampleHeader().split(';'), rows: cells }])
}

/** What is left of a check once its row of sums is taken out. */
async function takenOut(check: Screen) {
  expect(check.text).toContain('Ligne de total')
  const form = check.document.querySelector('form[action$="/constats/total_row/corriger"]')
  expect(form?.text).toContain('Retirer la ligne')
  const line = await setting.clerk.get(`${check.url}/lignes/3`)
  expect(line.status).toBe(200)
  expect(line.text).toContain('une ligne de total')
  const done = await setting.clerk.submit(check, {}, form?.getAttribute('action'))
  expect(done.text).toContain('0 ligne à corriger')
  const [found] = await setting.site.database.ownerQuery<{ lines: number; accepted_lines: number }>(
    `select lines, accepted_lines from declarations where id = $1`,
    [done.url.split('/').at(-1)],
  )
  return found
}

it('a row of sums below a table is one finding, and one press takes it out', async () => {
  const check = await sendFile(setting.clerk, period, exampleTable(...rows()), 'paie.csv')
  expect(await takenOut(check)).toEqual({ lines: 1, accepted_lines: 1 })
})

it('below the list of a workbook too', async () => {
  const check = await sendFile(setting.clerk, period, await workbook(), 'paie.xlsx')
  expect(await takenOut(check)).toEqual({ lines: 1, accepted_lines: 1 })
})
