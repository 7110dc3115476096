import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Authenticator, type Wishes } from '../../../test/support/authenticator.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  goodPassword,
  signedIn,
} from '../../../test/support/factories.ts'
import {
  addingPath,
  aGuardedDelegate,
  askedOf,
  passkeysPath,
  passwordOnly,
  stepPath,
  withPasskey,
} from '../../../test/support/passkeys.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
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

describe('signing in with a passkey (U4)', () => {
  it('AT33: is the second step after the password, and opens a new session', async () => {
    const { delegate, authenticator } = await aGuardedDelegate(site)
    const { visitor, screen } = await passwordOnly(site, delegate)
    expect(screen.url).toBe(stepPath)
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
    const { visitor, screen } = await passwordOnly(site, agent)
    expect(screen.url).toBe(stepPath)
    expect((await visitor.raw('/agence')).status).toBe(303)
    const enrol = await visitor.get('/connexion-double-verification')
    expect(enrol.status).toBeGreaterThanOrEqual(400)
    expect(enrol.text).not.toMatch(/[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/)
    expect((await visitor.raw(addingPath)).status).toBe(303)
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
    const asked = await visitor.submit(await visitor.get(addingPath), proof, addingPath)
    const attestation = new Authenticator().make(askedOf(asked, 'create'))
    const done = await visitor.submit(asked, { nom: 'Téléphone', attestation }, passkeysPath)
    expect(done.url).toBe(passkeysPath)

    const { visitor: later, screen } = await passwordOnly(site, delegate)
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
    const { delegate, authenticator } = await aGuardedDelegate(site)
    const first = await passwordOnly(site, delegate)
    authenticator.sign(askedOf(first.screen))
    const assertion = authenticator.sign(askedOf(first.screen))
    expect((await first.visitor.submit(first.screen, { assertion })).url).toBe('/administration')
    const { visitor, screen } = await passwordOnly(site, delegate)
    const wrong = authenticator.sign(askedOf(screen), wishes)
    const refused = await visitor.submit(screen, { assertion: wrong })
    expect(refused.status).toBe(422)
    expect(refused.mistakes).toHaveLength(1)
    expect((await visitor.raw('/administration')).status).toBe(303)
  })

  it('AT13: is asked once: an answer does not serve twice, elsewhere, or after five minutes', async () => {
    const { delegate, authenticator } = await aGuardedDelegate(site)
    const one = await passwordOnly(site, delegate)
    const two = await passwordOnly(site, delegate)
    const assertion = authenticator.sign(askedOf(one.screen))
    expect((await two.visitor.submit(two.screen, { assertion })).status).toBe(422)
    expect((await one.visitor.submit(one.screen, { assertion })).url).toBe('/administration')
    const again = await passwordOnly(site, delegate)
    expect((await again.visitor.submit(again.screen, { assertion })).status).toBe(422)
    const late = await passwordOnly(site, delegate)
    const answer = authenticator.sign(askedOf(late.screen))
    site.clock.advance(5 * 60_000)
    expect((await late.visitor.submit(late.screen, { assertion: answer })).status).toBe(422)
  })

  it('AT13: of somebody else opens nothing; after ten wrong answers the password is asked again', async () => {
    const { authenticator } = await aGuardedDelegate(site)
    const { delegate } = await aGuardedDelegate(site)
    const { visitor, screen } = await passwordOnly(site, delegate)
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
    const { delegate, authenticator } = await aGuardedDelegate(site)
    const { visitor, screen } = await passwordOnly(site, delegate)
    let answer = screen
    for (let tries = 0; tries < 7; tries += 1)
      answer = await visitor.submit(answer, { assertion: '{}' })
    const right = authenticator.sign(askedOf(answer))
    expect((await visitor.submit(answer, { assertion: right })).status).toBe(422)
  })

  it('AT28: is still asked after a new password', async () => {
    const { delegate } = await aGuardedDelegate(site)
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
    expect(screen.url).toBe(stepPath)
  })
})
