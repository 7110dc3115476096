import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleLine } from '../../src/declarations/checking/example-line.ts'
import { paths } from '../../src/web/paths.ts'
import { sendFile } from '../support/declaring.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from '../support/factories.ts'
import { someMembers } from '../support/members.ts'
import { openSite, type TestSite } from '../support/site.ts'
import type { Screen, Visitor } from '../support/visitor.ts'
import { actionsSince, csrfOf, effects } from './people.ts'

let site: TestSite
let atlas: TestEmployer
let souss: TestEmployer
let visitor: Visitor
let csrf: string

/** A tab was opened for Atlas; then Souss was taken in hand in another one. */
beforeAll(async () => {
  site = await openSite()
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  souss = await anEmployer(site, { name: 'Souss Agrumes SARL' })
  const service = 'declaration_external'
  const accountant = await aProfile(site, atlas, { service, alsoFor: [souss] })
  visitor = await signedIn(site, accountant, atlas)
  const board = await visitor.get(paths.declarations.board())
  csrf = csrfOf(board)
  await visitor.submit(board, {}, paths.declarations.takeInHand({ id: souss.id }))
})
afterAll(() => site.close())

/** Every form about one company that a firm's person may send. */
const formsOfACompany = () =>
  site.routes
    .filter(({ method, power }) => method === 'POST' && power.startsWith('declarations.'))
    .map(({ pattern }) =>
      pattern
        .replace(':category', '01')
        .replace(':quarter', '2026T3')
        .replace(':line', '1')
        .replace(':cause', 'salary_jump')
        .replace(/:\w+/g, '00000000-0000-4000-8000-000000000001'),
    )

/** As a form, as a form with a file, and as a part of a file: whichever the address takes. */
function sendings(at: string, fields: Record<string, string>): Promise<Screen>[] {
  const withFile = new FormData()
  for (const [name, value] of Object.entries(fields)) withFile.append(name, value)
  withFile.append('fichier', new File(['x'], 'd.txt'))
  const headers = { 'content-type': 'application/octet-stream' }
  const named = Object.entries(fields).map(([name, value]) => [`x-${name}`, value])
  const part = { headers: { ...headers, ...Object.fromEntries(named) }, body: 'x' }
  return [
    visitor.post(at, fields),
    visitor.request(at, { method: 'POST', body: withFile }, false),
    visitor.request(at, { method: 'POST', ...part }, false),
  ]
}

async function answersTo(fields: Record<string, string>) {
  const answers: { at: string; statuses: number[]; text: string }[] = []
  for (const at of formsOfACompany()) {
    const screens = await Promise.all(sendings(at, { csrf, ...fields }))
    const text = screens.map((screen) => screen.text).join(' ')
    answers.push({ at, statuses: screens.map(({ status }) => status), text })
  }
  return answers
}

describe('a tab that was opened for another company', { timeout: 600_000 }, () => {
  it('acts on neither company, whichever of its forms is sent (AT51)', async () => {
    const before = await effects(site)
    const answers = await answersTo({ entreprise: atlas.id })
    expect(answers.length).toBeGreaterThan(20)
    for (const { at, statuses, text } of answers) {
      expect([at, ...statuses]).toEqual([at, 409, 409, 409])
      expect(text, at).toContain(
        'Cet onglet était celui d’Atlas Textile SA, mais Souss Agrumes SARL a été ouverte depuis',
      )
    }
    expect(await actionsSince(site, before)).toEqual([])
  })

  it('does not act by keeping silent about its company (AT51)', async () => {
    const before = await effects(site)
    for (const { at, statuses, text } of await answersTo({})) {
      expect([at, ...statuses]).toEqual([at, 409, 409, 409])
      expect(text, at).toContain('Ce formulaire a été ouvert pour une autre entreprise')
    }
    expect(await actionsSince(site, before)).toEqual([])
  })

  it('names nobody who gave no mandate (AT51, AT5)', async () => {
    const stranger = await anEmployer(site, { name: 'Zamzamouni SA' })
    for (const { at, statuses, text } of await answersTo({ entreprise: stranger.id })) {
      expect([at, ...statuses]).toEqual([at, 409, 409, 409])
      expect(text, at).not.toContain('Zamzamouni')
    }
  })
})

describe('a link of a tab that was opened for another company', () => {
  const period = { category: '01', quarter: '2026T3' }

  it.each([
    ['a file', paths.declarations.prepared(period), paths.declarations.period(period)],
    ['a page', paths.entry.nil(period), paths.entry.nil(period)],
  ])('gives %s of neither, names both, and leads back (AT51)', async (_what, link, back) => {
    const screen = await visitor.get(`${link}?entreprise=${atlas.id}`)
    expect(screen.status).toBe(409)
    expect(screen.title).toContain('Une autre entreprise est ouverte')
    expect(screen.text).toContain('Souss Agrumes SARL a été ouverte depuis')
    expect(screen.text).not.toContain('choisissez de nouveau le fichier')
    const way = screen.document.querySelector('main form')?.getAttribute('action')
    const page = encodeURIComponent(back)
    expect(way).toBe(`${paths.declarations.takeInHand({ id: atlas.id })}?page-ouverte=${page}`)
  })

  it('is what the page of a period has, and gives the company’s own', async () => {
    await someMembers(site, souss, { count: 1 })
    const screen = await visitor.get(paths.declarations.period(period))
    const link = `${paths.declarations.prepared(period)}?format=csv&entreprise=${souss.id}`
    const links = screen.document.querySelectorAll('a').map((one) => one.getAttribute('href'))
    expect(links).toContain(link)
    expect((await visitor.get(link)).status).toBe(200)
  })

  it('or the desk of its declaration, loaded again, says so too; nobody else hears of it (AT44)', async () => {
    const [ofAtlas, ofStranger] = [await aCheck(atlas), await aCheck(await anEmployer(site))]
    const screen = await visitor.get(ofAtlas)
    expect(screen.status).toBe(409)
    expect(screen.text).toContain('Revenir à Atlas Textile SA')
    expect((await visitor.get(ofStranger)).status).toBe(404)
    const stranger = await anEmployer(site)
    const other = await signedIn(site, await aProfile(site, stranger), stranger)
    expect((await other.get(ofAtlas)).status).toBe(404)
  })

  it('is absent like any other where its identifier is of no such form', async () => {
    const id = '-'.repeat(36)
    expect((await visitor.get(paths.declarations.check({ id }))).status).toBe(404)
    expect((await visitor.get(paths.declarations.receipt({ id }))).status).toBe(404)
  })
})

async function aCheck(employer: TestEmployer): Promise<string> {
  const clerk = await signedIn(site, await aProfile(site, employer))
  const text = exampleLine({ employerNumber: employer.number })
  const check = await sendFile(clerk, { category: '01', quarter: '2024T3' }, text)
  return check.url
}
