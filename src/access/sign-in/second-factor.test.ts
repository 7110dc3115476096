import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { sessionCookie } from '../../web/cookies.ts'
import { matchingStep, offeredSecret } from '../second-factor.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.database.ownerQuery('delete from throttles')
  site.clock.advance(120_000)
})

function codeAt(secret: string, at = site.clock.now().getTime()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
}

/** Somebody with an authenticator, and what it holds. */
async function withFactor(person: TestPerson): Promise<string> {
  const secret = new Secret({ size: 20 }).base32
  const table = person.kind === 'agent' ? 'agents' : `${person.kind}s`
  await site.database.ownerQuery(`update ${table} set totp_sealed = $1 where id = $2`, [
    site.app.keyring.seal(secret),
    person.id,
  ])
  return secret
}

async function passwordOnly(person: TestPerson, door: string): Promise<Visitor> {
  const visitor = site.visitor()
  const screen = await visitor.get(door)
  const name = person.kind === 'delegate' ? 'employerNumber' : 'login'
  await visitor.submit(screen, { [name]: person.login, password: goodPassword })
  return visitor
}

const agency = '/agence/connexion'
const form = '/connexion-code'

describe('the code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('follows RFC 6238 at second %i', (second, code) => {
    const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer })
    expect(matchingStep(secret.base32, code, new Date(second * 1000), null)).toBe(
      BigInt(Math.floor(second / 30)),
    )
  })

  it('AT13: is refused once used, two windows late, or blank', () => {
    const secret = new Secret({ size: 20 }).base32
    const now = new Date('2026-11-24T10:00:10Z')
    const step = matchingStep(secret, codeAt(secret, now.getTime()), now, null)
    expect(step).not.toBeNull()
    expect(matchingStep(secret, codeAt(secret, now.getTime()), now, step)).toBeNull()
    expect(matchingStep(secret, codeAt(secret, now.getTime() - 30_000), now, null)).not.toBeNull()
    expect(matchingStep(secret, codeAt(secret, now.getTime() - 60_000), now, null)).toBeNull()
    expect(matchingStep(secret, codeAt(secret, now.getTime() + 60_000), now, null)).toBeNull()
    expect(matchingStep(secret, '', now, null)).toBeNull()
    expect(matchingStep(secret, '000000 or 1=1', now, null)).toBeNull()
  })

  it('may be typed in Arabic digits, with a space', () => {
    const secret = new Secret({ size: 20 }).base32
    const now = site.clock.now()
    const code = codeAt(secret)
    const arabic = [...code].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('')
    expect(
      matchingStep(secret, `${arabic.slice(0, 3)} ${arabic.slice(3)}`, now, null),
    ).not.toBeNull()
  })
})

