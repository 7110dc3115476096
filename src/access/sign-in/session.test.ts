import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { sessionCookie } from '../../web/cookies.ts'
import { signIn } from './sign-in.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson

beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { number: '005839' })
  delegate = await aDelegate(site, employer)
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.database.ownerQuery('delete from throttles')
})

const administration = '/administration/connexion'

async function enter(visitor: Visitor, door: string, login: string, password: string) {
  const screen = await visitor.get(door)
  const name = door.startsWith(administration) ? 'employerNumber' : 'login'
  return visitor.submit(screen, { [name]: login, password })
}

describe('the session', () => {
  it('AT33: is a new one at sign-in, and the one before it is over', async () => {
    const visitor = site.visitor()
    await enter(visitor, administration, '005839', goodPassword)
    const first = visitor.cookies.get(sessionCookie) ?? ''
    await enter(visitor, administration, '005839', goodPassword)
    const second = visitor.cookies.get(sessionCookie)
    expect(second).not.toBe(first)
    visitor.cookies.set(sessionCookie, first)
    expect((await visitor.raw('/mon-compte')).status).toBe(303)
  })

  it('AT33: a session identifier chosen by somebody else is not adopted', async () => {
    const visitor = site.visitor()
    visitor.cookies.set(sessionCookie, 'f'.repeat(43))
    await enter(visitor, administration, '005839', goodPassword)
    expect(visitor.cookies.get(sessionCookie)).not.toBe('f'.repeat(43))
  })

  it('AT34: cookies are of this host, https, unreadable by scripts, and small', async () => {
    const visitor = site.visitor()
    const opened = await visitor.get(administration)
    const csrf = opened.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const answer = await visitor.post(administration, {
      csrf,
      employerNumber: '005839',
      password: goodPassword,
    })
    const cookies = [...opened.headers.getSetCookie(), ...answer.headers.getSetCookie()]
    expect(cookies.length).toBeGreaterThanOrEqual(3)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/)
      expect(cookie).toMatch(/; Path=\/(;|$)/)
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/)
      expect(cookie).not.toMatch(/Domain/i)
      expect(cookie.length).toBeLessThan(4096)
    }
  })

  it('AT35: «Quitter» ends it for every tab, clears the browser, and the cookie is worth nothing', async () => {
    const visitor = site.visitor()
    const inside = await enter(visitor, administration, '005839', goodPassword)
    const kept = visitor.cookies.get(sessionCookie) ?? ''
    const csrf = inside.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const left = await visitor.post('/quitter', { csrf })
    expect(left.status).toBe(303)
    expect(left.headers.get('clear-site-data')).toContain('"cache"')
    expect(inside.headers.get('cache-control')).toBe('no-store')
    visitor.cookies.set(sessionCookie, kept)
    expect((await visitor.raw('/mon-compte')).headers.get('location')).toMatch(/connexion/)
  })

  it('AT36: ends after twenty idle minutes and after ten hours', async () => {
    const idle = await signedIn(site, delegate)
    site.clock.advance(19 * 60_000)
    expect((await idle.raw('/mon-compte')).status).toBe(200)
    site.clock.advance(20 * 60_000 + 1000)
    expect((await idle.raw('/mon-compte')).status).toBe(303)
    const busy = await signedIn(site, delegate)
    for (let quarter = 0; quarter < 39; quarter += 1) {
      site.clock.advance(15 * 60_000)
      expect((await busy.raw('/mon-compte')).status).toBe(200)
    }
    site.clock.advance(15 * 60_000)
    expect((await busy.raw('/mon-compte')).status).toBe(303)
  })

  it('US18: can be prolonged, and says truly when it ends', async () => {
    const visitor = await signedIn(site, delegate)
    site.clock.advance(18 * 60_000)
    const answer = await visitor.raw('/session/prolonger')
    const { endsAt } = JSON.parse(answer.body) as { endsAt: string }
    expect(new Date(endsAt).getTime()).toBe(site.clock.now().getTime() + 20 * 60_000)
    site.clock.advance(19 * 60_000)
    expect((await visitor.raw('/mon-compte')).status).toBe(200)
    expect((await site.visitor().raw('/session/prolonger')).status).toBe(303)
  })

  it('US18: the link of a mail about an order leads to the door of E@syPaiement, and on to the order', async () => {
    const order = '/paiement/ordres/7a0ccf0e-6ba0-4a6e-9a53-1f2e3d4c5b6a'
    const door = await site.visitor().get(order)
    expect(door.url).toBe(`/connexion/e-paiement?suite=${encodeURIComponent(order)}`)
  })

  it('US18: after a time-out, signing in returns to the page that was asked for', async () => {
    const visitor = await signedIn(site, delegate)
    site.clock.advance(21 * 60_000)
    const door = await visitor.get('/administration?vue=2')
    expect(door.url).toMatch(/^\/administration\/connexion\?suite=/)
    const screen = await visitor.submit(door, {
      employerNumber: '005839',
      password: goodPassword,
    })
    expect(screen.url).toBe('/administration?vue=2')
  })

  it('US18: a form sent too late says so and leads back through the door of its owner', async () => {
    const user = await aProfile(site, employer, { service: 'employer_account' })
    const visitor = site.visitor()
    const opened = await visitor.get('/connexion/compte-adherent')
    await visitor.submit(opened, { login: user.login, password: goodPassword })
    const page = await visitor.get('/mon-compte/mot-de-passe')
    site.clock.advance(21 * 60_000)
    const late = await visitor.submit(page, { currentPassword: 'x', newPassword: 'y' })
    expect(late.status).toBe(409)
    const back = late.document.querySelector('main a.button')?.getAttribute('href')
    expect(back).toBe(
      '/connexion/compte-adherent?suite=%2Fmon-compte%2Fmot-de-passe%3Freprise%3Doui',
    )
    const asked = await visitor.raw('/mon-compte')
    expect(asked.headers.get('location')).toMatch(/^\/connexion\/compte-adherent/)
  })

  it.each([
    '//evil.tld',
    '/\\evil.tld',
    'https://evil.tld/administration',
    'javascript:alert(1)',
    '/administration/%0d%0aSet-Cookie:x\r\ny',
    '/administration\t/x',
    '/e-paiement',
    '/administration/../quitter',
    '/administration/connexion',
    '/administrationx',
  ])('AT111: never goes on to %s', async (suite) => {
    const visitor = site.visitor()
    const opened = await visitor.get(administration)
    const csrf = opened.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const answer = await visitor.post(administration, {
      csrf,
      employerNumber: '005839',
      password: goodPassword,
      suite,
    })
    expect(answer.headers.get('location')).toBe('/administration')
  })

  it('AT40: cannot be opened by a form of another site', async () => {
    const visitor = site.visitor()
    const fields = { employerNumber: '005839', password: goodPassword, csrf: 'x'.repeat(43) }
    const answer = await visitor.post(administration, fields)
    expect(answer.status).toBe(409)
    expect(visitor.cookies.has(sessionCookie)).toBe(false)
  })

  it('AT16: an agent of a fresh installation exists only if somebody made it', async () => {
    for (const login of ['admin', 'administrateur', 'root', 'agent', 'demo'])
      for (const password of ['admin', 'password', 'guichet', ''])
        expect(
          await signIn(site.app, {
            door: 'agence',
            login,
            password,
            origin: { address: '192.0.2.5', device: null },
            browser: '',
            formerSession: null,
          }),
        ).toEqual({ outcome: 'refused' })
    await anAgent(site, { login: 'agent007' })
  })
})
