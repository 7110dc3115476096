import { expect, it } from 'vitest'
import { aClerkEachTime, sendFile } from '../../../test/support/declaring.ts'
import { exampleLine } from '../checking/example-line.ts'
import { exampleRow, exampleTable } from '../checking/tables/example-table.ts'

const at = aClerkEachTime()
const period = { category: '01', quarter: '2024T3' }

it('a finding in a table stands in a cell, as the spreadsheet calls it, in both languages', async () => {
  const row = exampleRow({ employerNumber: at.atlas.number, sex: '1' })
  const check = await sendFile(at.clerk, period, exampleTable(row), 'paie.csv')
  expect(check.text).toContain('Ligne 2, cellule I2 :')
  const arabic = await at.clerk.get(`${check.url}?lang=ar`)
  expect(arabic.text.replaceAll(/[\u2066\u2069]/g, '')).toContain('السطر 2، الخانة I2:')
})

it('a total below lines of fixed width is one finding there too, and one press takes it out', async () => {
  const line = exampleLine({ employerNumber: at.atlas.number })
  const check = await sendFile(at.clerk, period, `${line}\r\nTOTAL${' '.repeat(93)}0003600025\r\n`)
  expect(check.text).toContain('une ligne de total')
  const form = check.document.querySelector('form[action$="/constats/total_row/corriger"]')
  const done = await at.clerk.submit(check, {}, form?.getAttribute('action'))
  expect(done.text).toContain('0 ligne à corriger')
})

it('one line to correct opens its form at once; several open their list, and so does one of two that are alike', async () => {
  const own = { employerNumber: at.atlas.number }
  const people = [
    { ...own, sex: '1' },
    { ...own, memberNumber: '000200002', identityNumber: 'BE200002', bornOn: '30021985' },
    { ...own, memberNumber: '000200003', identityNumber: 'BE200003', bornOn: '31021985' },
    { ...own, memberNumber: '000200004', identityNumber: 'BE200004' },
    { ...own, memberNumber: '000200004', identityNumber: 'BE200004' },
  ]
  const check = await sendFile(at.clerk, period, people.map((one) => exampleLine(one)).join('\r\n'))
  const opened = (cause: string) => {
    const link = check.document.querySelector(`[data-place="${cause}"] a[data-opens]`)
    return [link?.getAttribute('data-opens'), link?.getAttribute('href')?.split('/').at(-1)]
  }
  expect(opened('sex_unknown.sex')).toEqual(['ligne', '1?constat=sex_unknown.sex'])
  expect(opened('date_impossible.bornOn')).toEqual(['constat', 'date_impossible.bornOn'])
  expect(opened('member_duplicate.memberNumber')).toEqual([
    'constat',
    'member_duplicate.memberNumber',
  ])
})

it('causes of as many lines come as their lines do', async () => {
  const own = { employerNumber: at.atlas.number }
  const people = [
    { ...own, sex: '1', bornOn: '30021985' },
    { ...own, memberNumber: '000200002', identityNumber: 'BE200002', joinedOn: '20100301' },
    { ...own, memberNumber: '000200003', identityNumber: 'BE200003', salary: '00O3600025' },
  ]
  const check = await sendFile(at.clerk, period, people.map((one) => exampleLine(one)).join('\r\n'))
  const places = check.document
    .querySelectorAll('.is-blocking[data-place]')
    .map((one) => one.getAttribute('data-place'))
  expect(places).toEqual([
    'sex_unknown.sex',
    'date_impossible.bornOn',
    'date_iso_order.joinedOn',
    'letter_in_number.salary',
  ])
})
