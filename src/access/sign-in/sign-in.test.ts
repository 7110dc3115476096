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
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { sessionCookie } from '../../web/cookies.ts'
import { signIn } from './sign-in.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson
let payer: TestPerson

beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { number: '005839' })
  delegate = await aDelegate(site, employer)
  payer = await aProfile(site, employer, {
    service: 'payment',
    isMaker: true,
    login: 'sberrada.paie.005839',
  })
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

describe('the doors', () => {
  it('A1: open Administration Utilisateurs with the N° Adhérent and the password', async () => {
    const visitor = site.visitor()
    const screen = await enter(visitor, administration, '005839', goodPassword)
    expect(screen.url).toBe('/administration')
    const [row] = await site.database.ownerQuery<{ last_signed_in_at: Date }>(
      'select last_signed_in_at from delegates where id = $1',
      [delegate.id],
    )
    expect(row?.last_signed_in_at).toEqual(site.clock.now())
  })

  it('accept a number without its zeros, spaced, or in Arabic digits', async () => {
    for (const typed of ['5839', '00 58 39', '٠٠٥٨٣٩']) {
      const screen = await enter(site.visitor(), administration, typed, goodPassword)
      expect(screen.url).toBe('/administration')
    }
  })

  it('U1: a login opens its own service and no other, refused with the very same answer', async () => {
    const own = await enter(site.visitor(), '/connexion/e-paiement', payer.login, goodPassword)
    expect(own.status).toBe(200)
    expect(own.url).not.toMatch(/connexion/)
    const wrong = await enter(site.visitor(), '/connexion/e-paiement', payer.login, 'faux')
    const other = await enter(site.visitor(), '/connexion/e-liquidation', payer.login, goodPassword)
    expect(other.mistakes).toEqual(wrong.mistakes)
    expect(other.status).toBe(wrong.status)
  })

  it('say what is missing, in French and in Arabic', async () => {
    const french = await enter(site.visitor(), administration, '', '')
    expect(french.status).toBe(422)
    expect(french.title).toMatch(/^Erreur/)
    expect(french.mistakes).toHaveLength(2)
    const arab = site.visitor()
    await arab.get(`${administration}?lang=ar`)
    const screen = await enter(arab, administration, '005839', 'faux')
    expect(screen.document.querySelector('html')?.getAttribute('dir')).toBe('rtl')
    expect(screen.mistakes[0]).toMatch(/رقم المنخرط/)
    expect((await enter(arab, administration, '005839', goodPassword)).url).toBe('/administration')
  })

  it('US24: speak to password managers', async () => {
    const { document } = await site.visitor().get('/connexion/teledeclaration')
    expect(document.querySelector('input[name=login]')?.getAttribute('autocomplete')).toBe(
      'username',
    )
    const password = document.querySelector('input[name=password]')
    expect(password?.getAttribute('autocomplete')).toBe('current-password')
  })

  it('are six, and no other', async () => {
    expect((await site.visitor().get('/connexion/autre')).status).toBe(404)
    expect((await site.visitor().get('/connexion/administration')).status).toBe(404)
  })
})

/** What an outsider can compare, without the token that differs for each visit. */
function comparable(screen: Screen) {
  const withoutToken = screen.body.replace(/(name="csrf" value=")[^"]+/, '$1')
  return {
    status: screen.status,
    length: screen.body.length,
    body: withoutToken,
    headers: [...screen.headers].filter(([name]) => name !== 'date'),
  }
}

