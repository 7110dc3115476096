import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anInvitedUser, asDelegate } from '../../../test/support/administering.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { mailedCode, mailedLink } from '../../../test/support/mailed.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import type { Service } from '../../actors/actor.ts'
import { Refusal } from '../../actors/refusal.ts'
import { giveNewPassword } from './give-new-password.ts'
import type { FirstPassword } from './new-user.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson

beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { name: 'Atlas Negoce SARL' })
  delegate = await aDelegate(site, employer)
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.runJobs()
  await site.database.ownerQuery('delete from throttles')
  site.mails.length = 0
})

const mine = 'trois girouettes et un phare'
const questions = {
  question1: 'first_school',
  answer1: 'Al Amal',
  question2: 'first_street',
  answer2: 'Rue des Orangers',
}

describe('a new password started by the delegate (A8)', () => {
  const typed = 'un parapluie pour le vent'
  const door = '/connexion/compte-adherent'

  const start = (
    id: string,
    way: FirstPassword = { kind: 'link' },
    service: Service = 'employer_account',
  ) => giveNewPassword(site.app, asDelegate(delegate, employer), { id, service, way })

  async function signInWith(person: TestPerson, password: string, visitor = site.visitor()) {
    return visitor.submit(await visitor.get(door), { login: person.login, password })
  }

  it('by link goes to the user’s own address; the delegate sees nothing of it', async () => {
    const person = await aProfile(site, employer, { service: 'employer_account' })
    await start(person.id)
    const link = await mailedLink(site, person.email, 'nouveau-mot-de-passe')
    expect(link).not.toBe('')
    expect(site.mails.every(({ to }) => to !== delegate.email)).toBe(true)
    const invited = await anInvitedUser(site, employer)
    await start(invited.id)
    expect(await mailedLink(site, invited.email, 'activer')).not.toBe('')
    const firm = await aProfile(site, employer, { service: 'declaration_external' })
    const [mandate] = await site.database.ownerQuery<{ id: string }>(
      'select id from mandates where profile_id = $1',
      [firm.id],
    )
    await start(mandate?.id ?? '', { kind: 'link' }, 'declaration_external')
    expect(await mailedLink(site, firm.email, 'nouveau-mot-de-passe')).not.toBe('')
  })

  it('typed, works once, only to choose another, with the code of the user’s own mail', async () => {
    const person = await aProfile(site, employer, { service: 'employer_account' })
    const before = await signedIn(site, person)
    await start(person.id, { kind: 'provisional', password: typed })
    expect((await before.raw('/mon-compte')).status).toBe(303)
    const visitor = site.visitor()
    const page = await signInWith(person, typed, visitor)
    expect(page.url).toBe('/premier-mot-de-passe')
    expect((await visitor.raw('/mon-compte')).status).toBe(303)
    const wrong = await visitor.submit(page, { code: '000000', newPassword: mine, ...questions })
    expect(wrong.status).toBe(422)
    const code = await mailedCode(site, person)
    // Another browser with the right code is of no use: the password was typed in this one.
    expect((await site.visitor().get('/premier-mot-de-passe')).status).toBe(404)
    const done = await visitor.submit(wrong, { code, newPassword: mine, ...questions })
    expect(done.url.split('?')[0]).toBe(door)
    await site.runJobs()
    const told = site.mails.at(-1)
    expect([told?.to, told?.subject]).toEqual([person.email, 'Votre mot de passe a été changé'])
    expect((await signInWith(person, typed)).status).toBe(422)
    expect((await signInWith(person, mine)).status).toBe(200)
  })

  it('typed for somebody new, tells them that their access is activated', async () => {
    const person = await anInvitedUser(site, employer)
    await start(person.id, { kind: 'provisional', password: typed })
    const visitor = site.visitor()
    const page = await signInWith(person, typed, visitor)
    const code = await mailedCode(site, person)
    await visitor.submit(page, { code, newPassword: mine, ...questions })
    await site.runJobs()
    const told = site.mails.at(-1)
    expect([told?.to, told?.subject]).toEqual([person.email, 'Votre accès est activé'])
    expect(told?.text).toContain('prévenez tout de suite l’Agence Virtuelle')
  })

  it('typed, is worth nothing the second time, after 72 hours, or after five wrong codes', async () => {
    const startTyped = async () => {
      const person = await anInvitedUser(site, employer)
      await start(person.id, { kind: 'provisional', password: typed })
      return person
    }
    const twice = await startTyped()
    const browser = site.visitor()
    await signInWith(twice, typed, browser)
    expect((await signInWith(twice, typed)).status).toBe(422)
    // In the browser where it was right, the code is still to be typed: nobody is sent back to the delegate for nothing.
    const again = await signInWith(twice, typed, browser)
    expect(again.url).toBe('/premier-mot-de-passe')
    expect(again.text).toContain('saisissez maintenant le code reçu par e-mail')
    const guessed = await startTyped()
    const visitor = site.visitor()
    let page: Screen = await signInWith(guessed, typed, visitor)
    for (let n = 0; n < 5; n += 1) {
      expect(page.url).toBe('/premier-mot-de-passe')
      page = await visitor.submit(page, { code: '000000', newPassword: mine, ...questions })
    }
    expect(page.url.split('?')[0]).toBe(door)
    expect((await visitor.get('/premier-mot-de-passe')).status).toBe(404)
    const late = await startTyped()
    site.clock.advance(72 * 3_600_000 + 1)
    expect((await signInWith(late, typed)).status).toBe(422)
  })

  it('typed, is never chosen as one’s own, neither then nor later', async () => {
    const person = await aProfile(site, employer, { service: 'employer_account' })
    const typed = 'provisoire mais assez long'
    await start(person.id, { kind: 'provisional', password: typed })
    const visitor = site.visitor()
    const door = '/connexion/compte-adherent'
    const form = await visitor.submit(await visitor.get(door), {
      login: person.login,
      password: typed,
    })
    const code = await mailedCode(site, person)
    const refused = await visitor.submit(form, { code, newPassword: typed, ...questions })
    expect(refused.status).toBe(422)
    expect(refused.mistakes.join()).toContain('une autre personne le connaît peut-être')
    const former = await visitor.submit(refused, {
      code,
      newPassword: person.password,
      ...questions,
    })
    expect(former.status).toBe(422)
    const done = await visitor.submit(former, { code, newPassword: mine, ...questions })
    expect(done.url.split('?')[0]).toBe(door)
    const later = await signedIn(site, { ...person, password: mine })
    const own = await later.get('/mon-compte/mot-de-passe')
    const again = await later.submit(own, { currentPassword: mine, newPassword: typed })
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
    const payer = await aProfile(site, employer, { service: 'payment', isMaker: true })
    const firm = await aProfile(site, employer, { service: 'declaration_external' })
    const user = await aProfile(site, employer, { service: 'liquidation' })
    expect(await refusalOf(payer, 'payment', typed)).toBe('access.link_only')
    expect(await refusalOf(firm, 'declaration_external', typed)).toBe('access.link_only')
    expect(await refusalOf(user, 'liquidation', 'azertyuiopazertyuiop')).toBe(
      'access.password_common',
    )
    const stranger = await aProfile(site, await anEmployer(site), { service: 'liquidation' })
    expect(await refusalOf(stranger, 'liquidation', typed)).toBe('web.not_found')
    expect(await refusalOf(user, 'liquidation', typed)).toBe('done')
  })
  it('is not started for a user who is being suspended at this instant', async () => {
    const person = await aProfile(site, employer, { service: 'employer_account' })
    let starting: Promise<unknown> = Promise.resolve()
    await site.app.db.transaction({ as: 'system' }, async (tx) => {
      await tx
        .updateTable('profiles')
        .set({ state: 'suspended' })
        .where('id', '=', person.id)
        .execute()
      starting = start(person.id).catch((error: unknown) => error)
      await setTimeout(200)
    })
    expect(await starting).toMatchObject({ code: 'access.user_suspended' })
    await site.runJobs()
    expect(site.mails).toEqual([])
  })
})
