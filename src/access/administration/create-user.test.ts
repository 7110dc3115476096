import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aNewExternal, aNewUser, asDelegate } from '../../../test/support/administering.ts'
import {
  aDelegate,
  anEmployer,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { DelegateActor } from '../../actors/actor.ts'
import { paths } from '../../web/paths.ts'
import { changeUserState } from './change-user-state.ts'
import { createUser } from './create-user.ts'
import { listUsers } from './store/users.ts'
import { offerMandate } from './offer-mandate.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson
let actor: DelegateActor
beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  employer = await anEmployer(site, { categories: ['01', '02'] })
  delegate = await aDelegate(site, employer)
  actor = asDelegate(delegate, employer)
  await site.runJobs()
  site.mails.length = 0
})
afterAll(() => site.close())

const list = async (company = employer) =>
  site.app.db.transaction({ as: 'employer', employerId: company.id }, (tx) =>
    listUsers(tx, company.id),
  )
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const rowOf = async (id: string) =>
  (
    await site.database.ownerQuery<Record<string, unknown>>(
      'select * from profiles where id = $1',
      [id],
    )
  )[0]

describe('creating a user of the company', () => {
  it('builds the login, keeps the identity sealed, sends an activation link and writes the trail', async () => {
    const user = aNewUser({ freePart: 'klahlou' })
    const { id, login } = await createUser(site.app, actor, user)
    await site.runJobs()
    expect(login).toBe(`klahlou.decl.${employer.number}`)
    expect(site.mails.map(({ to }) => to)).toEqual([user.email])
    const row = await rowOf(id)
    expect(row).toMatchObject({ state: 'invited', password_hash: null, provisional_hash: null })
    expect(String(row?.['identity_sealed'])).not.toContain(user.identity.number)
    const events = await site.database.ownerQuery(
      `select action, details->>'login' as login from audit_events where employer_id = $1`,
      [employer.id],
    )
    expect(events).toContainEqual({ action: 'user.created', login })
  })

  it('hands over a typed password that is never kept in clear, and mails the login without it', async () => {
    const password = 'correct cheval agrafe pile'
    const firstPassword = { kind: 'provisional', password } as const
    const { id } = await createUser(site.app, actor, aNewUser({ firstPassword }))
    await site.runJobs()
    const row = await rowOf(id)
    expect(row?.['provisional_hash']).toMatch(/^\$argon2id\$/)
    expect(Number(row?.['provisional_until']) - site.clock.now().getTime()).toBe(72 * 3_600_000)
    expect(site.mails[0]?.text).not.toContain(password)
  })

  it.each(['payment', 'declaration_external'] as const)(
    'never takes a typed password for %s',
    async (service) => {
      const firstPassword = { kind: 'provisional', password: 'correct cheval agrafe pile' } as const
      const user = aNewUser({ service, firstPassword, scope: null, isMaker: true })
      await expect(createUser(site.app, actor, user)).rejects.toEqual(refusal('access.link_only'))
    },
  )

  it('refuses a typed password made of the name of the user', async () => {
    const firstPassword = { kind: 'provisional', password: 'khadijalahlou' } as const
    await expect(createUser(site.app, actor, aNewUser({ firstPassword }))).rejects.toEqual(
      refusal('access.password_about_you'),
    )
  })

  it('A7: one login is one service: the same free part gives another login for another service', async () => {
    const first = await createUser(site.app, actor, aNewUser({ freePart: 'klahlou' }))
    const second = await createUser(
      site.app,
      actor,
      aNewUser({ freePart: 'klahlou', service: 'employer_account', scope: null }),
    )
    expect([first.login, second.login]).toEqual([
      `klahlou.decl.${employer.number}`,
      `klahlou.compte.${employer.number}`,
    ])
  })

  it('A7: a login taken in the company is refused, by the database too', async () => {
    await createUser(site.app, actor, aNewUser({ freePart: 'klahlou' }))
    await expect(createUser(site.app, actor, aNewUser({ freePart: 'klahlou' }))).rejects.toEqual(
      refusal('administration.login_taken'),
    )
    expect(await list()).toHaveLength(1)
  })

  it('finds a free login when nobody chose one, removed users and homonyms aside', async () => {
    const homonym = () => aNewUser({ freePart: 'ktazi', isFreePartProposed: true })
    const first = await createUser(site.app, actor, homonym())
    await changeUserState(site.app, actor, {
      id: first.id,
      service: 'declaration_internal',
      version: 1,
      step: 'remove',
      reason: 'Départ',
    })
    const logins = [
      await createUser(site.app, actor, homonym()),
      await createUser(site.app, actor, homonym()),
    ]
    expect(logins.map(({ login }) => login)).toEqual([
      `ktazi2.decl.${employer.number}`,
      `ktazi3.decl.${employer.number}`,
    ])
  })

  it('refuses a second login of the same person for the same service, whatever the spaces of the number', async () => {
    await createUser(site.app, actor, aNewUser({ identity: { kind: 'cin', number: 'BE777001' } }))
    const again = aNewUser({ identity: { kind: 'cin', number: 'be 777 001' } })
    await expect(createUser(site.app, actor, again)).rejects.toEqual(
      refusal('administration.person_known'),
    )
  })

  it('RE9: two forms for one person sent at once make one user', async () => {
    const identity = { kind: 'cin', number: 'BE777003' } as const
    const outcomes = await Promise.allSettled([
      createUser(site.app, actor, aNewUser({ identity })),
      createUser(site.app, actor, aNewUser({ identity })),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await list()).toHaveLength(1)
  })

  it('AT65: the same person may get a second payment login, which is flagged as one person', async () => {
    const identity = { kind: 'cin', number: 'BE777002' } as const
    const payment = { service: 'payment', scope: null, identity } as const
    await createUser(site.app, actor, aNewUser({ ...payment, isMaker: true }))
    await createUser(site.app, actor, aNewUser({ ...payment, isValidator: true }))
    const visitor = await signedIn(site, delegate)
    const screen = await visitor.get(paths.administration.users({ cell: 'profils' }))
    expect(screen.text).toContain('Une même personne peut établir et confirmer')
  })

  it('AT64: refuses a service that the company has not subscribed to', async () => {
    const poor = await anEmployer(site, { services: ['employer_account'] })
    const poorActor = asDelegate(await aDelegate(site, poor), poor)
    await expect(createUser(site.app, poorActor, aNewUser())).rejects.toEqual(
      refusal('administration.service_not_subscribed'),
    )
    await expect(offerMandate(site.app, poorActor, aNewExternal())).rejects.toEqual(
      refusal('administration.service_not_subscribed'),
    )
  })

  it('AT46: refuses a category of another company, and keeps nothing of the user', async () => {
    await anEmployer(site, { categories: ['09'] })
    const scope = { mode: 'form', categories: ['01', '09'], untilOn: null } as const
    await expect(createUser(site.app, actor, aNewUser({ scope }))).rejects.toEqual(
      refusal('web.not_found'),
    )
    expect(await list()).toEqual([])
  })
})
