import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aNewExternal, aNewUser, asDelegate } from '../../../test/support/administering.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { DelegateActor } from '../../actors/actor.ts'
import { paths } from '../../web/paths.ts'
import { answerMandate } from '../answer-mandate.ts'
import { changePowers } from './change-powers.ts'
import { changeScope } from './change-scope.ts'
import { changeUserState } from './change-user-state.ts'
import { changeUser } from './change-user.ts'
import { createUser } from './create-user.ts'
import { giveNewPassword } from './give-new-password.ts'
import { listUsers } from './list-users.ts'
import { offerMandate } from './offer-mandate.ts'
import { resendInvitation } from './resend-invitation.ts'

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
    expect((row?.['provisional_until'] as Date).getTime() - site.clock.now().getTime()).toBe(
      72 * 3_600_000,
    )
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

  it('refuses a second login of the same person for the same service, whatever the spaces of the number', async () => {
    await createUser(site.app, actor, aNewUser({ identity: { kind: 'cin', number: 'BE777001' } }))
    const again = aNewUser({ identity: { kind: 'cin', number: 'be 777 001' } })
    await expect(createUser(site.app, actor, again)).rejects.toEqual(
      refusal('administration.person_known'),
    )
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

describe('offering a mandate to a firm’s person', () => {
  const person = () =>
    aNewExternal({ identity: { kind: 'cin', number: 'BK900900' }, email: 'h.tazi@alamal.example' })

  it('invites somebody new, who is seen by what was typed until they accept', async () => {
    const { id } = await offerMandate(
      site.app,
      actor,
      aNewExternal({ email: 'neuf@alamal.example' }),
    )
    await site.runJobs()
    expect(site.mails.map(({ to }) => to)).toEqual(['neuf@alamal.example'])
    const [listed] = await list()
    expect(listed?.user).toMatchObject({
      id,
      firstName: 'Hamza Tazi',
      login: null,
      lastSignedInAt: null,
      email: 'neuf@alamal.example',
    })
  })

  it('AT5: somebody already known is asked at their own address, and the delegate sees the same thing', async () => {
    const elsewhere = await anEmployer(site)
    const known = await aProfile(site, elsewhere, {
      service: 'declaration_external',
      firstName: 'Un autre',
      lastName: 'nom',
      email: 'vraie.adresse@alamal.example',
      cin: 'BK123123',
    })
    const typed = {
      identity: { kind: 'cin', number: 'BK123123' } as const,
      email: 'tapee@alamal.example',
    }
    await offerMandate(site.app, actor, aNewExternal(typed))
    const stranger = await anEmployer(site)
    const strangerActor = asDelegate(await aDelegate(site, stranger), stranger)
    const unknown = {
      identity: { kind: 'cin', number: 'BK123124' } as const,
      email: 'tapee@alamal.example',
    }
    await offerMandate(site.app, strangerActor, aNewExternal(unknown))
    await site.runJobs()
    expect(site.mails.map(({ to }) => to).sort()).toEqual([
      'tapee@alamal.example',
      'vraie.adresse@alamal.example',
    ])
    const shape = ({ user }: Awaited<ReturnType<typeof list>>[number]) => ({
      ...user,
      id: '',
      mandate: { ...user.mandate, id: '' },
    })
    expect((await list()).map(shape)).toEqual((await list(stranger)).map(shape))
    const one = await signedIn(site, delegate)
    const screen = await one.get(paths.administration.users({ cell: 'externe' }))
    expect(screen.body).not.toContain(known.login)
    expect(screen.body).not.toContain('vraie.adresse')
    expect(screen.body).not.toContain(known.id)
  })

  it('AT5: row-level security hides a person who has not accepted, whatever a query asks', async () => {
    await offerMandate(site.app, actor, aNewExternal())
    const seen = await site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
      tx.selectFrom('profiles').select('id').where('firm_id', 'is not', null).execute(),
    )
    expect(seen).toEqual([])
  })

  it('AT5: logins of a firm get three random digits, so that a free name tells nothing', async () => {
    const { id } = await offerMandate(site.app, actor, aNewExternal({ freePart: 'htazi' }))
    const [row] = await site.database.ownerQuery<{ login: string }>(
      'select p.login from profiles p join mandates m on m.profile_id = p.id where m.id = $1',
      [id],
    )
    expect(row?.login).toMatch(/^htazi\d{3}\.decl\.002136093000040$/)
  })

  it('shows who declares once the person has accepted, and warns when the address is another one', async () => {
    const known = await aProfile(site, await anEmployer(site), {
      service: 'declaration_external',
      firstName: 'Hamza',
      lastName: 'Tazi',
      cin: 'BK555555',
    })
    const { id } = await offerMandate(
      site.app,
      actor,
      aNewExternal({
        identity: { kind: 'cin', number: 'BK555555' },
        email: 'tapee@alamal.example',
      }),
    )
    const profile = {
      kind: 'profile',
      id: known.id,
      name: 'Hamza Tazi',
      sessionId: '',
      stage: 'full',
    } as const
    await answerMandate(
      site.app,
      {
        ...profile,
        service: 'declaration_external',
        employerId: null,
        isMaker: false,
        isValidator: false,
      },
      id,
      'accept',
    )
    expect((await list())[0]?.user.login).toBe(known.login)
    const visitor = await signedIn(site, delegate)
    const screen = await visitor.get(paths.administration.user({ cell: 'externe', id }))
    expect(screen.text).toContain('L’adresse de ce login n’est pas celle que vous aviez saisie.')
    expect(screen.body).not.toContain(known.email)
  })

  it('does not let a login that was never activated catch the mandates of others', async () => {
    const other = await anEmployer(site)
    const otherActor = asDelegate(await aDelegate(site, other), other)
    await offerMandate(site.app, otherActor, { ...person(), email: 'ailleurs@mauvais.example' })
    await offerMandate(site.app, actor, person())
    await site.runJobs()
    expect(site.mails.map(({ to }) => to)).toContain('h.tazi@alamal.example')
  })

  it('refuses a second mandate for the same person in the same company', async () => {
    await offerMandate(site.app, actor, person())
    await expect(offerMandate(site.app, actor, person())).rejects.toEqual(
      refusal('administration.mandate_known'),
    )
  })
})

describe('changing a user', () => {
  const details = (wishes: object = {}) => ({
    service: 'declaration_internal' as const,
    version: 1,
    firstName: 'Khadija',
    lastName: 'Lahlou',
    jobTitle: 'Cheffe de la paie',
    phone: '',
    language: 'ar' as const,
    email: 'nouvelle@atlas.example',
    ...wishes,
  })

  it('AT32: a new address for somebody who signed in awaits their own confirmation, at the address in use', async () => {
    const user = await aProfile(site, employer)
    const outcome = await changeUser(site.app, actor, details({ id: user.id }) as never)
    await site.runJobs()
    expect(outcome).toEqual({ email: 'asked' })
    expect(site.mails.map(({ to }) => to)).toEqual([user.email])
    expect((await rowOf(user.id))?.['email']).toBe(user.email)
    await giveNewPassword(site.app, actor, {
      id: user.id,
      service: 'declaration_internal',
      way: { kind: 'link' },
    })
    await site.runJobs()
    expect(site.mails.map(({ to }) => to)).toEqual([user.email, user.email])
  })

  it('AT32: before the first sign-in the address is replaced, the old one is told and its link dies', async () => {
    const user = aNewUser()
    const { id } = await createUser(site.app, actor, user)
    await site.runJobs()
    const link = /\/activer\/[\w-]+/.exec(site.mails[0]?.text ?? '')?.[0] ?? ''
    expect(await changeUser(site.app, actor, details({ id }) as never)).toEqual({
      email: 'replaced',
    })
    await site.runJobs()
    expect(
      site.mails
        .map(({ to }) => to)
        .slice(1)
        .sort(),
    ).toEqual([user.email, 'nouvelle@atlas.example'].sort())
    const answer = await site.visitor().get(link)
    expect(answer.text).not.toContain('Activer mon accès')
  })

  it('notices that somebody changed the user meanwhile', async () => {
    const user = await aProfile(site, employer)
    await changeUser(site.app, actor, details({ id: user.id, email: user.email }) as never)
    await expect(
      changeUser(site.app, actor, details({ id: user.id, email: user.email }) as never),
    ).rejects.toEqual(refusal('web.changed_meanwhile'))
  })

  it('changes mode and categories, never to those of another company', async () => {
    const user = await aProfile(site, employer)
    const change = {
      id: user.id,
      service: 'declaration_internal',
      version: 1,
      untilOn: null,
    } as const
    await expect(
      changeScope(site.app, actor, { ...change, mode: 'form', categories: ['09'] }),
    ).rejects.toEqual(refusal('web.not_found'))
    await changeScope(site.app, actor, { ...change, mode: 'form', categories: ['01', '02'] })
    expect((await list())[0]?.user.mandate).toMatchObject({
      mode: 'form',
      categories: ['01', '02'],
      version: 2,
    })
  })

  it('AT46: the database itself refuses a category that the company does not have', async () => {
    const user = await aProfile(site, employer)
    const [mandate] = await site.database.ownerQuery<{ id: string }>(
      'select id from mandates where profile_id = $1',
      [user.id],
    )
    const sneaky = site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
      tx
        .insertInto('mandate_categories')
        .values({ mandate_id: mandate?.id ?? '', employer_id: employer.id, category: '77' })
        .execute(),
    )
    await expect(sneaky).rejects.toThrow(/foreign key/)
  })

  it('AT44: another company’s user, or another service’s, does not exist', async () => {
    const stranger = await anEmployer(site)
    const theirs = await aProfile(site, stranger)
    const mine = await aProfile(site, employer, { service: 'payment', isMaker: true })
    const powers = { version: 1, isMaker: true, isValidator: true }
    await expect(changePowers(site.app, actor, { ...powers, id: theirs.id })).rejects.toEqual(
      refusal('web.not_found'),
    )
    for (const id of [theirs.id, mine.id, 'x', "' or 1=1"]) {
      await expect(
        changeUserState(site.app, actor, {
          id,
          service: 'declaration_internal',
          version: 1,
          step: 'suspend',
          reason: 'départ',
        }),
      ).rejects.toEqual(refusal('web.not_found'))
    }
    expect((await rowOf(theirs.id))?.['state']).toBe('active')
  })
})

