import { describe, expect, it } from 'vitest'
import { aCompanyEachTime, filledForm } from '../../../test/support/administering.ts'
import { aDelegate, anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import type { Cell } from './cell.ts'

const setting = aCompanyEachTime()
const own = paths.administration
const newUser = (cell: Cell) => setting.visitor.get(own.newUser({ cell }))
const links = (screen: Screen) =>
  screen.document.querySelectorAll('.error-summary a').map((one) => one.getAttribute('href'))

describe('«Nouveau»', () => {
  it('says how long the activation link lives, as the fund decided it', async () => {
    await setting.site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative)
        values ('activation_link_hours', '2026-11-01', '24', 'Décision', false)`,
    )
    const screen = await newUser('interne')
    expect(screen.text).toContain('un lien d’activation par e-mail, valable 24 heures')
  })

  it('A4: creates a user of Télédéclaration in one page, and says what happens next', async () => {
    const done = await setting.visitor.submit(await newUser('interne'), filledForm)
    expect(done.url).toBe(own.users({ cell: 'interne' }))
    expect(done.text).toContain(`login klahlou.decl.${setting.employer.number}`)
    expect(done.text).toContain('Lien d’activation envoyé')
    await setting.site.runJobs()
    expect(setting.site.mails.map(({ to }) => to)).toEqual([filledForm.email])
  })

  it('A4: asks about a card number that looks too short, and takes it once it is stood by', async () => {
    const short = { ...filledForm, email: 'court@atlas.example', identityNumber: 'X1234' }
    const asked = await setting.visitor.submit(await newUser('interne'), {
      ...short,
      freePart: 'court',
    })
    expect(asked.status).toBe(422)
    expect(asked.mistakes).toEqual([wordsIn('fr').administration.mistakes.cinUnusual])
    const done = await setting.visitor.submit(asked, {
      ...short,
      freePart: 'court',
      identitySure: 'on',
    })
    expect(done.url).toBe(own.users({ cell: 'interne' }))
  })

  it.each(['fr', 'ar'] as const)(
    'US7: says every mistake at once, in %s, each a link to its field',
    async (language) => {
      const { mistakes, form } = wordsIn(language).administration
      const page = await setting.visitor.get(`${own.newUser({ cell: 'interne' })}?lang=${language}`)
      const wrong = await setting.visitor.submit(page, {
        identityNumber: '12',
        email: 'k@',
        mode: '',
      })
      expect(wrong.status).toBe(422)
      expect(wrong.title).toMatch(language === 'fr' ? /^Erreur/ : /^خطأ/)
      expect(wrong.mistakes).toEqual(
        expect.arrayContaining([
          mistakes.lastName,
          mistakes.firstName,
          mistakes.jobTitle,
          mistakes.cin,
          mistakes.email,
          mistakes.mode,
          mistakes.categories,
        ]),
      )
      for (const href of links(wrong))
        expect(wrong.document.querySelector(href ?? 'none')).not.toBeNull()
      expect(wrong.document.querySelector('details.section')?.hasAttribute('open')).toBe(true)
      expect(wrong.document.querySelector('details.section summary')?.text.trim()).toBe(
        form.declaration,
      )
    },
  )

  it('keeps what was typed, but never a password', async () => {
    const secret = 'mot-secret'
    const wrong = await setting.visitor.submit(await newUser('compte-adherent'), {
      ...filledForm,
      lastName: '',
      firstPassword: 'provisional',
      provisional: secret,
    })
    expect(wrong.status).toBe(422)
    expect(wrong.document.querySelector('[name=jobTitle]')?.getAttribute('value')).toBe(
      filledForm.jobTitle,
    )
    expect(wrong.body).not.toContain(secret)
    expect(wrong.mistakes).toContain(wordsIn('fr').administration.mistakes.password.too_short)
  })

  it('says at the field that the login is taken in the company', async () => {
    await setting.visitor.submit(await newUser('interne'), { ...filledForm, login: 'paie' })
    const wrong = await setting.visitor.submit(await newUser('interne'), {
      ...filledForm,
      identityNumber: 'BE999999',
      login: 'Paie',
    })
    expect(wrong.status).toBe(409)
    expect(links(wrong)).toEqual(['#champ-login'])
    expect(wrong.text).toContain(
      `Le login paie.decl.${setting.employer.number} existe déjà dans votre entreprise.`,
    )
  })

  it('asks for the beginning of the login when the name has no Latin letters', async () => {
    const typed = { ...filledForm, lastName: 'لحلو', firstName: 'خديجة' }
    const wrong = await setting.visitor.submit(await newUser('interne'), typed)
    expect(wrong.mistakes).toEqual([wordsIn('fr').administration.mistakes.loginNeeded])
    const done = await setting.visitor.submit(await newUser('interne'), {
      ...typed,
      login: 'khadija',
    })
    expect(done.text).toContain('خديجة لحلو')
  })

  it('lets the delegate choose the two questions, different from each other', async () => {
    const same = { questionsWho: 'delegate', question1: 'first_school', question2: 'first_school' }
    const wrong = await setting.visitor.submit(await newUser('interne'), { ...filledForm, ...same })
    expect(wrong.mistakes).toEqual([wordsIn('fr').administration.mistakes.questionsSame])
    await setting.visitor.submit(await newUser('interne'), {
      ...filledForm,
      ...same,
      question2: 'first_street',
    })
    const [row] = await setting.site.database.ownerQuery(
      'select suggested_questions from profiles where employer_id = $1',
      [setting.employer.id],
    )
    expect(row).toEqual({ suggested_questions: ['first_school', 'first_street'] })
  })

  it('has no secret questions and no typed password for E@syPaiement, and a section «Compte Adhérent»', async () => {
    const screen = await newUser('profils')
    expect(screen.document.querySelector('[name=questionsWho]')).toBeNull()
    expect(screen.document.querySelector('[name=provisional]')).toBeNull()
    expect(screen.document.querySelector('details.section summary')?.text.trim()).toBe(
      'Compte Adhérent',
    )
    const { mode: _, categories: __, ...person } = filledForm
    const wrong = await setting.visitor.submit(screen, person)
    expect(wrong.mistakes).toEqual([wordsIn('fr').administration.mistakes.powers])
    const done = await setting.visitor.submit(await newUser('profils'), {
      ...person,
      powers: ['maker', 'validator'],
    })
    expect(done.text).toContain('Ordonnateur et Validateur')
  })

  it('says whose the ICE of a firm is, and goes on once that firm is confirmed', async () => {
    await aProfile(setting.site, await anEmployer(setting.site), {
      service: 'declaration_external',
      firm: { name: 'Cabinet Atlas Conseil', ice: '001561191000163' },
    })
    const at = own.newUser({ cell: 'externe' })
    const typed = {
      ...filledForm,
      firmName: 'Cabinet Sebti',
      firmIce: '001561191000163',
      firmIceSure: 'on',
    }
    const first = await setting.visitor.submit(
      await setting.visitor.get(at),
      { ...typed, firmIceSure: '' },
      at,
    )
    const asked = await setting.visitor.submit(first, typed, at)
    expect(asked.text).toContain('Cabinet Atlas Conseil')
    expect(asked.text).toContain('C’est bien le cabinet de cette personne')
    const done = await setting.visitor.submit(asked, { firmKnownSure: 'on' }, at)
    expect(done.text).toContain('Le mandat est proposé')
    expect(done.text).toContain('Cabinet Atlas Conseil')
  })

  it('asks to confirm an ICE whose control digits do not match, and takes it once confirmed', async () => {
    const typed = { ...filledForm, firmName: 'Cabinet Sebti', firmIce: '001 561 191 0000 65' }
    const wrong = await setting.visitor.submit(await newUser('externe'), typed)
    expect(wrong.mistakes).toEqual([wordsIn('fr').administration.mistakes.firmIceControl])
    const done = await setting.visitor.submit(wrong, { firmIceSure: 'on' })
    expect(done.url).toBe(own.users({ cell: 'externe' }))
    expect(done.text).toContain('communiqué à l’acceptation')
  })

  it('AT46: a category of another company is a mistake of the form', async () => {
    await anEmployer(setting.site, { categories: ['09'] })
    const wrong = await setting.visitor.submit(await newUser('interne'), {
      ...filledForm,
      categories: ['01', '09'],
    })
    expect(wrong.status).toBe(422)
  })

  it('a form that came back with a mistake does not undo what another did meanwhile', async () => {
    const { id } = await aProfile(setting.site, setting.employer)
    const address = own.user({ cell: 'interne', id })
    const wrong = await setting.visitor.submit(
      await setting.visitor.get(address),
      { email: 'x' },
      address,
    )
    expect(wrong.status).toBe(422)
    await setting.visitor.submit(
      await setting.visitor.get(address),
      { jobTitle: 'Comptable' },
      address,
    )
    const wrongAgain = await setting.visitor.submit(wrong, { email: 'y' }, address)
    const late = await setting.visitor.submit(
      wrongAgain,
      { email: 'k.lahlou@atlas.example' },
      address,
    )
    expect(late.status).toBe(409)
    expect(late.mistakes).toEqual([wordsIn('fr').refusals['web.changed_meanwhile']])
    // Who was told sees the newer one, and decides on it.
    expect((await setting.visitor.submit(late, {}, address)).status).toBe(200)
  })

  it('A4: asks at the place when one document has two names in the company, and takes the answer', async () => {
    const other = {
      ...filledForm,
      identityNumber: setting.delegate.cin,
      firstName: 'Salma',
      lastName: 'El Idrissi',
    }
    const asked = await setting.visitor.submit(await newUser('interne'), other)
    expect(asked.status).toBe(409)
    expect(links(asked)).toEqual(['#champ-identityNumber'])
    expect(asked.text).toContain('Cette pièce est déjà celle de')
    const done = await setting.visitor.submit(asked, { personSure: 'on' })
    expect(done.text).toContain('Salma El Idrissi')
  })

  it('shows the way out of the list that the leaflet prints', async () => {
    const list = await setting.visitor.get(own.users({ cell: 'profils' }))
    const back = list.document
      .querySelectorAll('main a')
      .find((one) => one.text.trim() === 'Retour')
    expect(back?.getAttribute('href')).toBe(own.information())
  })

  it('shows what another saved meanwhile beside what was typed', async () => {
    const { id } = await aProfile(setting.site, setting.employer)
    const address = own.user({ cell: 'interne', id })
    const [mine, theirs] = [await setting.visitor.get(address), await setting.visitor.get(address)]
    await setting.visitor.submit(theirs, { jobTitle: 'Directrice', language: 'ar' }, address)
    const late = await setting.visitor.submit(mine, { jobTitle: 'Chef paie' }, address)
    const shown = late.document
      .querySelectorAll('.mistake')
      .map((one) => one.text.trim().replace(/\s+/g, ' '))
    expect(shown).toEqual([
      'Enregistré actuellement : Directrice',
      'Enregistré actuellement : العربية',
    ])
    expect(late.document.querySelector('[name=jobTitle]')?.getAttribute('value')).toBe('Chef paie')
  })

  it('says until when somebody may accept another address, and what to do without their mailbox', async () => {
    const { id } = await aProfile(setting.site, setting.employer)
    const address = own.user({ cell: 'interne', id })
    const asked = await setting.visitor.submit(
      await setting.visitor.get(address),
      { email: 'autre@atlas.example' },
      address,
    )
    expect(asked.text).toContain('La nouvelle adresse autre@atlas.example attend l’accord')
    expect(asked.text).toContain('Elle peut l’accepter jusqu’au')
    expect(asked.text).toContain('supprimez cet accès et créez-en un autre')
  })

  it('AT52: columns of the table sent as fields change nothing', async () => {
    const extra = {
      state: 'active',
      employer_id: '00000000-0000-4000-8000-000000000000',
      is_maker: 'on',
      isMaker: 'on',
      password_hash: 'x',
      service: 'payment',
      __proto__x: 'y',
    }
    await setting.visitor.submit(await newUser('interne'), { ...filledForm, ...extra })
    const rows = await setting.site.database.ownerQuery(
      'select state, service, is_maker, password_hash from profiles where employer_id = $1',
      [setting.employer.id],
    )
    expect(rows).toEqual([
      { state: 'invited', service: 'declaration_internal', is_maker: false, password_hash: null },
    ])
  })

  it('A5: asks when a firm’s mandate ends, and never of somebody of the company', async () => {
    expect((await newUser('interne')).document.querySelector('[name=until]')).toBeNull()
    expect((await newUser('externe')).document.querySelector('[name=until]')).not.toBeNull()
    await setting.visitor.submit(await newUser('interne'), { ...filledForm, until: '31/12/2027' })
    const rows = await setting.site.database.ownerQuery(
      'select until_on from mandates where employer_id = $1',
      [setting.employer.id],
    )
    expect(rows).toEqual([{ until_on: null }])
  })

  it('A5: keeps the day on which somebody of the company stops, where one was given once', async () => {
    await setting.visitor.submit(await newUser('interne'), filledForm)
    const [given] = await setting.site.database.ownerQuery<{ profile_id: string }>(
      `update mandates set until_on = '2027-12-31' where employer_id = $1 returning profile_id`,
      [setting.employer.id],
    )
    const id = given?.profile_id ?? ''
    const to = own.userScope({ cell: 'interne', id })
    const form = await setting.visitor.get(to)
    expect(form.document.querySelector('[name=until]')?.getAttribute('value')).toBe('31/12/2027')
    await setting.visitor.submit(form, { mode: 'form' }, to)
    expect((await setting.visitor.get(to)).document.querySelector('[name=until]')).not.toBeNull()
  })

  it('AT64: explains a service without subscription, and takes nobody', async () => {
    const poor = await anEmployer(setting.site, { services: ['declaration'] })
    setting.visitor = await signedIn(setting.site, await aDelegate(setting.site, poor))
    const screen = await setting.visitor.get(own.users({ cell: 'profils' }))
    expect(screen.text).toContain('Votre entreprise n’est pas abonnée à E@syPaiement.')
    expect(
      screen.document.querySelector(`main a[href="${own.letter({ kind: 'renewal' })}"]`),
    ).not.toBeNull()
    expect((await newUser('profils')).document.querySelector('main form')).toBeNull()
    const form = await newUser('interne')
    const { mode: _, categories: __, ...person } = filledForm
    const csrf = form.document.querySelector('[name=csrf]')?.getAttribute('value') ?? ''
    const forced = await setting.visitor.post(own.newUser({ cell: 'profils' }), {
      ...person,
      csrf,
      entreprise: poor.id,
      identityKind: 'cin',
      language: 'fr',
      powers: 'maker',
    })
    expect(forced.status).toBe(409)
  })
})
