import { describe, expect, it } from 'vitest'
import { aCompanyEachTime, aNewExternal, aNewUser } from '../../../test/support/administering.ts'
import { anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { paths } from '../../web/paths.ts'
import { changePowers } from './change-powers.ts'
import { changeUserState } from './change-user-state.ts'
import { createUser } from './create-user.ts'
import { giveNewPassword } from './give-new-password.ts'
import { offerMandate } from './offer-mandate.ts'
import { resendInvitation } from './resend-invitation.ts'

const setting = aCompanyEachTime()
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })

describe('suspending, reactivating, removing', () => {
  const step = (id: string, name: 'suspend' | 'reactivate' | 'remove', version = 1) =>
    changeUserState(setting.site.app, setting.actor, {
      id,
      service: 'declaration_internal',
      version,
      step: name,
      reason: name === 'reactivate' ? '' : 'Départ',
    })

  it('AT37: takes effect at the next click: the session is over', async () => {
    const user = await aProfile(setting.site, setting.employer)
    const visitor = await signedIn(setting.site, user)
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
    const user = await aProfile(setting.site, setting.employer, {
      service: 'payment',
      isMaker: true,
      isValidator: true,
    })
    await changePowers(setting.site.app, setting.actor, {
      id: user.id,
      version: 1,
      isMaker: true,
      isValidator: false,
    })
    expect(await setting.rowOf(user.id)).toMatchObject({ is_maker: true, is_validator: false })
  })

  it('AT62: the activation link of somebody suspended opens nothing', async () => {
    const { id } = await createUser(setting.site.app, setting.actor, aNewUser())
    await setting.site.runJobs()
    const link = /\/activer\/[\w-]+/.exec(setting.site.mails[0]?.text ?? '')?.[0] ?? ''
    expect((await setting.site.visitor().get(link)).text).toContain('mot de passe')
    await step(id, 'suspend')
    expect((await setting.site.visitor().get(link)).status).not.toBe(200)
  })

  it('AT62: a link that was sent again makes the first one worth nothing', async () => {
    const { id } = await createUser(setting.site.app, setting.actor, aNewUser())
    await setting.site.runJobs()
    await resendInvitation(setting.site.app, setting.actor, { id, service: 'declaration_internal' })
    await setting.site.runJobs()
    const links = setting.site.mails.map(({ text }) => /\/activer\/[\w-]+/.exec(text)?.[0] ?? '')
    expect((await setting.site.visitor().get(links[0] ?? '')).status).not.toBe(200)
    expect((await setting.site.visitor().get(links[1] ?? '')).status).toBe(200)
  })

  it('gives access back with the password there was, or sends a new link when there was none', async () => {
    const known = await aProfile(setting.site, setting.employer)
    await step(known.id, 'suspend')
    await step(known.id, 'reactivate', 2)
    expect((await setting.rowOf(known.id))?.['state']).toBe('active')
    const { id } = await createUser(setting.site.app, setting.actor, aNewUser())
    await step(id, 'suspend')
    await step(id, 'reactivate', 2)
    expect((await setting.rowOf(id))?.['state']).toBe('invited')
    await setting.site.runJobs()
    expect(setting.site.mails).toHaveLength(2)
  })

  it('removes for good: no password, no mandate, no answers, and the login stays taken', async () => {
    const { id, login } = await createUser(
      setting.site.app,
      setting.actor,
      aNewUser({ freePart: 'parti' }),
    )
    await step(id, 'remove')
    expect(await setting.rowOf(id)).toMatchObject({ state: 'removed', password_hash: null, login })
    expect(await setting.list()).toEqual([])
    await expect(
      createUser(setting.site.app, setting.actor, aNewUser({ freePart: 'parti' })),
    ).rejects.toEqual(refusal('administration.login_taken'))
  })

  it('leaves a firm’s person their login and their other companies', async () => {
    const other = await anEmployer(setting.site)
    const person = await aProfile(setting.site, setting.employer, {
      service: 'declaration_external',
      alsoFor: [other],
    })
    const [mine] = await setting.list()
    await changeUserState(setting.site.app, setting.actor, {
      id: mine?.user.id ?? '',
      service: 'declaration_external',
      version: 1,
      step: 'suspend',
      reason: 'fin de contrat',
    })
    expect((await setting.rowOf(person.id))?.['state']).toBe('active')
    expect((await setting.list(other))[0]?.user.mandate?.state).toBe('active')
    const visitor = await signedIn(setting.site, person, setting.employer)
    expect((await visitor.get(paths.declarations.calendar())).status).not.toBe(200)
  })

  it('AT64: a delegate is no user: no route suspends or removes the last administrator', async () => {
    await expect(step(setting.delegate.id, 'remove')).rejects.toEqual(refusal('web.not_found'))
  })
})

describe('a new password', () => {
  it('A8: a typed one ends what was in use, works once, and the delegate sees no hash', async () => {
    const user = await aProfile(setting.site, setting.employer)
    const visitor = await signedIn(setting.site, user)
    await giveNewPassword(setting.site.app, setting.actor, {
      id: user.id,
      service: 'declaration_internal',
      way: { kind: 'provisional', password: 'correct cheval agrafe pile' },
    })
    expect(await setting.rowOf(user.id)).toMatchObject({ password_hash: null })
    expect((await visitor.get(paths.declarations.calendar())).url).toContain('/connexion')
    const screen = await (await signedIn(setting.site, setting.delegate)).get(
      paths.administration.user({ cell: 'interne', id: user.id }),
    )
    expect(screen.body).not.toContain('argon2')
  })

  it('refuses to start one on a mandate that was not accepted', async () => {
    const { id } = await offerMandate(setting.site.app, setting.actor, aNewExternal())
    await expect(
      giveNewPassword(setting.site.app, setting.actor, {
        id,
        service: 'declaration_external',
        way: { kind: 'link' },
      }),
    ).rejects.toEqual(refusal('web.not_found'))
  })
})
