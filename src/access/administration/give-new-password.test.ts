import { describe, expect, it } from 'vitest'
import {
  aCompanyEachTime,
  anInvitedUser,
  asDelegate,
  chosenPassword,
  chosenQuestions,
} from '../../../test/support/administering.ts'
import { untilBlocked } from '../../../test/support/blocked.ts'
import { anEmployer, aProfile, signedIn, type TestPerson } from '../../../test/support/factories.ts'
import { mailedCode, mailedLink } from '../../../test/support/mailed.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import type { Service } from '../../actors/actor.ts'
import { Refusal } from '../../actors/refusal.ts'
import { giveNewPassword } from './give-new-password.ts'
import type { FirstPassword } from './new-user.ts'

const setting = aCompanyEachTime()

describe('a new password started by the delegate (A8)', () => {
  const typed = 'un parapluie pour le vent'
  const door = '/connexion/compte-adherent'

  const start = (
    id: string,
    way: FirstPassword = { kind: 'link' },
    service: Service = 'employer_account',
  ) =>
    giveNewPassword(setting.site.app, asDelegate(setting.delegate, setting.employer), {
      id,
      service,
      way,
    })

  async function signInWith(
    person: TestPerson,
    password: string,
    visitor = setting.site.visitor(),
  ) {
    return visitor.submit(await visitor.get(door), { login: person.login, password })
  }

  it('by link goes to the user’s own address; the delegate sees nothing of it', async () => {
    const person = await aProfile(setting.site, setting.employer, { service: 'employer_account' })
    await start(person.id)
    const link = await mailedLink(setting.site, person.email, 'nouveau-mot-de-passe')
    expect(link).not.toBe('')
    expect(setting.site.mails.every(({ to }) => to !== setting.delegate.email)).toBe(true)
    const invited = await anInvitedUser(setting.site, setting.employer)
    await start(invited.id)
    expect(await mailedLink(setting.site, invited.email, 'activer')).not.toBe('')
    const firm = await aProfile(setting.site, setting.employer, { service: 'declaration_external' })
    const [mandate] = await setting.site.database.ownerQuery<{ id: string }>(
      'select id from mandates where profile_id = $1',
      [firm.id],
    )
    await start(mandate?.id ?? '', { kind: 'link' }, 'declaration_external')
    expect(await mailedLink(setting.site, firm.email, 'nouveau-mot-de-passe')).not.toBe('')
  })

  it('typed, works once, only to choose another, with the code of the user’s own mail', async () => {
    const person = await aProfile(setting.site, setting.employer, { service: 'employer_account' })
    const before = await signedIn(setting.site, person)
    await start(person.id, { kind: 'provisional', password: typed })
    expect((await before.raw('/mon-compte')).status).toBe(303)
    const visitor = setting.site.visitor()
    const page = await signInWith(person, typed, visitor)
    expect(page.url).toBe('/premier-mot-de-passe')
    expect((await visitor.raw('/mon-compte')).status).toBe(303)
    const wrong = await visitor.submit(page, {
      code: '000000',
      newPassword: chosenPassword,
      ...chosenQuestions,
    })
    expect(wrong.status).toBe(422)
    const code = await mailedCode(setting.site, person)
    // Another browser with the right code is of no use: the password was typed in this one.
    expect((await setting.site.visitor().get('/premier-mot-de-passe')).status).toBe(404)
    const done = await visitor.submit(wrong, {
      code,
      newPassword: chosenPassword,
      ...chosenQuestions,
    })
    expect(done.url.split('?')[0]).toBe(door)
    await setting.site.runJobs()
    const told = setting.site.mails.at(-1)
    expect([told?.to, told?.subject]).toEqual([person.email, 'Votre mot de passe a été changé'])
    expect((await signInWith(person, typed)).status).toBe(422)
    expect((await signInWith(person, chosenPassword)).status).toBe(200)
  })

  it('typed for somebody new, tells them that their access is activated', async () => {
    const person = await anInvitedUser(setting.site, setting.employer)
    await start(person.id, { kind: 'provisional', password: typed })
    const visitor = setting.site.visitor()
    const page = await signInWith(person, typed, visitor)
    const code = await mailedCode(setting.site, person)
    await visitor.submit(page, { code, newPassword: chosenPassword, ...chosenQuestions })
    await setting.site.runJobs()
    const told = setting.site.mails.at(-1)
    expect([told?.to, told?.subject]).toEqual([person.email, 'Votre accès est activé'])
    expect(told?.text).toContain('prévenez tout de suite l’Agence Virtuelle')
  })

  it('typed, is worth nothing the second time, after 72 hours, or after five wrong codes', async () => {
    const startTyped = async () => {
      const person = await anInvitedUser(setting.site, setting.employer)
      await start(person.id, { kind: 'provisional', password: typed })
      return person
    }
    const twice = await startTyped()
    const browser = setting.site.visitor()
    await signInWith(twice, typed, browser)
    expect((await signInWith(twice, typed)).status).toBe(422)
    // In the browser where it was right, the code is still to be typed: nobody is sent back to the delegate for nothing.
    const again = await signInWith(twice, typed, browser)
    expect(again.url).toBe('/premier-mot-de-passe')
    expect(again.text).toContain('saisissez maintenant le code reçu par e-mail')
    const guessed = await startTyped()
    const visitor = setting.site.visitor()
    let page: Screen = await signInWith(guessed, typed, visitor)
    for (let n = 0; n < 5; n += 1) {
      expect(page.url).toBe('/premier-mot-de-passe')
      page = await visitor.submit(page, {
        code: '000000',
        newPassword: chosenPassword,
        ...chosenQuestions,
      })
    }
    expect(page.url.split('?')[0]).toBe(door)
    expect((await visitor.get('/premier-mot-de-passe')).status).toBe(404)
    const late = await startTyped()
    setting.site.clock.advance(72 * 3_600_000 + 1)
    expect((await signInWith(late, typed)).status).toBe(422)
  })

  it('typed, is never chosen as one’s own, neither then nor later', async () => {
    const person = await aProfile(setting.site, setting.employer, { service: 'employer_account' })
    const typed = 'provisoire mais assez long'
    await start(person.id, { kind: 'provisional', password: typed })
    const visitor = setting.site.visitor()
    const door = '/connexion/compte-adherent'
    const form = await visitor.submit(await visitor.get(door), {
      login: person.login,
      password: typed,
    })
    const code = await mailedCode(setting.site, person)
    const refused = await visitor.submit(form, { code, newPassword: typed, ...chosenQuestions })
    expect(refused.status).toBe(422)
    expect(refused.mistakes.join()).toContain('une autre personne le connaît peut-être')
    const former = await visitor.submit(refused, {
      code,
      newPassword: person.password,
      ...chosenQuestions,
    })
    expect(former.status).toBe(422)
    const done = await visitor.submit(former, {
      code,
      newPassword: chosenPassword,
      ...chosenQuestions,
    })
    expect(done.url.split('?')[0]).toBe(door)
    const later = await signedIn(setting.site, { ...person, password: chosenPassword })
    const own = await later.get('/mon-compte/mot-de-passe')
    const again = await later.submit(own, { currentPassword: chosenPassword, newPassword: typed })
    expect(again.mistakes.join()).toContain('une autre personne le connaît peut-être')
  })

  it('typed, is not offered to makers, validators and firms, nor if it is weak', async () => {
    const refusalOf = async (profile: TestPerson, service: Service, password: string) => {
      try {
        await start(profile.id, { kind: 'provisional', password }, service)
        return 'done'
      } catch (error) {
        return error instanceof Refusal ? error.code : 'fault'
      }
    }
    const payer = await aProfile(setting.site, setting.employer, {
      service: 'payment',
      isMaker: true,
    })
    const firm = await aProfile(setting.site, setting.employer, { service: 'declaration_external' })
    const user = await aProfile(setting.site, setting.employer, { service: 'liquidation' })
    expect(await refusalOf(payer, 'payment', typed)).toBe('access.link_only')
    expect(await refusalOf(firm, 'declaration_external', typed)).toBe('access.link_only')
    expect(await refusalOf(user, 'liquidation', 'azertyuiopazertyuiop')).toBe(
      'access.password_common',
    )
    const stranger = await aProfile(setting.site, await anEmployer(setting.site), {
      service: 'liquidation',
    })
    expect(await refusalOf(stranger, 'liquidation', typed)).toBe('web.not_found')
    expect(await refusalOf(user, 'liquidation', typed)).toBe('done')
  })
  it('is not started for a user who is being suspended at this instant', async () => {
    const person = await aProfile(setting.site, setting.employer, { service: 'employer_account' })
    let starting: Promise<unknown> = Promise.resolve()
    await setting.site.app.db.transaction({ as: 'system' }, async (tx) => {
      await tx
        .updateTable('profiles')
        .set({ state: 'suspended' })
        .where('id', '=', person.id)
        .execute()
      starting = start(person.id).catch((error: unknown) => error)
      await untilBlocked(setting.site.database)
    })
    expect(await starting).toMatchObject({ code: 'access.user_suspended' })
    await setting.site.runJobs()
    expect(setting.site.mails).toEqual([])
  })
})
