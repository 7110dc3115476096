import { describe, expect, it } from 'vitest'
import { aCompanyEachTime, aNewUser, filledForm } from '../../../test/support/administering.ts'
import { anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import { createUser } from './create-user.ts'

const setting = aCompanyEachTime()
const own = paths.administration

describe('somebody with two accesses', () => {
  it('is told whole where one of them ends, and counted once in the list to confirm', async () => {
    const { site, employer, visitor } = setting
    const identity = { kind: 'cin', number: 'BE777001' } as const
    const one = await createUser(site.app, setting.actor, aNewUser({ identity, freePart: 'un' }))
    const two = await createUser(
      site.app,
      setting.actor,
      aNewUser({
        identity,
        freePart: 'deux',
        service: 'employer_account',
        scope: null,
      }),
    )
    for (const step of ['suspend', 'remove']) {
      const page = await visitor.get(
        `${own.userState({ cell: 'interne', id: one.id })}?etape=${step}`,
      )
      expect(page.text).toContain('Cette personne a un autre accès dans votre entreprise')
      expect(
        page.document.querySelector(
          `main a[href="${own.user({ cell: 'compte-adherent', id: two.id })}"]`,
        ),
      ).not.toBeNull()
      expect(page.text).toContain(`deux.compte.${employer.number}`)
    }
    expect((await visitor.get(own.departures())).text).toContain(
      'cette personne est toujours en poste',
    )
  })
})

describe('one user', () => {
  it('US23: is changed under the name of the company, and notices a change made meanwhile', async () => {
    const user = await aProfile(setting.site, setting.employer, {
      firstName: 'Rim',
      lastName: 'Sebti',
    })
    const at = own.user({ cell: 'interne', id: user.id })
    const screen = await setting.visitor.get(at)
    expect(screen.title).toContain(setting.employer.number)
    const saved = await setting.visitor.submit(screen, { jobTitle: 'Directrice' }, at)
    expect(saved.text).toContain('Les modifications sont enregistrées.')
    const late = await setting.visitor.submit(screen, { jobTitle: 'Autre' }, at)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Quelqu’un a modifié ces informations')
  })

  it('asks why before an access ends, and keeps the reason in the trail', async () => {
    const user = await aProfile(setting.site, setting.employer, {
      firstName: 'Rim',
      lastName: 'Sebti',
    })
    const at = own.userState({ cell: 'interne', id: user.id })
    const screen = await setting.visitor.get(`${at}?etape=suspend`)
    const wrong = await setting.visitor.submit(screen, { reason: ' ' }, at)
    expect(wrong.mistakes).toEqual([wordsIn('fr').administration.mistakes.reason])
    const done = await setting.visitor.submit(wrong, { reason: 'Départ le 30' }, at)
    expect(done.text).toContain('Rim Sebti n’a plus accès, dès maintenant.')
    const trail = await setting.visitor.get(own.trail())
    expect(trail.text).toContain('A suspendu l’accès de Rim Sebti')
    expect(trail.text).toContain('Départ le 30')
  })

  it('AT44: another company’s user is not found, by any page and any form', async () => {
    const theirs = await aProfile(setting.site, await anEmployer(setting.site))
    const at = { cell: 'interne' as const, id: theirs.id }
    const pages = [
      own.user(at),
      own.userScope(at),
      own.userPassword(at),
      `${own.userState(at)}?etape=remove`,
    ]
    for (const page of pages) expect((await setting.visitor.get(page)).status).toBe(404)
    const csrf =
      (await setting.visitor.get(own.information())).document
        .querySelector('[name=csrf]')
        ?.getAttribute('value') ?? ''
    for (const page of [
      own.user(at),
      own.userScope(at),
      own.userPassword(at),
      own.userInvitation(at),
    ]) {
      const answer = await setting.visitor.post(page, {
        ...filledForm,
        categories: '01',
        csrf,
        language: 'fr',
        version: '1',
        firstPassword: 'link',
      })
      expect([404, 409]).toContain(answer.status)
      expect(answer.body).not.toContain(theirs.email)
    }
  })

  it('AT57: nobody but a delegate opens these pages', async () => {
    const others = [
      await signedIn(setting.site, await aProfile(setting.site, setting.employer)),
      await signedIn(
        setting.site,
        await aProfile(setting.site, setting.employer, { service: 'payment', isMaker: true }),
      ),
      setting.site.visitor(),
    ]
    for (const other of others) {
      const answer = await other.raw(own.users({ cell: 'interne' }))
      expect([303, 403]).toContain(answer.status)
    }
  })

  it('AT22: no hash, token or identity number is on any page of a user', async () => {
    const user = await aProfile(setting.site, setting.employer, { cin: 'BE654321' })
    const at = { cell: 'interne' as const, id: user.id }
    for (const page of [own.users({ cell: 'interne' }), own.user(at), own.userPassword(at)]) {
      const { body } = await setting.visitor.get(`${page}?sort=password_hash&fields=totp_sealed`)
      const shown = body.replaceAll(/\?sort=[^"]*/g, '')
      expect(shown).not.toMatch(/argon2|BE654321|totp/)
    }
  })

  it('A5: the warning leads to who can declare the category, already ticked', async () => {
    const user = await aProfile(setting.site, setting.employer, { categories: ['01'] })
    const screen = await setting.visitor.get(own.information())
    const link = screen.document.querySelector('.note-action a')?.getAttribute('href') ?? ''
    expect(link).toBe(`${own.userScope({ cell: 'interne', id: user.id })}?categorie=02`)
    const scope = await setting.visitor.get(link)
    const done = await setting.visitor.submit(
      scope,
      {},
      own.userScope({ cell: 'interne', id: user.id }),
    )
    expect(done.text).toContain('catégories 01 et 02')
    expect((await setting.visitor.get(own.information())).text).not.toContain(
      'n’est déclarée par personne',
    )
  })
})
