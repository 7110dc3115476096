import { expect, it } from 'vitest'
import { aClerkEachTime, sendFile } from '../../test/support/declaring.ts'
import { someMembers } from '../../test/support/members.ts'
import { paths } from '../web/paths.ts'
import { readSpreadsheet } from './checking/spreadsheets/read-spreadsheet.ts'
import { writeCells } from './checking/spreadsheets/write-cells.ts'
import type { DeskFileFormat } from './desk/files/desk-file.ts'

const period = { category: '01', quarter: '2024T3' }
const [salary, leftOn] = [3, 4]

const at = aClerkEachTime()

const prepared = (format: DeskFileFormat) =>
  at.clerk.raw(`${paths.declarations.prepared(period)}?format=${format}`)

async function linesOf(address: string) {
  return at.site.database.ownerQuery<{ salary: string; code: string; left_on: string | null }>(
    `select salary_centimes::text as salary, record_code as code, exit_on::text as left_on from declaration_lines
      where declaration_id = $1 order by line`,
    [/controles\/([\w-]{36})/.exec(address)?.[1]],
  )
}

const filledIn = [
  { salary: '3600025', code: '2', left_on: null },
  { salary: '2400000', code: '7', left_on: '2024-08-31' },
]

it('D2: the Fichier Préétabli as a table: who it is beside what is to be written, and sent again once filled in', async () => {
  await someMembers(at.site, at.atlas, { count: 2 })
  const file = await prepared('csv')
  expect(file.headers.get('content-disposition')).toContain(`CIMR_${at.atlas.number}_T3_2024.csv`)
  const [titles = '', ...rows] = file.body.trimEnd().split('\r\n')
  const start =
    'Matricule CIMR;Nom;Prénom;Salaire du trimestre;Date de sortie;N° Adhérent;Catégorie;'
  expect(titles.replace('\ufeff', '').startsWith(start)).toBe(true)
  expect(rows).toHaveLength(2)
  const typed = rows.map((row, index) => {
    const cells = row.split(';')
    expect([cells[salary], cells[leftOn]]).toEqual(['', ''])
    cells[salary] = ['36 000,25', '24000'][index] ?? ''
    cells[leftOn] = ['', '31/08/2024'][index] ?? ''
    return cells.join(';')
  })
  const check = await sendFile(at.clerk, period, [titles, ...typed].join('\r\n'), 'paie.csv')
  expect(await linesOf(check.url)).toEqual(filledIn)
})

it('is a workbook too, in which amounts and days are typed as Excel keeps them', async () => {
  await someMembers(at.site, at.atlas, { count: 2 })
  const file = await prepared('xlsx')
  expect(file.headers.get('content-type')).toContain('spreadsheetml')
  const read = await readSpreadsheet(file.bytes)
  expect(read.ok && new TextDecoder().decode(read.text)).toContain(at.atlas.number)
  // What Excel keeps of 31/08/2024 in a cell that shows days.
  const typed = await writeCells(file.bytes, 0, [
    { row: 1, column: salary, value: 36_000.25 },
    { row: 2, column: salary, value: 24_000 },
    { row: 2, column: leftOn, value: 45_535 },
  ])
  const check = await sendFile(at.clerk, period, typed, 'paie.xlsx')
  expect(await linesOf(check.url)).toEqual(filledIn)
})

it('offers the three on the page of the quarter', async () => {
  await someMembers(at.site, at.atlas, { count: 2 })
  const page = await at.clerk.get(paths.declarations.period(period))
  for (const words of ['en Excel', 'en CSV', 'en texte (190 caractères)']) {
    expect(page.text).toContain(`Télécharger ${words}`)
  }
})
