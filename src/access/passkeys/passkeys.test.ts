import { createHash } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Authenticator, type Wishes } from '../../../test/support/authenticator.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { askedOf, passkeysPath, withPasskey } from '../../../test/support/passkeys.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { endSecondFactor } from '../end-second-factor.ts'
import { sessionCookie } from '../../web/cookies.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.database.ownerQuery('delete from throttles')
  site.clock.advance(120_000)
})

const step = '/connexion-code'
const adding = `${passkeysPath}/nouvelle`

async function passwordOnly(person: TestPerson): Promise<{ visitor: Visitor; screen: Screen }> {
  const visitor = site.visitor()
  const door = {
    delegate: '/administration/connexion',
    profile: '/connexion/e-paiement',
    agent: '/agence/connexion',
  }[person.kind]
  const name = person.kind === 'delegate' ? 'employerNumber' : 'login'
  const typed = { [name]: person.login, password: goodPassword }
  return { visitor, screen: await visitor.submit(await visitor.get(door), typed) }
}

const aValidator = async () =>
  aProfile(site, await anEmployer(site), { service: 'payment', isValidator: true })
const aGuardedDelegate = async () => {
  const delegate = await aDelegate(site, await anEmployer(site))
  return { delegate, authenticator: await withPasskey(site, delegate) }
}

async function passkeysOf(person: TestPerson) {
  return site.database.ownerQuery<{ id: string; name: string; signatures: string }>(
    'select id, name, signatures from passkeys where account_id = $1 order by created_at',
    [person.id],
  )
}