describe('AT1: the answer to a failed sign-in', () => {
  it('is the same for the unknown, wrong, locked, suspended and not yet activated', async () => {
    const wrong = await anEmployer(site, { number: '100001' })
    await aDelegate(site, wrong)
    const suspended = await anEmployer(site, { number: '100002' })
    await aDelegate(site, suspended, { state: 'suspended' })
    const locked = await anEmployer(site, { number: '100003' })
    await aDelegate(site, locked)
    const inactive = await anEmployer(site, { number: '100004' })
    const waiting = await aDelegate(site, inactive)
    await site.database.ownerQuery('update delegates set password_hash = null where id = $1', [
      waiting.id,
    ])
    for (let n = 0; n < 8; n += 1) await enter(site.visitor(), administration, '100003', 'faux')
    const answers = []
    for (const number of ['999999', '100001', '100002', '100003', '100004']) {
      const visitor = site.visitor()
      const opened = await visitor.get(administration)
      const password = number === '100001' ? 'tout a fait autre chose ici' : goodPassword
      const screen = await visitor.submit(opened, { employerNumber: '000000', password })
      const same = await visitor.submit(opened, { employerNumber: number, password })
      expect(same.body.replaceAll(number, '000000').length).toBe(screen.body.length)
      answers.push(comparable({ ...same, body: same.body.replaceAll(number, '000000') }))
    }
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.status).toBe(422)
  })

  it('costs one hash each, whoever is tried', async () => {
    const tried: (string | null)[] = []
    const passwords = {
      ...site.app.passwords,
      verify: async (stored: string | null, password: string) => {
        tried.push(stored)
        return site.app.passwords.verify(stored, password)
      },
    }
    const origin = { address: '198.51.100.1', device: null }
    for (const login of ['999999', '100001', '100002', '100004'])
      await signIn(
        { ...site.app, passwords },
        {
          door: 'administration',
          login,
          password: 'faux',
          origin,
          browser: '',
          formerSessionId: null,
        },
      )
    expect(tried).toHaveLength(4)
    // The dummy is verified for all but the one whose password is merely wrong.
    expect(tried.filter((stored) => stored !== null)).toHaveLength(1)
  })

  it('leaves one event on the chain of the company, or of the fund', async () => {
    await aDelegate(site, await anEmployer(site, { number: '100007' }))
    await enter(site.visitor(), administration, '100007', 'faux')
    const [row] = await site.database.ownerQuery<{ action: string; number: string }>(
      `select a.action, e.employer_number as number from audit_events a join employers e on e.id = a.employer_id
        where a.action = 'session.refused' and e.employer_number = '100007'`,
    )
    expect(row).toEqual({ action: 'session.refused', number: '100007' })
    await enter(site.visitor(), administration, '999999', 'faux')
    const known = await site.database.ownerQuery(
      `select from audit_events where chain = 'fund' and action = 'session.refused'`,
    )
    expect(known.length).toBeGreaterThan(0)
  })
})

