import { describe, expect, it } from 'vitest'
import {
  aCompanyEachTime,
  aNewExternal,
  aNewUser,
  asDelegate,
} from '../../../test/support/administering.ts'
import { aDelegate, anEmployer, signedIn } from '../../../test/support/factories.ts'
import { paths } from '../../web/paths.ts'
import { changeUserState } from './change-user-state.ts'
import { createUser } from './create-user.ts'
import { offerMandate } from './offer-mandate.ts'

const setting = aCompanyEachTime()
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })

describe('creating a user of the company', () => {
  it('builds the login, keeps the identity sealed, sends an activation link and writes the trail', async () => {
    const user = aNewUser({ freePart: 'klahlou' })
    const { id, login } = await createUser(setting.site.app, setting.actor, user)
    await setting.site.runJobs()
    expect(login).toBe(`klahlou.decl.${setting.employer.number}`)
    expect(setting.site.mails.map(({ to }) => to)).toEqual([user.email])
    const row = await setting.rowOf(id)
    expect(row).toMatchObject({ state: 'invited', password_hash: null, provisional_hash: null })
    expect(String(row?.['identity_sealed'])).not.toContain(user.identity.number)
    const events = await setting.site.database.ownerQuery(
      `select action, details->>'login' as login from audit_events where employer_id = $1`,
      [setting.employer.id],
    )
    expect(events).toContainEqual({ action: 'user.created', login })
  })

  it('hands over a typed password that is never kept in clear, and mails the login without it', async () => {
    const password = 'correct cheval agrafe pile'
    const firstPassword = { kind: 'provisional', password } as const
    const { id } = await createUser(setting.site.app, setting.actor, aNewUser({ firstPassword }))
    await setting.site.runJobs()
    const row = await setting.rowOf(id)
    expect(row?.['provisional_hash']).toMatch(/^\$argon2id\$/)
    expect(Number(row?.['provisional_until']) - setting.site.clock.now().getTime()).toBe(
      72 * 3_600_000,
    )
    expect(setting.site.mails[0]?.text).not.toContain(password)
  })

  it.each(['payment', 'declaration_external'] as const)(
    'never takes a typed password for %s',
    async (service) => {
      const firstPassword = { kind: 'provisional', password: 'correct cheval agrafe pile' } as const
      const user = aNewUser({ service, firstPassword, scope: null, isMaker: true })
      await expect(createUser(setting.site.app, setting.actor, user)).rejects.toEqual(
        refusal('access.link_only'),
      )
    },
  )

  it('refuses a typed password made of the name of the user', async () => {
    const firstPassword = { kind: 'provisional', password: 'khadijalahlou' } as const
    await expect(
      createUser(setting.site.app, setting.actor, aNewUser({ firstPassword })),
    ).rejects.toEqual(refusal('access.password_about_you'))
  })

  it('A7: one login is one service: the same free part gives another login for another service', async () => {
    const first = await createUser(
      setting.site.app,
      setting.actor,
      aNewUser({ freePart: 'klahlou' }),
    )
    const second = await createUser(
      setting.site.app,
      setting.actor,
      aNewUser({ freePart: 'klahlou', service: 'employer_account', scope: null }),
    )
    expect([first.login, second.login]).toEqual([
      `klahlou.decl.${setting.employer.number}`,
      `klahlou.compte.${setting.employer.number}`,
    ])
  })

  it('A7: a login taken in the company is refused, by the database too', async () => {
    await createUser(setting.site.app, setting.actor, aNewUser({ freePart: 'klahlou' }))
    await expect(
      createUser(setting.site.app, setting.actor, aNewUser({ freePart: 'klahlou' })),
    ).rejects.toEqual(refusal('administration.login_taken'))
    expect(await setting.list()).toHaveLength(1)
  })

  it('finds a free login when nobody chose one, removed users and homonyms aside', async () => {
    const homonym = () => aNewUser({ freePart: 'ktazi', isFreePartProposed: true })
    const first = await createUser(setting.site.app, setting.actor, homonym())
    await changeUserState(setting.site.app, setting.actor, {
      id: first.id,
      service: 'declaration_internal',
      version: 1,
      step: 'remove',
      reason: 'Départ',
    })
    const logins = [
      await createUser(setting.site.app, setting.actor, homonym()),
      await createUser(setting.site.app, setting.actor, homonym()),
    ]
    expect(logins.map(({ login }) => login)).toEqual([
      `ktazi2.decl.${setting.employer.number}`,
      `ktazi3.decl.${setting.employer.number}`,
    ])
  })

  it('refuses a second login of the same person for the same service, whatever the spaces of the number', async () => {
    await createUser(
      setting.site.app,
      setting.actor,
      aNewUser({ identity: { kind: 'cin', number: 'BE777001' } }),
    )
    const again = aNewUser({ identity: { kind: 'cin', number: 'be 777 001' } })
    await expect(createUser(setting.site.app, setting.actor, again)).rejects.toEqual(
      refusal('administration.person_known'),
    )
  })

  it('RE9: two forms for one person sent at once make one user', async () => {
    const identity = { kind: 'cin', number: 'BE777003' } as const
    const outcomes = await Promise.allSettled([
      createUser(setting.site.app, setting.actor, aNewUser({ identity })),
      createUser(setting.site.app, setting.actor, aNewUser({ identity })),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await setting.list()).toHaveLength(1)
  })

  it('AT65: the same person may get a second payment login, which is flagged as one person', async () => {
    const identity = { kind: 'cin', number: 'BE777002' } as const
    const payment = { service: 'payment', scope: null, identity } as const
    await createUser(setting.site.app, setting.actor, aNewUser({ ...payment, isMaker: true }))
    await createUser(setting.site.app, setting.actor, aNewUser({ ...payment, isValidator: true }))
    const visitor = await signedIn(setting.site, setting.delegate)
    const screen = await visitor.get(paths.administration.users({ cell: 'profils' }))
    expect(screen.text).toContain('Une même personne peut établir et confirmer')
  })

  it('AT64: refuses a service that the company has not subscribed to', async () => {
    const poor = await anEmployer(setting.site, { services: ['employer_account'] })
    const poorActor = asDelegate(await aDelegate(setting.site, poor), poor)
    await expect(createUser(setting.site.app, poorActor, aNewUser())).rejects.toEqual(
      refusal('administration.service_not_subscribed'),
    )
    await expect(offerMandate(setting.site.app, poorActor, aNewExternal())).rejects.toEqual(
      refusal('administration.service_not_subscribed'),
    )
  })

  it('AT46: refuses a category of another company, and keeps nothing of the user', async () => {
    await anEmployer(setting.site, { categories: ['09'] })
    const scope = { mode: 'form', categories: ['01', '09'], untilOn: null } as const
    await expect(createUser(setting.site.app, setting.actor, aNewUser({ scope }))).rejects.toEqual(
      refusal('web.not_found'),
    )
    expect(await setting.list()).toEqual([])
  })
})
