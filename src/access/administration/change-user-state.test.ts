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
import { changePowers } from './change-powers.ts'
import { changeUserState } from './change-user-state.ts'
import { createUser } from './create-user.ts'
import { giveNewPassword } from './give-new-password.ts'
import { listUsers } from './store/users.ts'
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
    const told = await visitor.get(paths.declarations.calendar())
    expect(told.url).toContain(paths.signIn.service({ service: 'teledeclaration' }))
    expect(told.text).toContain('votre accès a été suspendu. Adressez-vous à l’Administrateur')
    // Once, to the browser that held the session; a stranger's next page says nothing.
    expect((await visitor.get(paths.declarations.calendar())).text).not.toContain('suspendu.')
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