describe('suspending, reactivating, removing', () => {
  const step = (id: string, name: 'suspend' | 'reactivate' | 'remove', version = 1) =>
    changeUserState(site.app, actor, {
      id,
      service: 'declaration_internal',
      version,
      step: name,
      reason: name === 'reactivate' ? '' : 'Départ',
    })

  it('AT37: takes effect at the next click: the session is over', async () => {
    const user = await aProfile(site, employer)
    const visitor = await signedIn(site, user)
    expect((await visitor.get(paths.declarations.calendar())).url).toBe(
      paths.declarations.calendar(),
    )
    await step(user.id, 'suspend')
    expect((await visitor.get(paths.declarations.calendar())).url).toContain(
      paths.signIn.service({ service: 'teledeclaration' }),
    )
  })

  it('AT38: a power taken back is gone at the next click', async () => {
    const user = await aProfile(site, employer, {
      service: 'payment',
      isMaker: true,
      isValidator: true,
    })
    await changePowers(site.app, actor, {
      id: user.id,
      version: 1,
      isMaker: true,
      isValidator: false,
    })
    expect(await rowOf(user.id)).toMatchObject({ is_maker: true, is_validator: false })
  })

  it('AT62: the activation link of somebody suspended opens nothing', async () => {
    const { id } = await createUser(site.app, actor, aNewUser())
    await site.runJobs()
    const link = /\/activer\/[\w-]+/.exec(site.mails[0]?.text ?? '')?.[0] ?? ''
    expect((await site.visitor().get(link)).text).toContain('mot de passe')
    await step(id, 'suspend')
    expect((await site.visitor().get(link)).status).not.toBe(200)
  })

  it('AT62: a link that was sent again makes the first one worth nothing', async () => {
    const { id } = await createUser(site.app, actor, aNewUser())
    await site.runJobs()
    await resendInvitation(site.app, actor, { id, service: 'declaration_internal' })
    await site.runJobs()
    const links = site.mails.map(({ text }) => /\/activer\/[\w-]+/.exec(text)?.[0] ?? '')
    expect((await site.visitor().get(links[0] ?? '')).status).not.toBe(200)
    expect((await site.visitor().get(links[1] ?? '')).status).toBe(200)
  })

  it('gives access back with the password there was, or sends a new link when there was none', async () => {
    const known = await aProfile(site, employer)
    await step(known.id, 'suspend')
    await step(known.id, 'reactivate', 2)
    expect((await rowOf(known.id))?.['state']).toBe('active')
    const { id } = await createUser(site.app, actor, aNewUser())
    await step(id, 'suspend')
    await step(id, 'reactivate', 2)
    expect((await rowOf(id))?.['state']).toBe('invited')
    await site.runJobs()
    expect(site.mails).toHaveLength(2)
  })

  it('removes for good: no password, no mandate, no answers, and the login stays taken', async () => {
    const { id, login } = await createUser(site.app, actor, aNewUser({ freePart: 'parti' }))
    await step(id, 'remove')
    expect(await rowOf(id)).toMatchObject({ state: 'removed', password_hash: null, login })
    expect(await list()).toEqual([])
    await expect(createUser(site.app, actor, aNewUser({ freePart: 'parti' }))).rejects.toEqual(
      refusal('administration.login_taken'),
    )
  })

  it('leaves a firm’s person their login and their other companies', async () => {
    const other = await anEmployer(site)
    const person = await aProfile(site, employer, {
      service: 'declaration_external',
      alsoFor: [other],
    })
    const [mine] = await list()
    await changeUserState(site.app, actor, {
      id: mine?.user.id ?? '',
      service: 'declaration_external',
      version: 1,
      step: 'suspend',
      reason: 'fin de contrat',
    })
    expect((await rowOf(person.id))?.['state']).toBe('active')
    expect((await list(other))[0]?.user.mandate?.state).toBe('active')
    const visitor = await signedIn(site, person, employer)
    expect((await visitor.get(paths.declarations.calendar())).status).not.toBe(200)
  })

  it('AT64: a delegate is no user: no route suspends or removes the last administrator', async () => {
    await expect(step(delegate.id, 'remove')).rejects.toEqual(refusal('web.not_found'))
  })
})

describe('a new password', () => {
  it('A8: a typed one ends what was in use, works once, and the delegate sees no hash', async () => {
    const user = await aProfile(site, employer)
    const visitor = await signedIn(site, user)
    await giveNewPassword(site.app, actor, {
      id: user.id,
      service: 'declaration_internal',
      way: { kind: 'provisional', password: 'correct cheval agrafe pile' },
    })
    expect(await rowOf(user.id)).toMatchObject({ password_hash: null })
    expect((await visitor.get(paths.declarations.calendar())).url).toContain('/connexion')
    const screen = await (await signedIn(site, delegate)).get(
      paths.administration.user({ cell: 'interne', id: user.id }),
    )
    expect(screen.body).not.toContain('argon2')
  })

  it('refuses to start one on a mandate that was not accepted', async () => {
    const { id } = await offerMandate(site.app, actor, aNewExternal())
    await expect(
      giveNewPassword(site.app, actor, {
        id,
        service: 'declaration_external',
        way: { kind: 'link' },
      }),
    ).rejects.toEqual(refusal('web.not_found'))
  })
})