describe('one’s own passkeys (U4)', () => {
  it.each([
    ['a delegate', async () => aDelegate(site, await anEmployer(site))],
    ['an agent', () => anAgent(site)],
    ['a validator', aValidator],
  ])(
    'are made by %s with the password; the first brings ten recovery codes',
    async (_who, make) => {
      const person = await make()
      const [visitor, other] = [await signedIn(site, person), await signedIn(site, person)]
      const screen = await visitor.get(adding)
      const wrong = await visitor.submit(screen, { currentPassword: 'pas le bon' }, adding)
      expect(wrong.status).toBe(422)
      expect(wrong.body).not.toContain('data-create')
      const asked = await visitor.submit(wrong, { currentPassword: goodPassword }, adding)
      const authenticator = new Authenticator()
      const attestation = authenticator.make(askedOf(asked, 'create'))
      const codes = await visitor.submit(asked, { nom: 'Téléphone', attestation }, passkeysPath)
      expect(codes.document.querySelectorAll('.recovery-codes code')).toHaveLength(10)
      expect((await visitor.get(passkeysPath)).text).toContain('Téléphone')
      expect((await other.raw('/mon-compte')).status).toBe(303)
      await site.runJobs()
      expect(site.mails.at(-1)?.to).toBe(person.email)
      expect(site.mails.at(-1)?.text).toMatch(/clé d’accès vient d’être ajoutée.*Téléphone/)
    },
  )

  it('are named by their owner, in French and in Arabic', async () => {
    const { delegate } = await aGuardedDelegate()
    const visitor = await signedIn(site, delegate)
    const [passkey] = await passkeysOf(delegate)
    const path = `${passkeysPath}/${passkey?.id}`
    const screen = await visitor.get(`${path}?lang=ar`)
    expect(screen.status).toBe(200)
    const wrong = await visitor.submit(screen, { nom: 'x'.repeat(61) }, path)
    expect(wrong.status).toBe(422)
    const done = await visitor.submit(wrong, { nom: 'هاتف المكتب' }, path)
    expect(done.url).toBe(passkeysPath)
    expect(done.text).toContain('هاتف المكتب')
  })

  it('AT63: cannot be added without the factor in use', async () => {
    const { delegate, authenticator } = await aGuardedDelegate()
    const visitor = await signedIn(site, delegate)
    const screen = await visitor.get(adding)
    const refused = await visitor.submit(screen, { currentPassword: goodPassword }, adding)
    expect(refused.status).toBe(422)
    expect(refused.body).not.toContain('data-create')
    const assertion = authenticator.sign(askedOf(refused))
    const typed = { currentPassword: goodPassword, assertion }
    const allowed = await visitor.submit(refused, typed, adding)
    expect(allowed.body).toContain('data-create')
  })

  it('are not made to a challenge that nobody was given, twice, or too late', async () => {
    const person = await aValidator()
    const visitor = await signedIn(site, person)
    const asked = await visitor.submit(
      await visitor.get(adding),
      { currentPassword: goodPassword },
      adding,
    )
    const authenticator = new Authenticator()
    const forged = authenticator.make({ challenge: 'A'.repeat(43) })
    const sent = await visitor.submit(asked, { nom: 'x', attestation: forged }, passkeysPath)
    expect(sent.status).toBe(422)
    const genuine = authenticator.make(askedOf(asked, 'create'))
    const again = await visitor.submit(asked, { nom: 'x', attestation: genuine }, passkeysPath)
    expect(again.status).toBe(422)
    const later = await visitor.submit(again, { currentPassword: goodPassword }, adding)
    site.clock.advance(5 * 60_000 + 1)
    const late = authenticator.make(askedOf(later, 'create'))
    expect(
      (await visitor.submit(later, { nom: 'x', attestation: late }, passkeysPath)).status,
    ).toBe(422)
    expect(await passkeysOf(person)).toHaveLength(0)
  })

  it.each<[string, Wishes]>([
    ['for another site', { origin: 'https://portail.example' }],
    ['for another name', { rpId: 'example' }],
    ['without recognising anybody', { userVerified: false }],
  ])('are refused when made %s', async (_how, wishes) => {
    const person = await aValidator()
    const visitor = await signedIn(site, person)
    const asked = await visitor.submit(
      await visitor.get(adding),
      { currentPassword: goodPassword },
      adding,
    )
    const attestation = new Authenticator().make(askedOf(asked, 'create'), wishes)
    const sent = await visitor.submit(asked, { nom: 'x', attestation }, passkeysPath)
    expect(sent.status).toBe(422)
    expect(await passkeysOf(person)).toHaveLength(0)
  })

  it('go with the password and a factor; the last one only if the password can stand alone', async () => {
    const { delegate, authenticator } = await aGuardedDelegate()
    const visitor = await signedIn(site, delegate)
    const [passkey] = await passkeysOf(delegate)
    const path = `${passkeysPath}/${passkey?.id}`
    const remove = `${path}/retirer`
    const screen = await visitor.get(path)
    const noFactor = await visitor.submit(screen, { currentPassword: goodPassword }, remove)
    expect(noFactor.status).toBe(422)
    const assertion = authenticator.sign(askedOf(noFactor))
    const typed = { currentPassword: goodPassword, assertion }
    const done = await visitor.submit(noFactor, typed, remove)
    expect(done.url).toBe(passkeysPath)
    expect(await passkeysOf(delegate)).toHaveLength(0)
    const left = await site.database.ownerQuery(
      'select from recovery_codes where account_id = $1',
      [delegate.id],
    )
    expect(left).toHaveLength(0)
  })

  it('AT63: of an agent: the last factor stays, whatever is sent', async () => {
    const agent = await anAgent(site)
    const authenticator = await withPasskey(site, agent)
    const visitor = await signedIn(site, agent)
    const [passkey] = await passkeysOf(agent)
    const page = await visitor.get(`${passkeysPath}/${passkey?.id}`)
    expect(page.document.querySelector('form[action$="/retirer"]')).toBeNull()
    const asked = await visitor.get(adding)
    const forced = await visitor.post(`${passkeysPath}/${passkey?.id}/retirer`, {
      csrf: page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? '',
      currentPassword: goodPassword,
      assertion: authenticator.sign(askedOf(asked)),
    })
    expect(forced.status).toBe(422)
    expect(await passkeysOf(agent)).toHaveLength(1)
    await expect(
      site.app.db.transaction({ as: 'account', accountId: agent.id }, (tx) =>
        tx.deleteFrom('passkeys').where('account_id', '=', agent.id).execute(),
      ),
    ).rejects.toThrow(/confirmed by nobody/)
  })

  it('of somebody else are not there', async () => {
    const { delegate } = await aGuardedDelegate()
    const [passkey] = await passkeysOf(delegate)
    const visitor = await signedIn(site, await aDelegate(site, await anEmployer(site)))
    expect((await visitor.get(`${passkeysPath}/${passkey?.id}`)).status).toBe(404)
  })
})

