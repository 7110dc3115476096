import { createHash } from 'node:crypto'
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
  aValidator,
  passkeysOf,
  passkeysPath,
  withPasskey,
} from '../../../test/support/passkeys.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { endSecondFactor } from '../end-second-factor.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.database.ownerQuery('delete from throttles')
  site.clock.advance(120_000)
})

describe('one’s own passkeys (U4)', () => {
  it.each([
    ['a delegate', async () => aDelegate(site, await anEmployer(site))],
    ['an agent', () => anAgent(site)],
    ['a validator', () => aValidator(site)],
  ])(
    'are made by %s with the password; the first brings ten recovery codes',
    async (_who, make) => {
      const person = await make()
      const [visitor, other] = [await signedIn(site, person), await signedIn(site, person)]
      const screen = await visitor.get(addingPath)
      const wrong = await visitor.submit(screen, { currentPassword: 'pas le bon' }, addingPath)
      expect(wrong.status).toBe(422)
      expect(wrong.body).not.toContain('data-create')
      const asked = await visitor.submit(wrong, { currentPassword: goodPassword }, addingPath)
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
    const { delegate } = await aGuardedDelegate(site)
    const visitor = await signedIn(site, delegate)
    const [passkey] = await passkeysOf(site, delegate)
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
    const { delegate, authenticator } = await aGuardedDelegate(site)
    const visitor = await signedIn(site, delegate)
    const screen = await visitor.get(addingPath)
    const refused = await visitor.submit(screen, { currentPassword: goodPassword }, addingPath)
    expect(refused.status).toBe(422)
    expect(refused.body).not.toContain('data-create')
    const assertion = authenticator.sign(askedOf(refused))
    const typed = { currentPassword: goodPassword, assertion }
    const allowed = await visitor.submit(refused, typed, addingPath)
    expect(allowed.body).toContain('data-create')
  })

  it('are not made to a challenge that nobody was given, twice, or too late', async () => {
    const person = await aValidator(site)
    const visitor = await signedIn(site, person)
    const asked = await visitor.submit(
      await visitor.get(addingPath),
      { currentPassword: goodPassword },
      addingPath,
    )
    const authenticator = new Authenticator()
    const forged = authenticator.make({ challenge: 'A'.repeat(43) })
    const sent = await visitor.submit(asked, { nom: 'x', attestation: forged }, passkeysPath)
    expect(sent.status).toBe(422)
    const genuine = authenticator.make(askedOf(asked, 'create'))
    const again = await visitor.submit(asked, { nom: 'x', attestation: genuine }, passkeysPath)
    expect(again.status).toBe(422)
    const later = await visitor.submit(again, { currentPassword: goodPassword }, addingPath)
    site.clock.advance(5 * 60_000 + 1)
    const late = authenticator.make(askedOf(later, 'create'))
    expect(
      (await visitor.submit(later, { nom: 'x', attestation: late }, passkeysPath)).status,
    ).toBe(422)
    expect(await passkeysOf(site, person)).toHaveLength(0)
  })

  it.each<[string, Wishes]>([
    ['for another site', { origin: 'https://portail.example' }],
    ['for another name', { rpId: 'example' }],
    ['without recognising anybody', { userVerified: false }],
  ])('are refused when made %s', async (_how, wishes) => {
    const person = await aValidator(site)
    const visitor = await signedIn(site, person)
    const asked = await visitor.submit(
      await visitor.get(addingPath),
      { currentPassword: goodPassword },
      addingPath,
    )
    const attestation = new Authenticator().make(askedOf(asked, 'create'), wishes)
    const sent = await visitor.submit(asked, { nom: 'x', attestation }, passkeysPath)
    expect(sent.status).toBe(422)
    expect(await passkeysOf(site, person)).toHaveLength(0)
  })

  it('go with the password and a factor; the last one only if the password can stand alone', async () => {
    const { delegate, authenticator } = await aGuardedDelegate(site)
    const visitor = await signedIn(site, delegate)
    const [passkey] = await passkeysOf(site, delegate)
    const path = `${passkeysPath}/${passkey?.id}`
    const remove = `${path}/retirer`
    const screen = await visitor.get(path)
    const noFactor = await visitor.submit(screen, { currentPassword: goodPassword }, remove)
    expect(noFactor.status).toBe(422)
    const assertion = authenticator.sign(askedOf(noFactor))
    const typed = { currentPassword: goodPassword, assertion }
    const done = await visitor.submit(noFactor, typed, remove)
    expect(done.url).toBe(passkeysPath)
    expect(await passkeysOf(site, delegate)).toHaveLength(0)
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
    const [passkey] = await passkeysOf(site, agent)
    const page = await visitor.get(`${passkeysPath}/${passkey?.id}`)
    expect(page.document.querySelector('form[action$="/retirer"]')).toBeNull()
    const asked = await visitor.get(addingPath)
    const forced = await visitor.post(`${passkeysPath}/${passkey?.id}/retirer`, {
      csrf: page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? '',
      currentPassword: goodPassword,
      assertion: authenticator.sign(askedOf(asked)),
    })
    expect(forced.status).toBe(422)
    expect(await passkeysOf(site, agent)).toHaveLength(1)
    await expect(
      site.app.db.transaction({ as: 'account', accountId: agent.id }, (tx) =>
        tx.deleteFrom('passkeys').where('account_id', '=', agent.id).execute(),
      ),
    ).rejects.toThrow(/confirmed by nobody/)
  })

  it('of somebody else are not there', async () => {
    const { delegate } = await aGuardedDelegate(site)
    const [passkey] = await passkeysOf(site, delegate)
    const visitor = await signedIn(site, await aDelegate(site, await anEmployer(site)))
    expect((await visitor.get(`${passkeysPath}/${passkey?.id}`)).status).toBe(404)
  })
})

describe('a second factor that its owner lost', () => {
  it('ends with its passkeys, for a delegate by the agency and for a user by their company', async () => {
    const { delegate } = await aGuardedDelegate(site)
    const user = await aValidator(site)
    await withPasskey(site, user)
    const employerId = user.employerId ?? ''
    await site.app.db.transaction({ as: 'agency' }, (tx) => endSecondFactor(tx, delegate))
    await site.app.db.transaction({ as: 'employer', employerId }, (tx) => endSecondFactor(tx, user))
    expect([...(await passkeysOf(site, delegate)), ...(await passkeysOf(site, user))]).toEqual([])
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
    const user = await aValidator(site)
    await withPasskey(site, user)
    const other = await anEmployer(site)
    await site.app.db.transaction({ as: 'employer', employerId: other.id }, (tx) =>
      tx.deleteFrom('passkeys').where('account_id', '=', user.id).execute(),
    )
    expect([...(await passkeysOf(site, agent)), ...(await passkeysOf(site, user))]).toHaveLength(2)
  })
})

describe('recovery codes', () => {
  it('AT63: are renewed only with the factor in use: each of them is worth one', async () => {
    const { delegate, authenticator } = await aGuardedDelegate(site)
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
    const { delegate } = await aGuardedDelegate(site)
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
