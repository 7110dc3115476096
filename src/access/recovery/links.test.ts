import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anAgent,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { mailedLink } from '../../../test/support/mailed.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { voidLinks } from '../../platform/links/links.ts'
import { ownScope } from '../accounts.ts'

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

const opens = async (link: string) => (await site.visitor().get(link)).status === 200

async function signInAs(person: TestPerson, password: string): Promise<Screen> {
  const visitor = site.visitor()
  const page = await visitor.get('/connexion/e-paiement')
  return visitor.submit(page, { login: person.login, password })
}

describe('AT24: a mailed link is refused', () => {
  const use = async (link: string, visitor = site.visitor()) => {
    const page = await visitor.get(link)
    return page.status === 200 ? visitor.submit(page, { newPassword: another }) : page
  }

  it('the second time', async () => {
    const link = await resetLinkFor(await aPayer())
    expect((await use(link)).status).toBe(200)
    expect((await use(link)).status).toBe(404)
  })

  it('in a second browser, once the first has used it', async () => {
    const link = await resetLinkFor(await aPayer())
    const [one, two] = [site.visitor(), site.visitor()]
    const openInOne = await one.get(link)
    const openInTwo = await two.get(link)
    expect((await one.submit(openInOne, { newPassword: another })).status).toBe(200)
    expect((await two.submit(openInTwo, { newPassword: another })).status).toBe(404)
  })

  it('twice at the same time: one wins', async () => {
    const link = await resetLinkFor(await aPayer())
    const browsers = [site.visitor(), site.visitor(), site.visitor()]
    const pages = await Promise.all(browsers.map((one) => one.get(link)))
    const answers = await Promise.all(
      browsers.map((one, n) => one.submit(pages[n] as Screen, { newPassword: another })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('after its hour', async () => {
    const link = await resetLinkFor(await aPayer())
    site.clock.advance(3_600_000 + 1)
    expect((await use(link)).status).toBe(404)
  })

  it('after a newer link', async () => {
    const person = await aPayer()
    const older = await resetLinkFor(person)
    const newer = await resetLinkFor(person)
    expect(newer).not.toBe(older)
    expect(await opens(older)).toBe(false)
    expect(await opens(newer)).toBe(true)
  })

  it.each([
    ['the user was suspended', `update profiles set state = 'suspended' where id = $1`],
    ['the address changed', `update profiles set email = 'autre@entreprise.example' where id = $1`],
    ['the password changed', `update profiles set password_set_at = '2026-12-31' where id = $1`],
  ])('after %s, by whatever door', async (_, change) => {
    const person = await aPayer()
    const link = await resetLinkFor(person)
    expect(await opens(link)).toBe(true)
    await site.database.ownerQuery(change, [person.id])
    expect(await opens(link)).toBe(false)
  })

  it('and the refusal leaves one event and changes nothing', async () => {
    const person = await aPayer()
    const before = await site.database.ownerQuery('select from audit_events where action = $1', [
      'refused',
    ])
    const screen = await use('/nouveau-mot-de-passe/une-adresse-inventee')
    expect(screen.status).toBe(404)
    const after = await site.database.ownerQuery('select from audit_events where action = $1', [
      'refused',
    ])
    expect(after.length - before.length).toBe(1)
    expect((await signInAs(person, goodPassword)).status).toBe(200)
  })
})

describe('a link', () => {
  it('AT27: is looked at by mail scanners without being used, and its token is in no log', async () => {
    const person = await aPayer()
    const link = await resetLinkFor(person)
    const scanner = site.visitor()
    for (const method of ['GET', 'HEAD', 'GET']) await scanner.raw(link, { method })
    const page = await scanner.raw(link)
    expect(page.status).toBe(200)
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const token = link.split('/').at(-1) ?? '-'
    expect(site.logged.join('\n')).not.toContain(token)
    const rows = await site.database.ownerQuery<{ text: string }>(
      `select links::text as text from links union all select mails::text from mails
        union all select audit_events::text from audit_events
        union all select payload::text from graphile_worker._private_jobs`,
    )
    for (const { text } of rows) expect(text).not.toContain(token)
  })

  it('AT28: signs nobody in, and the second factor is still asked', async () => {
    const agent = await anAgent(site)
    await site.database.ownerQuery('update agents set totp_sealed = $1 where id = $2', [
      site.app.keyring.seal('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
      agent.id,
    ])
    const link = await resetLinkFor(agent, 'agence')
    const visitor = site.visitor()
    const done = await visitor.submit(await visitor.get(link), { newPassword: another })
    expect(done.url.split('?')[0]).toBe('/agence/connexion')
    expect((await visitor.raw('/agence')).status).toBe(303)
    const step = await visitor.submit(done, { login: agent.login, password: another })
    expect(step.url).toMatch(/^\/connexion-code/)
  })

  it('AT30: ends every session, link and known browser of the account, and tells its owner', async () => {
    const person = await aPayer()
    const older = await signedIn(site, person)
    await site.database.ownerQuery(
      `insert into known_devices (token_hash, account_id, last_used_at) values ('x', $1, now())`,
      [person.id],
    )
    const link = await resetLinkFor(person)
    const visitor = site.visitor()
    await visitor.submit(await visitor.get(link), { newPassword: another })
    expect((await older.raw('/mon-compte')).status).toBe(303)
    const devices = await site.database.ownerQuery(
      'select from known_devices where account_id = $1',
      [person.id],
    )
    expect(devices).toHaveLength(0)
    await site.runJobs()
    expect(site.mails.at(-1)?.subject).toMatch(/mot de passe a été changé/)
  })

  it('AT15: refuses weak, known and telltale passwords at this door too', async () => {
    const person = await aPayer({ lastName: 'Berrada' })
    const link = await resetLinkFor(person)
    const visitor = site.visitor()
    let page = await visitor.get(link)
    for (const [weak, why] of [
      ['azertyuiopazertyuiop', /devinés/],
      [person.login, /se devine/],
      ['Salma Berrada 2026', /se devine/],
      ['trop court', /trop court/],
      ['k'.repeat(300), /trop long/],
    ] as const) {
      page = await visitor.submit(page, { newPassword: weak })
      expect(page.status).toBe(422)
      expect(page.mistakes[0]).toMatch(why)
    }
    expect((await visitor.submit(page, { newPassword: 'unlievredanslune' })).status).toBe(200)
  })

  it('AT62: is for its owner: whoever is signed in leaves first', async () => {
    const link = await resetLinkFor(await aPayer())
    const other = await signedIn(site, await aPayer())
    const page = await other.get(link)
    expect(page.status).toBe(409)
    expect(page.document.querySelectorAll('form[action="/quitter"]').length).toBeGreaterThan(0)
    expect(await opens(link)).toBe(true)
  })

  it('dies with what it was for', async () => {
    const person = await aPayer()
    const link = await resetLinkFor(person)
    await site.app.db.transaction(ownScope(person), (tx) =>
      voidLinks(tx, person.id, site.clock.now()),
    )
    expect(await opens(link)).toBe(false)
  })
})
