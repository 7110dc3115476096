import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askForReset } from '../../src/access/recovery/ask-for-reset.ts'
import { paths } from '../../src/web/paths.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../support/factories.ts'
import { mailedLink } from '../support/mailed.ts'
import { openSite, type TestSite } from '../support/site.ts'
import type { Visitor } from '../support/visitor.ts'
import { effects } from './people.ts'

let site: TestSite
let company: TestEmployer
let delegate: TestPerson
let user: TestPerson
let browsers: Visitor[]
let link = ''

beforeAll(async () => {
  site = await openSite()
  company = await anEmployer(site, { categories: ['01'] })
  delegate = await aDelegate(site, company)
  user = await aProfile(site, company, { service: 'employer_account' })
  browsers = [await signedIn(site, delegate), await signedIn(site, user)]
  await askForReset(site.app, {
    door: 'compte-adherent',
    login: user.login,
    answers: [],
    address: '10.0.0.1',
  })
  link = await mailedLink(site, user.email, 'nouveau-mot-de-passe')
})
afterAll(() => site.close())

const own = [paths.administration.information(), paths.employerAccount.situation()]

describe('AT118: a company that was closed', () => {
  it('opens nothing more to whoever is signed in, by its link, or at its door', async () => {
    for (const [at, browser] of browsers.entries())
      expect((await browser.get(own[at] ?? '')).status).toBe(200)
    await site.database.ownerQuery(`update employers set state = 'closed' where id = $1`, [
      company.id,
    ])
    const before = await effects(site)
    for (const [at, browser] of browsers.entries()) {
      const gone = await browser.raw(own[at] ?? '')
      expect([gone.status, gone.headers.get('location')]).toEqual([
        303,
        expect.stringContaining('connexion'),
      ])
    }
    expect(await effects(site)).toBe(before)
    const stranger = site.visitor()
    const opened = await stranger.get(link)
    expect(opened.body).not.toContain('name="password"')
    for (const [door, field, name] of [
      [paths.signIn.administration(), 'employerNumber', company.number],
      [paths.signIn.service({ service: 'compte-adherent' }), 'login', user.login],
    ] as const) {
      const page = await stranger.get(door)
      const wrong = await stranger.submit(page, { [field]: name, password: 'autre chose' })
      const right = await stranger.submit(page, { [field]: name, password: goodPassword })
      // Closed or mistyped: the same words.
      expect([right.status, right.text]).toEqual([wrong.status, wrong.text])
    }
  })

  it('is no place to go on for a firm', async () => {
    const other = await anEmployer(site, { categories: ['01'] })
    const firm = { ice: '001526374000283', name: 'Fiduciaire Atlas' }
    const person = await aProfile(site, other, { service: 'declaration_external', firm })
    const browser = await signedIn(site, person, other)
    expect((await browser.get(paths.declarations.calendar())).text).toContain(other.number)
    await site.database.ownerQuery(`update employers set state = 'closed' where id = $1`, [
      other.id,
    ])
    const gone = await browser.get(paths.declarations.calendar())
    expect(gone.status).toBe(403)
    expect((await browser.get('/teledeclaration/entreprises')).text).not.toContain(other.number)
  })

  it('stays before the agency: what it left is kept, and read', async () => {
    const agent = await signedIn(site, await anAgent(site))
    const page = await agent.get(paths.agency.employer({ id: company.id }))
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Radiée')])
  })
})
