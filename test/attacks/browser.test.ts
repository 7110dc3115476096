import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleLine } from '../../src/declarations/checking/example-line.ts'
import { guestCookie, sessionCookie } from '../../src/web/cookies.ts'
import { goodPassword, signedIn, type TestEmployer, type TestPerson } from '../support/factories.ts'
import { aDelegate, anEmployer, aProfile } from '../support/factories.ts'
import { openSite, type TestSite } from '../support/site.ts'
import type { Screen, Visitor } from '../support/visitor.ts'
import {
  actionsSince,
  csrfFor,
  csrfOf,
  effects,
  everyKindOfPerson,
  goodForm,
  type People,
  refusals,
  whoMay,
} from './people.ts'

let site: TestSite
let people: People
let employer: TestEmployer
let delegate: TestPerson
beforeAll(async () => {
  site = await openSite()
  people = await everyKindOfPerson(site)
  employer = await anEmployer(site, { number: '005839' })
  delegate = await aDelegate(site, employer)
})
afterAll(() => site.close())

const administration = '/administration/connexion'
const evil = 'https://evil.example'

/** Every page that can be looked at without an identifier, by somebody who may, and one that is not there. */
async function everyAnswer(): Promise<Map<string, Screen>> {
  const answers = new Map<string, Screen>()
  for (const route of site.routes) {
    if (route.method !== 'GET' || route.pattern.includes(':')) continue
    const { role, visitor } = whoMay(people, route.power)
    answers.set(`${role} ${route.pattern}`, await visitor.raw(route.pattern))
  }
  const { visitor } = whoMay(people, 'users.manage')
  for (const path of ['/nulle-part', '/agence', '/administration/utilisateurs/interne'])
    answers.set(`delegate ${path}`, await visitor.raw(path))
  answers.set('guest 405', await site.visitor().raw('/', { method: 'DELETE' }))
  answers.set('guest 303', await site.visitor().raw('/administration'))
  return answers
}

