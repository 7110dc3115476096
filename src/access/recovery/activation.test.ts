import { describe, expect, it } from 'vitest'
import {
  aCompanyEachTime,
  anInvitedUser,
  chosenPassword,
  chosenQuestions,
} from '../../../test/support/administering.ts'
import {
  aDelegate,
  anEmployer,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { mailedLink } from '../../../test/support/mailed.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { inviteProfile } from '../invite-profile.ts'

const setting = aCompanyEachTime()

async function invite(person: TestPerson): Promise<string> {
  await setting.site.app.db.transaction({ as: 'system' }, (tx) =>
    inviteProfile(tx, setting.site.app, {
      profileId: person.id,
      employerId: setting.employer.id,
      employerName: setting.employer.name,
      delegateId: setting.delegate.id,
    }),
  )
  return mailedLink(setting.site, person.email, 'activer')
}

const stateOf = async (person: TestPerson) => {
  const [row] = await setting.site.database.ownerQuery<{ state: string }>(
    'select state from profiles where id = $1',
    [person.id],
  )
  return row?.state
}

describe('activation (A4)', () => {
  it('shows who invites to what, and the user chooses a password and two questions', async () => {
    const person = await anInvitedUser(setting.site, setting.employer)
    const link = await invite(person)
    const visitor = setting.site.visitor()
    const page = await visitor.get(link)
    expect(page.text).toContain(setting.employer.name)
    expect(page.text).toContain(person.login)
    const empty = await visitor.submit(page, {})
    expect(empty.status).toBe(422)
    expect(empty.mistakes.length).toBeGreaterThanOrEqual(3)
    const same = await visitor.submit(empty, {
      newPassword: chosenPassword,
      ...chosenQuestions,
      question2: 'first_school',
    })
    expect(same.mistakes).toHaveLength(1)
    const done = await visitor.submit(same, { newPassword: chosenPassword, ...chosenQuestions })
    expect(done.url).toBe('/connexion/compte-adherent')
    expect(await stateOf(person)).toBe('active')
    expect((await visitor.raw('/mon-compte')).status).toBe(303)
    const inside = await visitor.submit(done, { login: person.login, password: chosenPassword })
    expect(inside.status).toBe(200)
    expect(inside.url).not.toMatch(/connexion/)
  })

  it('speaks Arabic and keeps that language for mail', async () => {
    const person = await anInvitedUser(setting.site, setting.employer)
    const link = await invite(person)
    const visitor = setting.site.visitor()
    const page = await visitor.get(`${link}?lang=ar`)
    expect(page.text).toMatch(/تفعيل حسابكم/)
    await visitor.submit(page, { newPassword: chosenPassword, ...chosenQuestions })
    const [row] = await setting.site.database.ownerQuery<{ language: string }>(
      'select language from profiles where id = $1',
      [person.id],
    )
    expect(row?.language).toBe('ar')
    await setting.site.runJobs()
    expect(setting.site.mails.at(-1)?.subject).toMatch(/تم تفعيل/)
  })

  it('asks no questions of payment users, and tells them their rule', async () => {
    const person = await anInvitedUser(setting.site, setting.employer, {
      service: 'payment',
      isValidator: true,
    })
    const visitor = setting.site.visitor()
    const page = await visitor.get(await invite(person))
    expect(page.document.querySelector('select')).toBeNull()
    await visitor.submit(page, { newPassword: chosenPassword })
    expect(await stateOf(person)).toBe('active')
  })

  it('activates the mandate offered with it to a firm’s person, and no other company’s', async () => {
    const other = await anEmployer(setting.site)
    const person = await anInvitedUser(setting.site, setting.employer, {
      service: 'declaration_external',
      alsoFor: [other],
    })
    const visitor = setting.site.visitor()
    const link = await invite(person)
    expect(setting.site.mails.at(-1)?.text).toContain('c’est accepter le mandat de déclarer')
    const page = await visitor.get(link)
    expect(page.text).toContain('vous acceptez le mandat de déclarer les salaires')
    expect(page.text).toMatch(/Mode de déclaration (?:Fichier Préétabli|Formulaire de Saisie)/)
    expect(page.text).toContain('Catégories 01')
    await visitor.submit(page, {
      newPassword: chosenPassword,
      ...chosenQuestions,
    })
    const rows = await setting.site.database.ownerQuery<{ state: string; employer_id: string }>(
      'select state, employer_id from mandates where profile_id = $1',
      [person.id],
    )
    const stateFor = (id: string) => rows.find((row) => row.employer_id === id)?.state
    expect(stateFor(setting.employer.id)).toBe('active')
    expect(stateFor(other.id)).toBe('offered')
  })

  it.each(['azertyuiopqsdfghjklm', 'atlas negoce sarl', 'court'])(
    'AT15: refuses «%s» as a first password',
    async (weak) => {
      setting.employer = await anEmployer(setting.site, { name: 'Atlas Negoce SARL' })
      setting.delegate = await aDelegate(setting.site, setting.employer)
      const person = await anInvitedUser(setting.site, setting.employer)
      const visitor = setting.site.visitor()
      const page = await visitor.get(await invite(person))
      const screen = await visitor.submit(page, { newPassword: weak, ...chosenQuestions })
      expect(screen.status).toBe(422)
      expect(screen.mistakes).toHaveLength(1)
      expect(await stateOf(person)).toBe('invited')
    },
  )
})

describe('AT62: an invitation is refused', () => {
  const isDead = async (link: string, visitor: Visitor = setting.site.visitor()) =>
    (await visitor.get(link)).status === 404

  it('when replayed', async () => {
    const person = await anInvitedUser(setting.site, setting.employer)
    const link = await invite(person)
    const visitor = setting.site.visitor()
    await visitor.submit(await visitor.get(link), {
      newPassword: chosenPassword,
      ...chosenQuestions,
    })
    expect(await isDead(link)).toBe(true)
  })

  it('when opened by somebody signed in as another', async () => {
    const link = await invite(await anInvitedUser(setting.site, setting.employer))
    const other = await signedIn(setting.site, setting.delegate)
    expect((await other.get(link)).status).toBe(409)
    const page = await other.get('/mon-compte')
    const csrf = page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const forced = await other.post(link, { csrf, newPassword: chosenPassword, ...chosenQuestions })
    expect(forced.status).toBe(409)
  })

  it('after its three days', async () => {
    const link = await invite(await anInvitedUser(setting.site, setting.employer))
    setting.site.clock.advance(72 * 3_600_000 + 1)
    expect(await isDead(link)).toBe(true)
  })

  it('after a newer one', async () => {
    const person = await anInvitedUser(setting.site, setting.employer)
    const older = await invite(person)
    await invite(person)
    expect(await isDead(older)).toBe(true)
  })

  it('when the delegate who sent it was suspended meanwhile', async () => {
    const link = await invite(await anInvitedUser(setting.site, setting.employer))
    const set = (state: string) =>
      setting.site.database.ownerQuery('update delegates set state = $1 where id = $2', [
        state,
        setting.delegate.id,
      ])
    await set('suspended')
    const waits = await setting.site.visitor().get(link)
    expect([waits.status, waits.title]).toEqual([
      409,
      expect.stringContaining('Ce lien ne peut pas encore servir'),
    ])
    await set('active')
    expect(await isDead(link)).toBe(false)
  })

  it('when its address is no longer the one it was sent to', async () => {
    const person = await anInvitedUser(setting.site, setting.employer)
    const link = await invite(person)
    await setting.site.database.ownerQuery(
      `update profiles set email = 'autre@entreprise.example' where id = $1`,
      [person.id],
    )
    expect(await isDead(link)).toBe(true)
  })

  it('when forwarded, its owner is told that somebody used it', async () => {
    const person = await anInvitedUser(setting.site, setting.employer)
    const visitor = setting.site.visitor()
    await visitor.submit(await visitor.get(await invite(person)), {
      newPassword: chosenPassword,
      ...chosenQuestions,
    })
    await setting.site.runJobs()
    expect(setting.site.mails.at(-1)?.to).toBe(person.email)
    expect(setting.site.mails.at(-1)?.subject).toMatch(/activé/)
  })
})
