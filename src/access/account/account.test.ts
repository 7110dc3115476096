import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { mailedLink } from '../../../test/support/mailed.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { sessionCookie } from '../../web/cookies.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.runJobs()
  site.mails.length = 0
  await site.database.ownerQuery('delete from throttles')
})

const another = 'un compas dans la brume'

async function aUser(): Promise<TestPerson> {
  return aProfile(site, await anEmployer(site), { service: 'employer_account' })
}

const emailOf = async (person: TestPerson) => {
  const [row] = await site.database.ownerQuery<{ email: string }>(
    'select email from profiles where id = $1',
    [person.id],
  )
  return row?.email
}

describe('«Mon compte»', () => {
  it.each(['fr', 'ar'])(
    'shows its owner who they are and where they are signed in (%s)',
    async (lang) => {
      const person = await aUser()
      const visitor = await signedIn(site, person)
      const page = await visitor.get(`/mon-compte?lang=${lang}`)
      expect(page.status).toBe(200)
      expect(page.text).toContain(person.login)
      expect(page.text).toContain(person.email)
    },
  )

  it('opens for delegates, users and agents, and for nobody else', async () => {
    const delegate = await aDelegate(site, await anEmployer(site))
    const agent = await anAgent(site)
    for (const person of [delegate, agent, await aUser()]) {
      const visitor = await signedIn(site, person)
      for (const path of ['', '/mot-de-passe', '/adresse', '/double-verification'])
        expect((await visitor.raw(`/mon-compte${path}`)).status).toBe(200)
    }
    expect((await site.visitor().raw('/mon-compte')).status).toBe(303)
  })

  it('asks a second factor of the delegate and of validators, and offers it to the others', async () => {
    const delegate = await signedIn(site, await aDelegate(site, await anEmployer(site)))
    expect((await delegate.get('/mon-compte')).text).toMatch(/protégez votre compte/)
    const user = await signedIn(site, await aUser())
    const page = await user.get('/mon-compte')
    expect(page.text).not.toMatch(/protégez votre compte/)
    expect(page.document.querySelector('a[href="/mon-compte/double-verification"]')).not.toBeNull()
  })

  it('ends the other sessions', async () => {
    const person = await aUser()
    const [one, two] = [await signedIn(site, person), await signedIn(site, person)]
    const page = await one.get('/mon-compte')
    expect(page.document.querySelectorAll('table tbody tr')).toHaveLength(2)
    await one.submit(page, {}, '/mon-compte/sessions')
    expect((await two.raw('/mon-compte')).status).toBe(303)
    expect((await one.raw('/mon-compte')).status).toBe(200)
  })
})

describe('one’s own password', () => {
  it('U3: changes with the current one; other sessions end, this one goes on under a new identifier', async () => {
    const person = await aUser()
    const [one, two] = [await signedIn(site, person), await signedIn(site, person)]
    const page = await one.get('/mon-compte/mot-de-passe')
    const wrong = await one.submit(page, { currentPassword: 'pas le bon', newPassword: another })
    expect(wrong.status).toBe(422)
    const weak = await one.submit(page, {
      currentPassword: goodPassword,
      newPassword: 'azertyuiopazertyuiop',
    })
    expect(weak.mistakes[0]).toMatch(/devinés/)
    const before = one.cookies.get(sessionCookie)
    const done = await one.submit(weak, { currentPassword: goodPassword, newPassword: another })
    expect(done.url).toBe('/mon-compte')
    expect(done.text).toMatch(/mot de passe est changé/)
    expect(one.cookies.get(sessionCookie)).not.toBe(before)
    expect((await two.raw('/mon-compte')).status).toBe(303)
    await site.runJobs()
    expect(site.mails.at(-1)?.to).toBe(person.email)
  })

  it('is typed twice where it cannot be shown, and a slip is said at once', async () => {
    const person = await aProfile(site, await anEmployer(site))
    const visitor = await signedIn(site, person)
    const page = await visitor.get('/mon-compte/mot-de-passe')
    const newPassword = 'sept cigognes sur un toit'
    const typed = { currentPassword: goodPassword, newPassword }
    const slip = await visitor.submit(page, { ...typed, newPasswordAgain: `${newPassword}s` })
    expect(slip.status).toBe(422)
    expect(slip.mistakes.join()).toContain('Les deux saisies')
    expect(slip.body).not.toContain(newPassword)
  })

  it('is not changed into itself', async () => {
    const person = await aProfile(site, await anEmployer(site))
    const visitor = await signedIn(site, person)
    const page = await visitor.get('/mon-compte/mot-de-passe')
    const typed = { currentPassword: goodPassword, newPassword: goodPassword }
    const again = await visitor.submit(page, typed)
    expect(again.status).toBe(422)
    expect(again.mistakes.join()).toContain('celui que vous remplacez')
  })

  it('AT9: is asked again under the same lock as at the door', async () => {
    const person = await aUser()
    const visitor = await signedIn(site, person)
    const page = await visitor.get('/mon-compte/mot-de-passe')
    for (let n = 0; n < 7; n += 1)
      await visitor.submit(page, { currentPassword: `faux ${n}`, newPassword: another })
    const locked = await visitor.submit(page, {
      currentPassword: goodPassword,
      newPassword: another,
    })
    expect(locked.status).toBe(422)
    const door = site.visitor()
    const tried = await door.submit(await door.get('/connexion/compte-adherent'), {
      login: person.login,
      password: goodPassword,
    })
    expect(tried.status).toBe(422)
  })
})