describe('a session', () => {
  it('AT33: goes on under a new identifier when another company is taken in hand', async () => {
    const souss = await anEmployer(site, { name: 'Souss Agrumes SARL' })
    const accountant = await aProfile(site, employer, {
      service: 'declaration_external',
      alsoFor: [souss],
    })
    const visitor = await signedIn(site, accountant, employer)
    const before = visitor.cookies.get(sessionCookie) ?? ''
    const board = await visitor.get('/teledeclaration/entreprises')
    await visitor.submit(board, {}, `/teledeclaration/entreprises/${souss.id}`)
    expect(visitor.cookies.get(sessionCookie)).not.toBe(before)
    expect((await visitor.raw('/teledeclaration')).status).toBe(200)
    visitor.cookies.set(sessionCookie, before)
    expect((await visitor.raw('/teledeclaration')).status).toBe(303)
  })

  it('AT33: does not keep the form tokens of the visit before it', async () => {
    const visitor = site.visitor()
    const door = await visitor.get(administration)
    const guestToken = csrfOf(door)
    await visitor.submit(door, { employerNumber: '005839', password: goodPassword })
    expect(visitor.cookies.has(sessionCookie)).toBe(true)
    const answer = await visitor.post('/quitter', { csrf: guestToken })
    expect(answer.status).toBe(409)
    expect((await visitor.raw('/administration')).status).toBe(200)
  })

  it('AT34: no answer sets a cookie that another host, a script or plain http could use', async () => {
    for (const [what, { headers }] of await everyAnswer()) {
      for (const cookie of headers.getSetCookie()) {
        expect(cookie, what).toMatch(
          /^__Host-[a-z]+=[^;]*; (?=.*Path=\/(;|$))(?=.*Secure)(?=.*HttpOnly)(?=.*SameSite=Lax)/,
        )
        expect(cookie, what).not.toMatch(/domain=/i)
        expect(cookie.length, what).toBeLessThan(4096)
      }
    }
  })

  it('AT35: once left, neither «Back», a second tab nor the kept cookie shows anything', async () => {
    const visitor = await signedIn(site, delegate)
    const tab = site.visitor()
    for (const [name, value] of visitor.cookies) tab.cookies.set(name, value)
    const page = await visitor.get('/administration')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const left = await visitor.post('/quitter', { csrf: csrfOf(page) })
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"')
    const after = await tab.raw('/administration')
    expect(after.status).toBe(303)
    expect(after.body).not.toContain(employer.number)
    const posted = await tab.post('/administration/confirmations', {
      csrf: csrfOf(page),
      confirmations: '2',
    })
    expect([409, 403]).toContain(posted.status)
  })

  it('AT36: ends by the clock, and the file being checked is there after signing in again', async () => {
    const clerk = await aProfile(site, employer)
    const visitor = await signedIn(site, clerk)
    const period = '/teledeclaration/periodes/01/2026T3'
    const file = new File([`${exampleLine({ quarter: '3', year: '2026' })}\r\n`], 'd.txt')
    const check = await visitor.submit(
      await visitor.get(period),
      { fichier: file },
      `${period}/fichier`,
    )
    expect(check.url).toMatch(/^\/teledeclaration\/controles\//)
    site.clock.advance(21 * 60_000)
    expect((await visitor.raw(check.url)).status).toBe(303)
    expect((await (await signedIn(site, clerk)).raw(check.url)).status).toBe(200)
    people = await everyKindOfPerson(site)
  })

  it('AT37: of somebody suspended during an upload ends with that request', async () => {
    const clerk = await aProfile(site, employer)
    const visitor = await signedIn(site, clerk)
    const period = '/teledeclaration/periodes/01/2026T2'
    const csrf = csrfOf(await visitor.get(period))
    const meanwhile = new EventTarget()
    const isSuspended = new Promise((resolve) => {
      meanwhile.addEventListener('suspended', resolve)
    })
    const body = new ReadableStream({
      async start(stream) {
        const write = (text: string) => stream.enqueue(new TextEncoder().encode(text))
        write(`--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n`)
        write(
          '--b\r\nContent-Disposition: form-data; name="fichier"; filename="d.txt"\r\n\r\nligne',
        )
        await isSuspended
        write('\r\n--b--\r\n')
        stream.close()
      },
    })
    const upload = site.fetch(
      new Request(`http://localhost:3000${period}/fichier`, {
        method: 'POST',
        headers: {
          cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; '),
          origin: 'http://localhost:3000',
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': '300',
        },
        body,
        duplex: 'half',
      } as RequestInit),
    )
    await suspend(clerk)
    meanwhile.dispatchEvent(new Event('suspended'))
    expect((await upload).status).toBeLessThan(500)
    expect((await visitor.raw(period)).status).toBe(303)
    expect((await visitor.raw(`${period}/fichier-preetabli`)).status).toBe(303)
    expect((await visitor.raw('/session/prolonger')).status).toBe(303)
  })

  it('AT38: without the category that it had, is refused at the next request', async () => {
    const company = await anEmployer(site, { categories: ['01', '02'] })
    const boss = await signedIn(site, await aDelegate(site, company))
    const clerk = await aProfile(site, company)
    const visitor = await signedIn(site, clerk)
    const period = '/teledeclaration/periodes/01/2026T3'
    const page = await visitor.get(period)
    expect(page.status).toBe(200)
    const scope = `/administration/utilisateurs/interne/${clerk.id}/teledeclaration`
    const changed = await boss.submit(await boss.get(scope), { categories: ['02'] }, scope)
    expect(changed.url).not.toBe(scope)
    const before = await effects(site)
    const file = new File(['x'], 'd.txt')
    const refused = await visitor.submit(page, { fichier: file }, `${period}/fichier`)
    expect([403, 404]).toContain(refused.status)
    expect([403, 404]).toContain((await visitor.raw(period)).status)
    expect(await effects(site)).toBe(before)
  })

  async function suspend(person: TestPerson): Promise<void> {
    const boss = await signedIn(site, delegate)
    const path = `/administration/utilisateurs/interne/${person.id}/etat`
    const done = await boss.submit(
      await boss.get(`${path}?etape=suspend`),
      { reason: 'départ' },
      path,
    )
    expect(done.status).toBe(200)
  }
})

describe('a form', () => {
  type Good = Readonly<Record<string, string>>
  const attempts: [string, (good: Good) => RequestInit][] = [
    ['of another site', (good) => form(good, { origin: evil })],
    [
      'of another site, by its fetch metadata',
      (good) => form(good, { 'sec-fetch-site': 'cross-site' }),
    ],
    ['of a sub-domain', (good) => form(good, { 'sec-fetch-site': 'same-site' })],
    [
      'of an origin that begins like ours',
      (good) => form(good, { origin: 'http://localhost:3000.evil.example' }),
    ],
    [
      'of an origin that ends like ours',
      (good) => form(good, { origin: 'http://evil-localhost:3000' }),
    ],
    ['of a hidden origin', (good) => form(good, { origin: 'null' })],
    ['without a token', ({ csrf: _csrf, ...rest }) => form(rest)],
    ['with an empty token', (good) => form({ ...good, csrf: '' })],
    [
      'with a token twice',
      (good) => {
        const body = new URLSearchParams(good)
        body.append('csrf', good['csrf'] ?? '')
        return { method: 'POST', body }
      },
    ],
    ['sent as text that looks like JSON', (good) => typed('text/plain', JSON.stringify(good))],
    ['sent as JSON', (good) => typed('application/json', JSON.stringify(good))],
    [
      'sent as text that looks like a form',
      (good) => typed('text/plain', new URLSearchParams(good).toString()),
    ],
    ['that asks for another method', (good) => form(good, { 'x-http-method-override': 'DELETE' })],
  ]

  function form(fields: Good, headers: Record<string, string> = {}): RequestInit {
    return { method: 'POST', headers, body: new URLSearchParams(fields) }
  }

  function typed(type: string, body: string): RequestInit {
    return { method: 'POST', headers: { 'content-type': type }, body }
  }

  const path = '/administration/confirmations'

  it.each(attempts)('AT39, AT42: %s is refused, and changes nothing', async (_what, attack) => {
    const visitor = await signedIn(site, await aDelegate(site, await anEmployer(site)))
    const good = goodForm(await visitor.get('/administration'))
    const before = await effects(site)
    const noted = (await refusals(site)).length
    const answer = await visitor.raw(path, attack(good))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await effects(site)).toBe(before)
    const isOddRequest = answer.status === 400
    expect((await refusals(site)).length - noted).toBe(isOddRequest ? 0 : 1)
    expect((await visitor.post(path, good)).status).toBe(303)
    expect(await effects(site)).toBe(before + 1)
  })

  it('AT39: carries the token of its own session, not of another user, of another session, or of an old one', async () => {
    const company = await anEmployer(site)
    const boss = await aDelegate(site, company)
    const visitor = await signedIn(site, boss)
    const good = goodForm(await visitor.get('/administration'))
    const before = await effects(site)
    const others = [
      await csrfFor(await signedIn(site, await aDelegate(site, await anEmployer(site)))),
      await csrfFor(await signedIn(site, boss)),
      await csrfFor(site.visitor()),
    ]
    for (const csrf of others) {
      expect((await visitor.post(path, { ...good, csrf })).status).toBe(409)
    }
    expect(await effects(site)).toBe(before)
    expect((await visitor.post(path, good)).status).toBe(303)
  })

  it('AT39: is the only way to an effect: looking at every address changes nothing', async () => {
    const before = await effects(site)
    for (const route of site.routes) {
      const { role, visitor } = whoMay(people, route.power)
      if (role === 'agent' || role === 'supervisor') continue
      const url = route.pattern.replace(/:[a-z]+/g, '00000000-0000-4000-8000-000000000000')
      const answer = await visitor.raw(`${url}?_method=POST&confirmations=2&step=suspend`)
      expect(answer.status, url).toBeLessThan(500)
    }
    // Taking the trail or the members away as a file is reading, and reading leaves its own trace.
    const traces = ['employer.trail_exported', 'members.exported']
    const changes = (await actionsSince(site, before)).filter((one) => !traces.includes(one))
    expect(changes).toEqual([])
  })

  it('AT40: of another site neither signs in nor signs out', async () => {
    const attacker = site.visitor()
    const csrf = csrfOf(await attacker.get(administration))
    const victim = site.visitor()
    await victim.get('/')
    const entered = await victim.post(administration, {
      csrf,
      employerNumber: '005839',
      password: goodPassword,
    })
    expect(entered.status).toBe(409)
    expect(victim.cookies.has(sessionCookie)).toBe(false)
    expect(victim.cookies.get(guestCookie)).not.toBe(attacker.cookies.get(guestCookie))
    const inside = await signedIn(site, delegate)
    const own = csrfOf(await inside.get('/administration'))
    for (const [headers, token] of [
      [{ origin: evil }, own],
      [{ 'sec-fetch-site': 'cross-site' }, own],
      [{}, 'x'.repeat(43)],
    ] as const) {
      const body = new URLSearchParams({ csrf: token })
      const left = await inside.raw('/quitter', { method: 'POST', headers, body })
      expect(left.status).toBe(409)
    }
    expect((await inside.raw('/administration')).status).toBe(200)
  })
})

