import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Authenticator } from '../../../test/support/authenticator.ts'
import { anEmployer, aProfile, goodPassword, signedIn } from '../../../test/support/factories.ts'
import {
  addingPath,
  askedOf,
  aValidator,
  passkeysOf,
  passkeysPath,
  passwordOnly,
} from '../../../test/support/passkeys.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.database.ownerQuery('delete from throttles')
  site.clock.advance(120_000)
})

describe('a Validateur without a second factor (U4)', () => {
  const require = (value: 'yes' | 'no') =>
    site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative)
        values ('validator_factor_required', $1, $2, 'test', true)`,
      [value === 'yes' ? '2026-01-01' : '2026-01-02', JSON.stringify(value)],
    )

  it('is asked, in plain words, after each sign-in; and may go on without', async () => {
    const { screen } = await passwordOnly(site, await aValidator(site))
    expect(screen.url).toBe('/mon-compte/proteger?suite=%2Fpaiement')
    const links = screen.document.querySelectorAll('main a').map((one) => one.getAttribute('href'))
    expect(links).toEqual([addingPath, '/mon-compte/double-verification', '/paiement'])
    const { screen: maker } = await passwordOnly(
      site,
      await aProfile(site, await anEmployer(site), { service: 'payment', isMaker: true }),
    )
    expect(maker.url).toBe('/paiement')
  })

  it('leads nowhere but into the portal', async () => {
    const visitor = await signedIn(site, await aValidator(site))
    const screen = await visitor.get('/mon-compte/proteger?suite=https://ailleurs.example')
    const links = screen.document.querySelectorAll('main a').map((one) => one.getAttribute('href'))
    expect(links.at(-1)).toBe('/paiement')
  })

  it('chooses one before anything opens, once the fund requires it, and keeps it', async () => {
    await require('yes')
    const person = await aValidator(site)
    const { visitor, screen } = await passwordOnly(site, person)
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
    const [passkey] = await passkeysOf(site, person)
    const page = await visitor.get(`${passkeysPath}/${passkey?.id}`)
    expect(page.document.querySelector('form[action$="/retirer"]')).toBeNull()
    const forced = await visitor.post(`${passkeysPath}/${passkey?.id}/retirer`, {
      csrf: page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? '',
      currentPassword: goodPassword,
      assertion: authenticator.sign(askedOf(await visitor.get(addingPath))),
    })
    expect(forced.status).toBe(422)
    expect(await passkeysOf(site, person)).toHaveLength(1)
    await require('no')
  })
})