describe('signing in with a passkey (U4)', () => {
  it('AT33: is the second step after the password, and opens a new session', async () => {
    const { delegate, authenticator } = await aGuardedDelegate()
    const { visitor, screen } = await passwordOnly(delegate)
    expect(screen.url).toBe(step)
    const before = visitor.cookies.get(sessionCookie)
    const inside = await visitor.submit(screen, { assertion: authenticator.sign(askedOf(screen)) })
    expect(inside.url).toBe('/administration')
    expect(visitor.cookies.get(sessionCookie)).not.toBe(before)
    const [event] = await site.database.ownerQuery<{ details: { secondFactor: string } }>(
      `select details from audit_events where action = 'session.opened' and subject_id = $1`,
      [delegate.id],
    )
    expect(event?.details.secondFactor).toBe('passkey')
  })

  it('AT12: the password alone opens nothing, and sets up no other factor', async () => {
    const agent = await anAgent(site)
    await withPasskey(site, agent)
    const { visitor, screen } = await passwordOnly(agent)
    expect(screen.url).toBe(step)
    expect((await visitor.raw('/agence')).status).toBe(303)
    const enrol = await visitor.get('/connexion-double-verification')
    expect(enrol.status).toBeGreaterThanOrEqual(400)
    expect(enrol.text).not.toMatch(/[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/)
    expect((await visitor.raw(adding)).status).toBe(303)
  })

  it('offers both where there are both; a recovery code serves without either', async () => {
    const delegate = await aDelegate(site, await anEmployer(site))
    const visitor = await signedIn(site, delegate)
    const path = '/mon-compte/double-verification'
    const offered = await visitor.get(path)
    const secret = offered.text.match(/[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/)?.[0].replaceAll(' ', '')
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(secret ?? '') }).generate({
        timestamp: site.clock.now().getTime(),
      })
    const typed = { currentPassword: goodPassword, code: code() }
    const kept = await visitor.submit(offered, typed, path)
    const [recovery] = kept.document.querySelectorAll('.recovery-codes code').map((one) => one.text)
    site.clock.advance(60_000)
    const proof = { currentPassword: goodPassword, currentCode: code() }
    const asked = await visitor.submit(await visitor.get(adding), proof, adding)
    const attestation = new Authenticator().make(askedOf(asked, 'create'))
    const done = await visitor.submit(asked, { nom: 'Téléphone', attestation }, passkeysPath)
    expect(done.url).toBe(passkeysPath)

    const { visitor: later, screen } = await passwordOnly(delegate)
    expect(screen.document.querySelector('input[name=code]')?.getAttribute('autocomplete')).toBe(
      'one-time-code webauthn',
    )
    expect(askedOf(screen).challenge).toHaveLength(43)
    const recoveryPath = '/connexion-code-de-secours'
    const page = await later.get(recoveryPath)
    const inside = await later.submit(page, { code: recovery ?? '' }, recoveryPath)
    expect(inside.url).toBe('/administration')
  })

  it.each<[string, Wishes]>([
    ['another challenge', { challenge: 'A'.repeat(43) }],
    ['another site', { origin: 'https://portail.example' }],
    ['another name', { rpId: 'example' }],
    ['nobody recognised', { userVerified: false }],
    ['fewer signatures than before: it was copied', { signatures: 1 }],
  ])('AT13: is refused with %s', async (_how, wishes) => {
    const { delegate, authenticator } = await aGuardedDelegate()
    const first = await passwordOnly(delegate)
    authenticator.sign(askedOf(first.screen))
    const assertion = authenticator.sign(askedOf(first.screen))
    expect((await first.visitor.submit(first.screen, { assertion })).url).toBe('/administration')
    const { visitor, screen } = await passwordOnly(delegate)
    const wrong = authenticator.sign(askedOf(screen), wishes)
    const refused = await visitor.submit(screen, { assertion: wrong })
    expect(refused.status).toBe(422)
    expect(refused.mistakes).toHaveLength(1)
    expect((await visitor.raw('/administration')).status).toBe(303)
  })

  it('AT13: is asked once: an answer does not serve twice, elsewhere, or after five minutes', async () => {
    const { delegate, authenticator } = await aGuardedDelegate()
    const one = await passwordOnly(delegate)
    const two = await passwordOnly(delegate)
    const assertion = authenticator.sign(askedOf(one.screen))
    expect((await two.visitor.submit(two.screen, { assertion })).status).toBe(422)
    expect((await one.visitor.submit(one.screen, { assertion })).url).toBe('/administration')
    const again = await passwordOnly(delegate)
    expect((await again.visitor.submit(again.screen, { assertion })).status).toBe(422)
    const late = await passwordOnly(delegate)
    const answer = authenticator.sign(askedOf(late.screen))
    site.clock.advance(5 * 60_000)
    expect((await late.visitor.submit(late.screen, { assertion: answer })).status).toBe(422)
  })

  it('AT13: of somebody else opens nothing; after ten wrong answers the password is asked again', async () => {
    const { authenticator } = await aGuardedDelegate()
    const { delegate } = await aGuardedDelegate()
    const { visitor, screen } = await passwordOnly(delegate)
    let answer = screen
    for (let tries = 0; tries < 9; tries += 1) {
      await site.database.ownerQuery('delete from throttles')
      const assertion = tries % 2 === 0 ? authenticator.sign(askedOf(answer)) : '{"id":'
      answer = await visitor.submit(answer, { assertion })
      expect(answer.status).toBe(422)
    }
    await site.database.ownerQuery('delete from throttles')
    const last = authenticator.sign(askedOf(answer))
    expect((await visitor.submit(answer, { assertion: last })).url).toBe(
      '/administration/connexion',
    )
  })

  it('AT9: is refused while the account waits', async () => {
    const { delegate, authenticator } = await aGuardedDelegate()
    const { visitor, screen } = await passwordOnly(delegate)
    let answer = screen
    for (let tries = 0; tries < 7; tries += 1)
      answer = await visitor.submit(answer, { assertion: '{}' })
    const right = authenticator.sign(askedOf(answer))
    expect((await visitor.submit(answer, { assertion: right })).status).toBe(422)
  })

  it('AT28: is still asked after a new password', async () => {
    const { delegate } = await aGuardedDelegate()
    const visitor = await signedIn(site, delegate)
    const path = '/mon-compte/mot-de-passe'
    const changed = 'un compas dans la brume'
    await visitor.submit(await visitor.get(path), {
      currentPassword: goodPassword,
      newPassword: changed,
    })
    const door = site.visitor()
    const typed = { employerNumber: delegate.login, password: changed }
    const screen = await door.submit(await door.get('/administration/connexion'), typed)
    expect(screen.url).toBe(step)
  })
})

