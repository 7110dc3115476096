import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  goodPassword,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { mailedLink } from '../../../test/support/mailed.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { askForReset } from './ask-for-reset.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.database.ownerQuery('delete from throttles')
  await site.runJobs()
  site.mails.length = 0
  site.clock.advance(60_000)
})

const another = 'grimper sur un zebre a pois'
const doorOf = {
  payment: 'e-paiement',
  employer_account: 'compte-adherent',
} as const

async function aPayer(wishes: Parameters<typeof aProfile>[2] = {}): Promise<TestPerson> {
  return aProfile(site, await anEmployer(site), { service: 'payment', ...wishes })
}

async function forget(visitor: Visitor, login: string, door: string = doorOf.payment) {
  const page = await visitor.get(`/mot-de-passe-oublie/${door}`)
  return visitor.submit(page, { login })
}

async function resetLinkFor(person: TestPerson, door: string = doorOf.payment): Promise<string> {
  await forget(site.visitor(), person.login, door)
  return mailedLink(site, person.email, 'nouveau-mot-de-passe')
}

async function signInAs(person: TestPerson, password: string): Promise<Screen> {
  const visitor = site.visitor()
  const page = await visitor.get('/connexion/e-paiement')
  return visitor.submit(page, { login: person.login, password })
}

describe('«Mot de passe oublié»', () => {
  it('U2: mails a link by which another password is chosen, once', async () => {
    const person = await aPayer()
    const link = await resetLinkFor(person)
    const visitor = site.visitor()
    const page = await visitor.get(link)
    const short = await visitor.submit(page, { newPassword: 'court' })
    expect(short.status).toBe(422)
    const done = await visitor.submit(short, { newPassword: another })
    expect(done.url.split('?')[0]).toBe('/connexion/e-paiement')
    expect(done.text).toMatch(/nouveau mot de passe est enregistré/)
    expect((await signInAs(person, goodPassword)).status).toBe(422)
    expect((await signInAs(person, another)).status).toBe(200)
  })

  it('AT3: says the same for a known and an unknown login, and writes to nobody unknown', async () => {
    const known = await aPayer()
    const unknown = known.login.replace(/^p\d/, 'qx')
    const [one, two] = [site.visitor(), site.visitor()]
    const known200 = await forget(one, known.login)
    const unknown200 = await forget(two, unknown)
    expect(unknown200.body).toBe(known200.body)
    expect(unknown200.status).toBe(known200.status)
    const headers = (screen: Screen) => [...screen.headers].filter(([name]) => name !== 'date')
    expect(headers(unknown200)).toEqual(headers(known200))
    await site.runJobs()
    expect(site.mails.map(({ to }) => to)).toEqual([known.email])
  })

  it('gives the delegate the leaflet’s way: a signed letter', async () => {
    const page = await site.visitor().get('/mot-de-passe-oublie/administration')
    expect(page.text).toMatch(/Réinitialisation du mot de passe de la personne déléguée/)
    expect(page.document.querySelector('a[href="/telechargement"]')).not.toBeNull()
    const arabic = await site.visitor().get('/mot-de-passe-oublie/administration?lang=ar')
    expect(arabic.text).toMatch(/الشخص المفوض/)
  })

  it('AT29: sends at most three mails an hour to one user, and locks nobody out', async () => {
    const person = await aPayer()
    for (let n = 0; n < 30; n += 1)
      await askForReset(site.app, {
        door: 'e-paiement',
        login: person.login,
        answers: [],
        address: `203.0.113.${n}`,
      })
    await site.runJobs()
    expect(site.mails).toHaveLength(3)
    expect((await signInAs(person, goodPassword)).status).toBe(200)
    site.clock.advance(3_600_000)
    expect(await resetLinkFor(person)).not.toBe('')
    const other = await aPayer()
    expect(await resetLinkFor(other)).not.toBe('')
  })

  it('AT17, AT18, AT19: builds its link on the portal’s own address, whatever the request says', async () => {
    const person = await aPayer()
    const visitor = site.visitor()
    const page = await visitor.get('/mot-de-passe-oublie/e-paiement')
    const csrf = page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    await visitor.raw('/mot-de-passe-oublie/e-paiement', {
      method: 'POST',
      headers: {
        host: 'evil.tld',
        'x-forwarded-host': 'evil.tld',
        'x-original-host': 'evil.tld',
        forwarded: 'host=evil.tld',
        referer: 'https://evil.tld/',
      },
      body: new URLSearchParams({ csrf, login: person.login }),
    })
    await site.runJobs()
    expect(site.mails).toHaveLength(1)
    for (const part of [site.mails[0]?.text, site.mails[0]?.html]) {
      expect(part).toContain('http://localhost:3000/nouveau-mot-de-passe/')
      expect(part).not.toContain('evil.tld')
    }
    const foreign = await visitor.raw('/mot-de-passe-oublie/e-paiement', {
      method: 'POST',
      headers: { origin: 'https://evil.tld' },
      body: new URLSearchParams({ csrf, login: person.login }),
    })
    expect(foreign.status).toBe(409)
  })
})
