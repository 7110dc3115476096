import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Door } from '../../access/doors.ts'
import { signIn } from '../../access/sign-in/sign-in.ts'
import { paths } from '../../web/paths.ts'
import { readSignIns } from './read-sign-ins.ts'

let site: TestSite
let employer: TestEmployer
let declarant: TestPerson
let agent: TestPerson

beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { number: '005839', name: 'Atlas Textile SA' })
  await aDelegate(site, employer)
  declarant = await aProfile(site, employer, { service: 'declaration_internal' })
  agent = await anAgent(site)
})
afterAll(() => site.close())

async function tries(
  door: Door,
  login: string,
  times = 1,
  address = '198.51.100.7',
): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    site.clock.advance(20 * 60_000)
    const origin = { address, device: null }
    const tried = { door, login, password: 'faux', origin, browser: '', formerSession: null }
    expect((await signIn(site.app, tried)).outcome).toBe('refused')
  }
}

const secret = 'Un mot de passe dans le mauvais champ'

describe('sign-ins that were refused', () => {
  it('are found by account, the latest first, whoever the account is of', async () => {
    await tries('agence', agent.login)
    await tries('administration', employer.number)
    await tries('teledeclaration', declarant.login, 10)
    const { found } = await readSignIns(site.app, '')
    expect(found.map(({ of, login, refused }) => [of, login, refused])).toEqual([
      ['profile', declarant.login, 10],
      ['delegate', employer.number, 1],
      ['agent', agent.login, 1],
    ])
    expect(found.map(({ isRepeated }) => isRepeated)).toEqual([true, false, false])
    expect(found.map(({ employerName }) => employerName)).toEqual([
      'Atlas Textile SA',
      'Atlas Textile SA',
      null,
    ])
  })

  it('are narrowed to a login, or to everybody of a company', async () => {
    const logins = async (typed: string) =>
      (await readSignIns(site.app, typed)).found.map(({ login }) => login)
    expect(await logins(` ${declarant.login.toUpperCase()} `)).toEqual([declarant.login])
    expect(await logins(employer.number)).toEqual([declarant.login, employer.number])
    expect(await logins('%')).toEqual([])
  })

  it('AT107: keep nothing of what was typed where it is nobody’s login', async () => {
    await tries('teledeclaration', secret)
    const { found } = await readSignIns(site.app, '')
    expect(found[0]).toMatchObject({ of: 'nobody', login: null, refused: 1 })
    const kept = await site.database.ownerQuery('select subject_id, details from audit_events')
    expect(JSON.stringify(kept).toLowerCase()).not.toContain(secret.toLowerCase())
  })

  it('are forgotten by the page after thirty days', async () => {
    site.clock.advance(31 * 24 * 3_600_000)
    expect((await readSignIns(site.app, '')).found).toEqual([])
  })
})

describe('the page', () => {
  it('is for supervisors, and leads to the trail of the company', async () => {
    await tries('teledeclaration', declarant.login)
    const reader = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
    const screen = await reader.get(`${paths.agency.signIns()}?q=${declarant.login}`)
    expect(screen.text).toContain(declarant.login)
    const trail = await reader.get(paths.agency.trail({ id: employer.id }))
    expect(trail.text).toContain(`N’a pas pu ouvrir de session : ${declarant.login}`)
    expect(screen.body).toContain(paths.agency.trail({ id: employer.id }))
    const none = await reader.get(`${paths.agency.signIns()}?q=${encodeURIComponent(secret)}`)
    expect([none.status, none.text]).toEqual([
      200,
      expect.stringContaining('Aucune connexion refusée'),
    ])
    const other = await signedIn(site, agent)
    expect((await other.get(paths.agency.signIns())).status).toBe(403)
  })
})