describe('locks', () => {
  const attempt = (
    number: string,
    password: string,
    address: string,
    device: string | null = null,
  ) =>
    signIn(site.app, {
      door: 'administration',
      login: number,
      password,
      origin: { address, device },
      browser: '',
      formerSessionId: null,
    })
  const usual = 'u'.repeat(43)

  it('AT7: two hundred wrong passwords leave at most a hundred tries, and the usual device its way in', async () => {
    await attempt('005839', goodPassword, '192.0.2.1', usual)
    await site.database.ownerQuery('delete from throttles')
    let effective = 0
    const counting = {
      ...site.app,
      passwords: {
        ...site.app.passwords,
        verify: async (stored: string | null) => {
          if (stored) effective += 1
          return false
        },
      },
    }
    for (let n = 0; n < 200; n += 1) {
      site.clock.advance(16 * 60_000)
      await signIn(counting, {
        door: 'administration',
        login: '005839',
        password: 'faux',
        origin: { address: `203.0.113.${n}`, device: null },
        browser: '',
        formerSessionId: null,
      })
    }
    expect(effective).toBeGreaterThan(10)
    expect(effective).toBeLessThanOrEqual(100)
    site.clock.advance(86_400_000)
    expect((await attempt('005839', goodPassword, '192.0.2.77')).outcome).toBe('refused')
    expect((await attempt('005839', goodPassword, '192.0.2.1', usual)).outcome).toBe('signed_in')
    // Signing in from the usual device clears the count for the others.
    expect((await attempt('005839', goodPassword, '192.0.2.77')).outcome).toBe('signed_in')
  })

  it('AT7: a device that is known for one account is nothing special for another', async () => {
    const other = await anEmployer(site, { number: '100010' })
    await aDelegate(site, other)
    await attempt('005839', goodPassword, '192.0.2.1', usual)
    for (let n = 0; n < 12; n += 1) await attempt('100010', 'faux', '192.0.2.9')
    expect((await attempt('100010', goodPassword, '192.0.2.9', usual)).outcome).toBe('refused')
  })

  it('AT6: one password on many accounts from one address is stopped, and the trail is warned', async () => {
    for (let n = 0; n < 40; n += 1) await attempt(String(200_000 + n), 'faux', '203.0.113.9')
    expect((await attempt('005839', goodPassword, '203.0.113.9')).outcome).toBe('refused')
    expect((await attempt('005839', goodPassword, '203.0.113.10')).outcome).toBe('signed_in')
    const alerts = await site.database.ownerQuery(
      `select from audit_events where action = 'sign_in.attack_suspected' and subject_id = '203.0.113.9'`,
    )
    expect(alerts).toHaveLength(1)
    site.clock.advance(16 * 60_000)
    expect((await attempt('005839', goodPassword, '203.0.113.9')).outcome).toBe('signed_in')
  })

  it('AT6: from fifty addresses the whole site slows down, except for browsers it knows', async () => {
    const fast = {
      ...site.app,
      passwords: { ...site.app.passwords, verify: async () => false },
    }
    for (let n = 0; n < 450; n += 1)
      await signIn(fast, {
        door: 'administration',
        login: String(300_000 + n),
        password: 'faux',
        origin: { address: `198.51.100.${n % 50}`, device: null },
        browser: '',
        formerSessionId: null,
      })
    expect((await attempt('005839', goodPassword, '192.0.2.200')).outcome).toBe('refused')
    expect((await attempt('005839', goodPassword, '192.0.2.200', usual)).outcome).toBe('signed_in')
    const alerts = await site.database.ownerQuery(
      `select from audit_events where action = 'sign_in.attack_suspected' and subject_kind = 'site'`,
    )
    expect(alerts).toHaveLength(1)
  })

  it('counts five hundred sign-ins at once like five hundred in a row', async () => {
    let effective = 0
    const counting = {
      ...site.app,
      passwords: {
        ...site.app.passwords,
        verify: async (stored: string | null) => {
          if (stored) effective += 1
          return false
        },
      },
    }
    await Promise.all(
      Array.from({ length: 100 }, () =>
        signIn(counting, {
          door: 'administration',
          login: '005839',
          password: 'faux',
          origin: { address: '192.0.2.3', device: null },
          browser: '',
          formerSessionId: null,
        }),
      ),
    )
    expect(effective).toBe(5)
  })

  it('AT110: go by the clock of the server, whatever the browser says', async () => {
    for (let n = 0; n < 12; n += 1) await attempt('005839', 'faux', '192.0.2.4')
    const visitor = site.visitor()
    const opened = await visitor.get(administration)
    const csrf = opened.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const screen = await visitor.raw(administration, {
      method: 'POST',
      headers: { date: 'Fri, 01 Jan 2100 00:00:00 GMT' },
      body: new URLSearchParams({ csrf, employerNumber: '005839', password: goodPassword }),
    })
    expect(screen.status).toBe(422)
  })

  it('AT11: refuses a password beyond any length before hashing it', async () => {
    const before = performance.now()
    const screen = await enter(site.visitor(), administration, '005839', 'x'.repeat(20_000))
    expect(screen.status).toBe(422)
    expect(performance.now() - before).toBeLessThan(2000)
    const visitor = site.visitor()
    const huge = await visitor.submit(await visitor.get(administration), {
      employerNumber: '005839',
      password: 'x'.repeat(1_000_000),
    })
    expect(huge.status).toBe(422)
  })
})

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
            formerSessionId: null,
          }),
        ).toEqual({ outcome: 'refused' })
    await anAgent(site, { login: 'agent007' })
  })
})