describe('an agent', () => {
  it('U4: chooses a second factor before anything else opens, and keeps ten codes', async () => {
    const agent = await anAgent(site)
    const visitor = await passwordOnly(agent, agency)
    expect((await visitor.raw('/agence')).headers.get('location')).toMatch(/connexion/)
    const screen = await visitor.get('/connexion-double-verification')
    expect(screen.document.querySelector('.enrol-picture svg')).not.toBeNull()
    const secret =
      screen.text.match(/[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/)?.[0].replaceAll(' ', '') ?? ''
    const wrong = await visitor.submit(screen, { code: '000000' })
    expect(wrong.status).toBe(422)
    const before = visitor.cookies.get(sessionCookie)
    const codes = await visitor.submit(wrong, { code: codeAt(secret) })
    expect(codes.document.querySelectorAll('.recovery-codes code')).toHaveLength(10)
    expect(visitor.cookies.get(sessionCookie)).not.toBe(before)
    expect((await visitor.raw('/agence')).status).toBe(200)
    await site.runJobs()
    expect(site.mails.some(({ to }) => to === agent.email)).toBe(true)
  })

  it('is asked the code at each sign-in, then goes where they wanted', async () => {
    const agent = await anAgent(site)
    const secret = await withFactor(agent)
    const visitor = site.visitor()
    const door = await visitor.get('/agence/recherche')
    const step = await visitor.submit(door, { login: agent.login, password: goodPassword })
    expect(step.url).toMatch(/^\/connexion-code/)
    const field = step.document.querySelector('input[name=code]')
    expect(field?.getAttribute('autocomplete')).toBe('one-time-code')
    const inside = await visitor.submit(step, { code: codeAt(secret) }, form)
    expect(inside.url).toBe('/agence/recherche')
  })
})

describe('a session that only the password opened', () => {
  it('AT12: reaches nothing but the second step and the way out', async () => {
    const delegate = await aDelegate(site, await anEmployer(site))
    await withFactor(delegate)
    const visitor = await passwordOnly(delegate, '/administration/connexion')
    const open = site.routes.filter(({ power }) => power !== 'site.visit')
    const answered: string[] = []
    for (const { method, pattern, power } of open) {
      const url = pattern.replace(/:\w+/g, '11111111-1111-4111-8111-111111111111')
      const screen =
        method === 'GET' ? await visitor.raw(url) : await visitor.post(url, { csrf: 'x' })
      const isAway =
        // The interface of a company's software knows no session at all.
        (screen.status === 401 && pattern.startsWith('/api/')) ||
        screen.status === 403 ||
        screen.status === 409 ||
        /connexion(\/[a-z-]+)?(\?|$)/.test(screen.headers.get('location') ?? '')
      if (!isAway && power !== 'session.finish_sign_in') answered.push(`${method} ${pattern}`)
    }
    expect(answered).toEqual([])
    const page = await visitor.get(form)
    expect(page.document.querySelector('form[action="/quitter"]')).not.toBeNull()
  })

  it('AT13: is over after ten wrong codes, and the password is asked again', async () => {
    const delegate = await aDelegate(site, await anEmployer(site))
    await withFactor(delegate)
    const visitor = await passwordOnly(delegate, '/administration/connexion')
    for (let n = 0; n < 9; n += 1) {
      site.clock.advance(20_000)
      const screen = await visitor.submit(await visitor.get(form), { code: '000000' }, form)
      expect(screen.status).toBe(422)
    }
    const last = await visitor.submit(await visitor.get(form), { code: '000000' }, form)
    expect(last.url).toBe('/administration/connexion')
    expect((await visitor.raw(form)).status).toBe(303)
  })

  it('AT13: a thousand guesses never get more than the lock allows', async () => {
    const delegate = await aDelegate(site, await anEmployer(site))
    const secret = await withFactor(delegate)
    let compared = 0
    for (let n = 0; n < 60; n += 1) {
      const visitor = await passwordOnly(delegate, '/administration/connexion')
      for (let guess = 0; guess < 3; guess += 1) {
        const page = await visitor.get(form)
        if (page.url !== form) break
        await visitor.submit(page, { code: '000000' }, form)
      }
    }
    const rows = await site.database.ownerQuery<{ waiting: boolean }>(
      `select (details->>'waiting')::boolean as waiting from audit_events
        where action = 'session.code_refused' and subject_id = $1`,
      [delegate.id],
    )
    compared = rows.filter(({ waiting }) => !waiting).length
    expect(compared).toBeGreaterThan(0)
    expect(compared).toBeLessThanOrEqual(6)
    // AT9: while the account waits, the right code opens nothing either, nor does a right password.
    const visitor = await passwordOnly(delegate, '/administration/connexion')
    expect((await visitor.raw(form)).status).toBe(303)
    site.clock.advance(16 * 60_000)
    const later = await passwordOnly(delegate, '/administration/connexion')
    const inside = await later.submit(await later.get(form), { code: codeAt(secret) }, form)
    expect(inside.url).toBe('/administration')
  })

  it('AT13: refuses a code used a moment ago in another browser', async () => {
    const delegate = await aDelegate(site, await anEmployer(site))
    const secret = await withFactor(delegate)
    const code = codeAt(secret)
    const one = await passwordOnly(delegate, '/administration/connexion')
    expect((await one.submit(await one.get(form), { code }, form)).url).toBe('/administration')
    const two = await passwordOnly(delegate, '/administration/connexion')
    expect((await two.submit(await two.get(form), { code }, form)).status).toBe(422)
  })
})

describe('recovery codes', () => {
  it('replace the telephone once each, and their use is told', async () => {
    const profile = await aProfile(site, await anEmployer(site), {
      service: 'payment',
      isValidator: true,
    })
    const visitor = await signedIn(site, profile)
    const page = await visitor.get('/mon-compte/double-verification')
    const secret = page.text.match(/[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/)?.[0].replaceAll(' ', '') ?? ''
    const shown = await visitor.submit(
      page,
      { code: codeAt(secret), currentPassword: goodPassword },
      '/mon-compte/double-verification',
    )
    const codes = shown.document.querySelectorAll('.recovery-codes code').map((one) => one.text)
    expect(codes).toHaveLength(10)
    const use = async (code: string) => {
      const other = await passwordOnly(profile, '/connexion/e-paiement')
      const recovery = '/connexion-code-de-secours'
      return other.submit(await other.get(recovery), { code }, recovery)
    }
    const first = codes[0] ?? ''
    expect((await use(first.toLowerCase().replace('-', ' '))).text).toMatch(/9 codes/)
    expect((await use(first)).status).toBe(422)
    expect((await use(codes[1] ?? '')).status).toBe(200)
    await site.runJobs()
    expect(site.mails.filter(({ to }) => to === profile.email).length).toBeGreaterThanOrEqual(3)
    const kept = await site.database.ownerQuery<{ code_hash: Buffer }>(
      'select code_hash from recovery_codes where account_id = $1',
      [profile.id],
    )
    for (const code of codes)
      for (const row of kept) expect(row.code_hash.toString('utf8')).not.toContain(code)
  })

  it('tell who lost them all whom to turn to, at both pages', async () => {
    const employer = await anEmployer(site)
    const people = [
      [await aDelegate(site, employer), '/administration/connexion', 'J’ai aussi perdu'],
      [
        await aProfile(site, employer, { service: 'employer_account' }),
        '/connexion/compte-adherent',
        'Demandez à l’Administrateur des Utilisateurs',
      ],
    ] as const
    for (const [person, door, sentence] of people) {
      await withFactor(person)
      const visitor = await passwordOnly(person, door)
      for (const page of [form, '/connexion-code-de-secours'])
        expect((await visitor.get(page)).text).toContain(sentence)
    }
  })

  it('AT9: are refused while the account waits', async () => {
    const delegate = await aDelegate(site, await anEmployer(site))
    await withFactor(delegate)
    const visitor = await passwordOnly(delegate, '/administration/connexion')
    for (let n = 0; n < 6; n += 1)
      await visitor.submit(await visitor.get(form), { code: '000000' }, form)
    const events = await site.database.ownerQuery<{ waiting: boolean }>(
      `select (details->>'waiting')::boolean as waiting from audit_events
        where action = 'session.code_refused' and subject_id = $1 order by sequence`,
      [delegate.id],
    )
    expect(events.at(-1)?.waiting).toBe(true)
    const recovery = '/connexion-code-de-secours'
    const screen = await visitor.submit(
      await visitor.get(recovery),
      { code: 'AAAAA-AAAAA' },
      recovery,
    )
    expect(screen.status).toBe(422)
  })
})

describe('one’s own second factor', () => {
  it('is proposed anew to each session and after each change', () => {
    const { keyring } = site.app
    const one = offeredSecret(keyring, 'a', null)
    expect(one).toHaveLength(32)
    expect(offeredSecret(keyring, 'a', null)).toBe(one)
    expect(offeredSecret(keyring, 'b', null)).not.toBe(one)
    expect(offeredSecret(keyring, 'a', Buffer.from('x'))).not.toBe(one)
  })

  it('is changed or removed only with the password and the factor in use, and the owner is told', async () => {
    const delegate = await aDelegate(site, await anEmployer(site))
    const secret = await withFactor(delegate)
    const visitor = await signedIn(site, delegate)
    const other = await signedIn(site, delegate)
    const path = '/mon-compte/double-verification'
    const remove = async (fields: Record<string, string>) =>
      visitor.submit(await visitor.get(path), fields, `${path}/retirer`)
    const noCode = await remove({ currentPassword: goodPassword, currentCode: '000000' })
    expect(noCode.status).toBe(422)
    const noPassword = await remove({
      currentPassword: 'faux faux faux faux',
      currentCode: codeAt(secret),
    })
    expect(noPassword.status).toBe(422)
    const done = await remove({ currentPassword: goodPassword, currentCode: codeAt(secret) })
    expect(done.url).toBe('/mon-compte')
    expect((await other.raw('/mon-compte')).status).toBe(303)
    await site.runJobs()
    expect(site.mails.at(-1)?.to).toBe(delegate.email)
    expect(site.mails.at(-1)?.text).toMatch(/retirée/)
  })

  it('is never removed by an agent', async () => {
    const agent = await anAgent(site)
    const secret = await withFactor(agent)
    const visitor = await signedIn(site, agent)
    const page = await visitor.get('/mon-compte/double-verification')
    expect(page.document.querySelector('form[action$="/retirer"]')).toBeNull()
    const csrf = page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const forced = await visitor.post('/mon-compte/double-verification/retirer', {
      csrf,
      currentPassword: goodPassword,
      currentCode: codeAt(secret),
    })
    expect(forced.status).toBe(422)
  })
})
