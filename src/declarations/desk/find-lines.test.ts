import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendFile } from '../../../test/support/declaring.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { exampleLine } from '../checking/example-line.ts'

const period = { category: '01', quarter: '2024T3' }

let site: TestSite
let atlas: TestEmployer
let clerk: Visitor
let check: Screen

/** Sixty lines; the last but one is not taken, and the last is of who is on the first. */
beforeAll(async () => {
  site = await openSite()
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  clerk = await signedIn(site, await aProfile(site, atlas))
  const lines = Array.from({ length: 58 }, (_, index) => personOn(index + 1))
  const wrong = exampleLine({
    employerNumber: atlas.number,
    memberNumber: '000200059',
    identityNumber: 'BE200059',
    lastName: 'TAZI',
    sex: '1',
  })
  check = await sendFile(clerk, period, [...lines, wrong, personOn(1)].join('\r\n'))
})
afterAll(() => site.close())

function personOn(number: number): string {
  const last = String(200_000 + number)
  return exampleLine({
    employerNumber: atlas.number,
    memberNumber: last.padStart(9, '0'),
    identityNumber: `BE${last}`,
    lastName: number === 3 ? 'BENNANI' : 'EL AMRANI',
  })
}

const found = (screen: Screen) => screen.document.querySelectorAll('tbody tr')
const leadsTo = (screen: Screen) =>
  found(screen).map((row) => row.querySelector('a')?.getAttribute('href'))
const search = (words: string) =>
  clerk.get(`${check.url}/lignes?cherche=${encodeURIComponent(words)}`)

describe('a line that nothing was found on', () => {
  it.each([
    ['the line', '3'],
    ['the beginning of a name', 'bennani'],
    ['the member number', '000200003'],
    ['the member number without its zeros', '200003'],
  ])('is reached by %s', async (_what, words) => {
    const screen = await search(words)
    expect(leadsTo(screen)).toEqual([`${check.url}/lignes/3`])
    const form = await clerk.get(`${check.url}/lignes/3`)
    expect(form.title.replace(/\s/g, ' ')).toContain('Ligne 3 : BENNANI')
  })

  it('is looked for from the desk', async () => {
    const form = check.document.querySelector('form[role="search"]')
    expect(form?.getAttribute('action')).toBe(`${check.url}/lignes`)
  })

  it('says when there is none, and what can be written; what a mark of a pattern is, is a letter', async () => {
    const screen = await search('%')
    expect(found(screen)).toHaveLength(0)
    expect(screen.text).toContain('Aucune ligne ne correspond.')
  })

  it('stands among all of them, fifty a page, those to correct by their name too', async () => {
    const first = await clerk.get(`${check.url}/lignes`)
    expect(found(first)).toHaveLength(50)
    const second = await clerk.get(`${check.url}/lignes?page=2`)
    expect(found(second)).toHaveLength(10)
    expect(found(second)[8]?.text).toContain('TAZI')
    expect(found(second)[8]?.text).toContain('À corriger')
    expect(leadsTo(await search('59'))).toEqual([`${check.url}/lignes/59`])
  })

  it('is not another company’s', async () => {
    const souss = await anEmployer(site)
    const stranger = await signedIn(site, await aProfile(site, souss))
    expect((await stranger.get(`${check.url}/lignes`)).status).toBe(404)
  })
})

it('who is declared twice is on two lines, and both are a press away', async () => {
  const cause = await clerk.get(`${check.url}/constats/member_duplicate.memberNumber`)
  const links = found(cause)[0]?.querySelectorAll('a') ?? []
  const addresses = links.map((link) => link.getAttribute('href')?.split('?')[0])
  expect(addresses).toEqual([`${check.url}/lignes/1`, `${check.url}/lignes/60`])
})

it('one document under two numbers: each line names both numbers, and leads to the other', async () => {
  const borrowed = (number: number, of: number) =>
    personOn(number).replace(`BE${200_000 + number}`, `BE${200_000 + of}`)
  const souss = await anEmployer(site)
  const other = await signedIn(site, await aProfile(site, souss))
  const lines = [personOn(1), personOn(2), borrowed(3, 1), borrowed(4, 2)].join('\r\n')
  const desk = await sendFile(other, period, lines.replaceAll(atlas.number, souss.number))
  const cause = await other.get(`${desk.url}/constats/member_under_two_numbers.memberNumber`)
  const rows = found(cause)
  expect(rows).toHaveLength(2)
  for (const [at, line] of [1, 2].entries()) {
    const here = rows[at]
    expect(here?.text).toMatch(new RegExp(`20000${line + 2}.*20000${line}.*de la ligne ${line}\\.`))
    expect(here?.querySelector('a')?.getAttribute('href')).toBe(`${desk.url}/lignes/${line}`)
  }
})