describe('a Validateur without a second factor (U4)', () => {
  const require = (value: 'yes' | 'no') =>
    site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative)
        values ('validator_factor_required', $1, $2, 'test', true)`,
      [value === 'yes' ? '2026-01-01' : '2026-01-02', JSON.stringify(value)],
    )

  it('is asked, in plain words, after each sign-in; and may go on without', async () => {
    const { screen } = await passwordOnly(await aValidator())
    expect(screen.url).toBe('/mon-compte/proteger?suite=%2Fpaiement')
    const links = screen.document.querySelectorAll('main a').map((one) => one.getAttribute('href'))
    expect(links).toEqual([adding, '/mon-compte/double-verification', '/paiement'])
    const { screen: maker } = await passwordOnly(
      await aProfile(site, await anEmployer(site), { service: 'payment', isMaker: true }),
    )
    expect(maker.url).toBe('/paiement')
  })

  it('leads nowhere but into the portal', async () => {
    const visitor = await signedIn(site, await aValidator())
    const screen = await visitor.get('/mon-compte/proteger?suite=https://ailleurs.example')
    const links = screen.document.querySelectorAll('main a').map((one) => one.getAttribute('href'))
    expect(links.at(-1)).toBe('/paiement')
  })

  it('chooses one before anything opens, once the fund requires it, and keeps it', async () => {
    await require('yes')
    const person = await aValidator()
    const { visitor, screen } = await passwordOnly(person)
    expect(screen.url).toBe('/connexion-double-verification')
    expect((await visitor.raw('/paiement')).status).toBe(303)
    const authenticator = new Authenticator()
    const forged = authenticator.make({ challenge: 'A'.repeat(43) })
    const wrong = await visitor.submit(screen, { attestation: forged })
    expect(wrong.status).toBe(422)
    const attestation = authenticator.make(askedOf(wrong, 'create'))
    const codes = await visitor.submit(wrong, { attestation })
    expect(codes.document.querySelectorAll('.recovery-codes code')).toHaveLength(10)
    expect((await visitor.raw('/paiement')).status).toBe(200)
    const [passkey] = await passkeysOf(person)
    const page = await visitor.get(`${passkeysPath}/${passkey?.id}`)
    expect(page.document.querySelector('form[action$="/retirer"]')).toBeNull()
    const forced = await visitor.post(`${passkeysPath}/${passkey?.id}/retirer`, {
      csrf: page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? '',
      currentPassword: goodPassword,
      assertion: authenticator.sign(askedOf(await visitor.get(adding))),
    })
    expect(forced.status).toBe(422)
    expect(await passkeysOf(person)).toHaveLength(1)
    await require('no')
  })
})

describe('a second factor that its owner lost', () => {
  it('ends with its passkeys, for a delegate by the agency and for a user by their company', async () => {
    const { delegate } = await aGuardedDelegate()
    const user = await aValidator()
    await withPasskey(site, user)
    const employerId = user.employerId ?? ''
    await site.app.db.transaction({ as: 'agency' }, (tx) => endSecondFactor(tx, delegate))
    await site.app.db.transaction({ as: 'employer', employerId }, (tx) => endSecondFactor(tx, user))
    expect([...(await passkeysOf(delegate)), ...(await passkeysOf(user))]).toEqual([])
    const rows = await site.database.ownerQuery<{ passkey_count: number }>(
      `select passkey_count from delegates where id = $1 union all select passkey_count from profiles where id = $2`,
      [delegate.id, user.id],
    )
    expect(rows.map((row) => row.passkey_count)).toEqual([0, 0])
  })

  it('of an agent ends for nobody who decides alone, nor for another company', async () => {
    const agent = await anAgent(site)
    await withPasskey(site, agent)
    const alone = site.app.db.transaction({ as: 'agency' }, (tx) => endSecondFactor(tx, agent))
    await expect(alone).rejects.toThrow(/confirmed by nobody/)
    const user = await aValidator()
    await withPasskey(site, user)
    const other = await anEmployer(site)
    await site.app.db.transaction({ as: 'employer', employerId: other.id }, (tx) =>
      tx.deleteFrom('passkeys').where('account_id', '=', user.id).execute(),
    )
    expect([...(await passkeysOf(agent)), ...(await passkeysOf(user))]).toHaveLength(2)
  })
})

describe('recovery codes', () => {
  it('AT63: are renewed only with the factor in use: each of them is worth one', async () => {
    const { delegate, authenticator } = await aGuardedDelegate()
    const visitor = await signedIn(site, delegate)
    const path = '/mon-compte/codes-de-secours'
    const screen = await visitor.get(path)
    const refused = await visitor.submit(screen, { currentPassword: goodPassword }, path)
    expect(refused.status).toBe(422)
    const assertion = authenticator.sign(askedOf(refused))
    const typed = { currentPassword: goodPassword, assertion }
    const codes = await visitor.submit(refused, typed, path)
    expect(codes.document.querySelectorAll('.recovery-codes code')).toHaveLength(10)
  })
})

describe('what is kept of a passkey', () => {
  it('AT22: shows its key on no page, and leaves the fingerprint of the key in the trail', async () => {
    const { delegate } = await aGuardedDelegate()
    const [row] = await site.database.ownerQuery<{ public_key: Buffer }>(
      'select public_key from passkeys where account_id = $1',
      [delegate.id],
    )
    const key = row?.public_key ?? Buffer.alloc(0)
    const [event] = await site.database.ownerQuery<{ details: Record<string, string> }>(
      `select details from audit_events where action = 'second_factor.passkey_added' and subject_id = $1`,
      [delegate.id],
    )
    expect(event?.details['key']).toBe(createHash('sha256').update(key).digest('hex'))
    const { body } = await (await signedIn(site, delegate)).get(passkeysPath)
    expect(body).not.toContain(key.toString('base64url'))
  })
})
