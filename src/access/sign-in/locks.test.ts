import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anEmployer,
  goodPassword,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { signIn } from './sign-in.ts'

let site: TestSite
let employer: TestEmployer

beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { number: '005839' })
  await aDelegate(site, employer)
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
      formerSession: null,
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
        formerSession: null,
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
        formerSession: null,
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
          formerSession: null,
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
    const screen = await enter(site.visitor(), administration, '005839', 'x'.repeat(20_000))
    expect(screen.status).toBe(422)
    const visitor = site.visitor()
    const huge = await visitor.submit(await visitor.get(administration), {
      employerNumber: '005839',
      password: 'x'.repeat(1_000_000),
    })
    expect(huge.status).toBe(413)
  })
})