describe('one’s own address', () => {
  const ask = async (person: TestPerson, email: string, currentPassword = goodPassword) => {
    const visitor = await signedIn(site, person)
    const page = await visitor.get('/mon-compte/adresse')
    return visitor.submit(page, { email, currentPassword })
  }

  it('U3, AT63: changes once confirmed at the new one; the old one is told at once', async () => {
    const person = await aUser()
    expect((await ask(person, 'neuve@entreprise.example', 'pas le bon')).status).toBe(422)
    const asked = await ask(person, 'neuve@entreprise.example')
    expect(asked.url).toBe('/mon-compte')
    expect(asked.text).toContain('neuve@entreprise.example la remplacera quand elle sera confirmée')
    expect(await emailOf(person)).toBe(person.email)
    const confirm = await mailedLink(site, 'neuve@entreprise.example', 'confirmer-adresse')
    expect(await mailedLink(site, person.email, 'garder-adresse')).not.toBe('')
    const visitor = site.visitor()
    await visitor.raw(confirm)
    expect(await emailOf(person)).toBe(person.email)
    await visitor.submit(await visitor.get(confirm), {})
    expect(await emailOf(person)).toBe('neuve@entreprise.example')
    const after = await signedIn(site, person)
    expect((await after.get('/mon-compte')).text).not.toContain('la remplacera')
    expect((await site.visitor().get(confirm)).status).toBe(404)
  })

  it('AT24: a link sent to the old address dies with it', async () => {
    const person = await aUser()
    const forgotten = site.visitor()
    const page = await forgotten.get('/mot-de-passe-oublie/compte-adherent')
    await forgotten.submit(page, { login: person.login })
    const reset = await mailedLink(site, person.email, 'nouveau-mot-de-passe')
    await ask(person, 'neuve2@entreprise.example')
    const visitor = site.visitor()
    const link = await mailedLink(site, 'neuve2@entreprise.example', 'confirmer-adresse')
    await visitor.submit(await visitor.get(link), {})
    expect((await site.visitor().get(reset)).status).toBe(404)
  })

  it.each([false, true])(
    'AT32: is kept by the old address, even after the change (confirmed: %s)',
    async (confirmed) => {
      const person = await aUser()
      const intruder = await signedIn(site, person)
      const email = `pirate-${confirmed}@ailleurs.example`
      await ask(person, email)
      const visitor = site.visitor()
      const confirm = await mailedLink(site, email, 'confirmer-adresse')
      const keep = await mailedLink(site, person.email, 'garder-adresse')
      if (confirmed) await visitor.submit(await visitor.get(confirm), {})
      await visitor.submit(await visitor.get(keep), {})
      expect(await emailOf(person)).toBe(person.email)
      expect((await intruder.raw('/mon-compte')).status).toBe(303)
      expect((await site.visitor().get(confirm)).status).toBe(404)
      const wayBack = await mailedLink(site, person.email, 'nouveau-mot-de-passe')
      const done = await visitor.submit(await visitor.get(wayBack), { newPassword: another })
      expect(done.url.split('?')[0]).toBe('/connexion/compte-adherent')
    },
  )

  it.each([
    '"evil@attacker.tld x"@victim.example',
    'a@b.example, c@d.example',
    'nom(commentaire)@victim.example',
    'nom@vïctim.example',
    `${'a'.repeat(320)}@victim.example`,
    'nom@victim.example\r\nBcc: x@y.example',
    '<nom@victim.example>',
  ])('AT25: is refused at entry when it is not plainly one address: %s', async (email) => {
    const screen = await ask(await aUser(), email)
    expect(screen.status).toBe(422)
    expect(screen.mistakes).toHaveLength(1)
  })

  it('of a delegate changes by the leaflet’s letter, not here', async () => {
    const delegate = await aDelegate(site, await anEmployer(site))
    const visitor = await signedIn(site, delegate)
    const page = await visitor.get('/mon-compte/adresse')
    expect(page.text).toMatch(/Mise à jour de l’e-mail de la personne déléguée/)
    const csrf = page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const forced = await visitor.post('/mon-compte/adresse', {
      csrf,
      email: 'autre@entreprise.example',
      currentPassword: goodPassword,
    })
    expect(forced.status).toBe(422)
  })
})

describe('one’s own secret questions', () => {
  it('U3: change with the password, and the owner is told', async () => {
    const person = await aUser()
    const visitor = await signedIn(site, person)
    const page = await visitor.get('/mon-compte/questions')
    const done = await visitor.submit(page, {
      question1: 'first_teacher',
      answer1: 'Monsieur Tazi',
      question2: 'memorable_trip',
      answer2: 'Chefchaouen',
      currentPassword: goodPassword,
    })
    expect(done.url).toBe('/mon-compte')
    await site.runJobs()
    expect(site.mails.at(-1)?.subject).toMatch(/questions secrètes/)
  })

  it('do not exist for payment users', async () => {
    const payer = await aProfile(site, await anEmployer(site), { service: 'payment' })
    const visitor = await signedIn(site, payer)
    expect((await visitor.get('/mon-compte')).text).not.toMatch(/Questions secrètes/)
    const page = await visitor.get('/mon-compte/questions')
    expect(page.status).toBe(404)
  })
})

describe('AT22: secrets', () => {
  it('appear on no page of one’s own account', async () => {
    const person = await aUser()
    const visitor = await signedIn(site, person)
    const [row] = await site.database.ownerQuery<{ password_hash: string }>(
      'select password_hash from profiles where id = $1',
      [person.id],
    )
    for (const path of ['', '/mot-de-passe', '/adresse', '/questions', '?tri=password_hash']) {
      const page = await visitor.get(`/mon-compte${path}`)
      expect(page.body).not.toContain(row?.password_hash)
      expect(page.body).not.toMatch(/argon2|totp_sealed|token_hash/)
    }
  })
})