describe('every answer', () => {
  it('AT41: is never shown in a frame', async () => {
    for (const [what, { headers }] of await everyAnswer()) {
      expect(headers.get('content-security-policy'), what).toMatch(/frame-ancestors 'none'/)
      expect(headers.get('x-frame-options'), what).toBe('DENY')
    }
  })

  it('AT42: lets no other origin read it', async () => {
    const visitor = await signedIn(site, delegate)
    for (const origin of [
      evil,
      'null',
      'http://localhost:3000.evil.example',
      'http://localhost:3000',
    ]) {
      for (const method of ['GET', 'OPTIONS', 'POST']) {
        const headers = { origin, 'access-control-request-method': 'POST' }
        const answer = await visitor.raw('/administration', { method, headers })
        const names = [...answer.headers.keys()].filter((name) => name.startsWith('access-control'))
        expect(names).toEqual([])
        expect(JSON.stringify([...answer.headers])).not.toContain('evil.example')
      }
    }
  })

  it('AT108: is kept by no cache, and carries nobody’s data in its address', async () => {
    const persons = [delegate.email, delegate.cin, delegate.login, employer.number, 'Berrada', '@']
    for (const [what, { headers, body }] of await everyAnswer()) {
      expect(headers.get('cache-control'), what).toBe('no-store')
      expect(headers.get('referrer-policy'), what).toBe('no-referrer')
      const addresses = [...body.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, url]) => url)
      for (const address of [...addresses, headers.get('location') ?? '']) {
        if (address?.startsWith('mailto:')) continue
        for (const secret of persons)
          expect(decodeURIComponent(address ?? ''), what).not.toContain(secret)
      }
    }
  })

  it('AT111: leads nowhere else, even from an address that looks like another host', async () => {
    const wrong: string[] = []
    for (const path of [
      '//evil.example',
      '//evil.example/%2e%2e',
      '/%5cevil.example',
      '/.//evil.example',
    ]) {
      for (const visitor of [site.visitor(), await signedIn(site, delegate)] as Visitor[]) {
        const answer = await site.fetch(
          new Request(`http://localhost:3000${path}`, {
            headers: { cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; ') },
          }),
        )
        const body = await answer.text()
        const links = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, url]) => url ?? '')
        for (const link of [...links, answer.headers.get('location') ?? '/']) {
          if (!URL.canParse(link, 'http://localhost:3000/')) wrong.push(`${path}: ${link}`)
          const to = new URL(link, 'http://localhost:3000/')
          const isOurs = to.origin === 'http://localhost:3000' || to.protocol === 'mailto:'
          if (!isOurs) wrong.push(`${path}: ${link}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
