import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { answered, begin, company, delegate, services } from '../../test/support/subscribing.ts'
import type { Screen } from '../../test/support/visitor.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

function valueOf(screen: Screen, name: string): string | null | undefined {
  return screen.document.querySelector(`[name="${name}"]`)?.getAttribute('value')
}

describe('the three volets', () => {
  it('keeps what is right and asks again for what is wrong, all at once', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200001')
    const screen = await visitor.submit(await visitor.get('/abonnement/entreprise'), {
      ...company,
      ice: '12',
      email: 'pas une adresse',
    })
    expect(screen.status).toBe(422)
    expect(screen.text).toContain('L’ICE a quinze chiffres')
    expect(screen.text).toContain('Saisissez une adresse e-mail complète')
    expect(screen.document.querySelector('[name="name"]')?.getAttribute('value')).toBe(company.name)
  })

  it('P2: keeps the good answers of a volet refused for one field, even when its page is left; never a password', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200032')
    await visitor.submit(await visitor.get('/abonnement/entreprise'), { ...company, email: 'non' })
    await visitor.get('/abonnement/etapes')
    const company2 = await visitor.get('/abonnement/entreprise')
    expect(valueOf(company2, 'address')).toBe(company.address)
    expect((await visitor.submit(company2, { email: company.email })).url).toBe(
      '/abonnement/personne-deleguee',
    )
    const page = await visitor.get('/abonnement/personne-deleguee')
    await visitor.submit(page, { ...delegate, phone: 'non', password: 'court' })
    const back = await visitor.get('/abonnement/personne-deleguee')
    expect(valueOf(back, 'identityNumber')).toBe(delegate.identityNumber)
    expect(back.body).not.toContain('court"')
    expect((await visitor.get('/abonnement/entreprise')).body).toContain(company.email)
  })

  it('reads an identity document by its own shape, and a password typed twice', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200031')
    await visitor.submit(await visitor.get('/abonnement/entreprise'), company)
    const page = await visitor.get('/abonnement/personne-deleguee')
    const wrong = await visitor.submit(page, { ...delegate, identityNumber: '12-ab' })
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes.join()).toContain('Une CIN se compose')
    const slip = await visitor.submit(page, {
      ...delegate,
      passwordAgain: 'girafe chaussure lundis',
    })
    expect(slip.mistakes.join()).toContain('Les deux saisies')
  })

  it('asks about a card number that looks too short, takes it once it is stood by, and reads Arabic digits', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200032')
    await visitor.submit(await visitor.get('/abonnement/entreprise'), company)
    const page = await visitor.get('/abonnement/personne-deleguee')
    const asked = await visitor.submit(page, { ...delegate, identityNumber: 'P1' })
    expect(asked.status).toBe(422)
    expect(asked.mistakes.join()).toContain('cinq ou six chiffres')
    const taken = await visitor.submit(asked, {
      ...delegate,
      identityNumber: 'P1',
      identitySure: 'on',
    })
    expect(taken.url).toBe('/abonnement/teleservices')
    const back = await visitor.get('/abonnement/personne-deleguee')
    expect(back.body).toContain('name="identitySure"')
    const arabic = await visitor.submit(back, { ...delegate, identityNumber: 'A٩٨٧٦٥' })
    expect(arabic.url).toBe('/abonnement/teleservices')
    const kept = await visitor.get('/abonnement/personne-deleguee')
    expect(valueOf(kept, 'identityNumber')).toBe('A98765')
    expect(kept.body).not.toContain('name="identitySure"')
  })

  it('says how long an answer may be, and asks for a telephone that was left out', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200033')
    const page = await visitor.get('/abonnement/entreprise')
    const wrong = await visitor.submit(page, { ...company, address: 'a'.repeat(400), phone: '' })
    expect(wrong.mistakes.join()).toContain('200 caractères au plus')
    expect(wrong.mistakes.join()).toContain('Saisissez le téléphone de l’entreprise')
  })

  it('questions an ICE whose control digits do not match, keeps it, and goes on when asked to', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200011')
    const volet = await visitor.get('/abonnement/entreprise')
    const typed = { ...company, ice: '001 561 191 0000 65' }
    const asked = await visitor.submit(volet, typed)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('L’ICE 001561191000065 est-il exact ?')
    expect(valueOf(asked, 'ice')).toBe('001 561 191 0000 65')
    const other = await visitor.submit(asked, { email: 'non', iceSure: '001561191000065' })
    expect(other.text).not.toContain('est-il exact')
    const changed = await visitor.submit(other, { ice: '001561191000064', email: company.email })
    expect(changed.text).toContain('L’ICE 001561191000064 est-il exact ?')
    const done = await visitor.submit(changed, { iceSure: '001561191000064' })
    expect(done.url).toBe('/abonnement/personne-deleguee')
    const again = await visitor.submit(await visitor.get('/abonnement/entreprise'), {})
    expect(again.url).toBe('/abonnement/personne-deleguee')
  })

  it('goes from volet to volet, then to the answers to check, and never asks twice', async () => {
    const visitor = site.visitor()
    const tasks = await begin(visitor, '200002')
    expect(tasks.text).toContain('À faire')
    const second = await visitor.submit(await visitor.get('/abonnement/entreprise'), company)
    expect(second.url).toBe('/abonnement/personne-deleguee')
    const third = await visitor.submit(second, delegate)
    expect(third.url).toBe('/abonnement/teleservices')
    const check = await visitor.submit(third, services)
    expect(check.url).toBe('/abonnement/verification')
    expect(check.text).toContain('Mot de passe enregistré')
    const again = await visitor.get('/abonnement/personne-deleguee')
    for (const [name, value] of Object.entries(delegate)) {
      if (name === 'password' || name === 'phone' || name === 'identityKind') continue
      expect(again.document.querySelector(`[name="${name}"]`)?.getAttribute('value')).toBe(value)
    }
    const corrected = await visitor.submit(again, { jobTitle: 'Directrice' })
    expect(corrected.url).toBe('/abonnement/verification')
    expect(corrected.text).toContain('Directrice')
  })

  it('offers «Modifier» on every row of the check, back to its own field', async () => {
    const visitor = site.visitor()
    const check = await answered(visitor, '200003')
    const links = check.document.querySelectorAll('.row-action a')
    expect(links.length).toBeGreaterThanOrEqual(18)
    for (const link of links) {
      const [path = '', field = 'contenu'] = (link.getAttribute('href') ?? '').split('#')
      const page = await visitor.get(path)
      expect(page.status).toBe(200)
      expect({ field, found: page.document.getElementById(field) !== null }).toEqual({
        field,
        found: true,
      })
    }
  })

  it('normalises a mobile and refuses a landline', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200004')
    const page = await visitor.get('/abonnement/personne-deleguee')
    const wrong = await visitor.submit(page, { ...delegate, phone: '0522 00 00 00' })
    expect(wrong.text).toContain('Ce numéro n’est pas celui d’un téléphone mobile')
    const screen = await visitor.submit(wrong, { ...delegate, phone: '06-61-23-45-67' })
    expect(screen.url).not.toBe('/abonnement/personne-deleguee')
    const again = await visitor.get('/abonnement/personne-deleguee')
    expect(again.body).toContain('+212 6 61 23 45 67')
  })

  it.each([
    ['too few letters', 'girafe lundi', 'trop court'],
    ['common', 'motdepasse123456', 's’essaient en premier'],
    ['the N° Adhérent', '200005200005200005', 'tout le monde sait de vous|s’essaient en premier'],
    ['the company', 'Atlas Textile 2026', 'tout le monde sait de vous|s’essaient en premier'],
  ])('refuses a password made of %s (AT15)', async (_, password, sentence) => {
    const visitor = site.visitor()
    await begin(visitor, '200005')
    await visitor.submit(await visitor.get('/abonnement/entreprise'), company)
    const page = await visitor.get('/abonnement/personne-deleguee')
    const screen = await visitor.submit(page, { ...delegate, password })
    expect(screen.status).toBe(422)
    expect(screen.text).toMatch(new RegExp(sentence))
    expect(screen.body).not.toContain(password)
  })

  it('keeps the good answers though the password alone is refused', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200021')
    const path = '/abonnement/personne-deleguee'
    const page = await visitor.get(path)
    const wrong = await visitor.submit(page, { ...delegate, password: 'court' })
    expect(wrong.status).toBe(422)
    const back = await visitor.get(path)
    expect(back.document.querySelector('[name="email"]')?.getAttribute('value')).toBe(
      delegate.email,
    )
    expect((await visitor.get('/abonnement/verification')).url).not.toContain('verification')
  })

  it('accepts fifteen lower-case letters, keeps the password though another answer is wrong, and never shows it', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200006')
    const password = 'girafe chaussure lundi'
    const page = await visitor.get('/abonnement/personne-deleguee')
    const wrong = await visitor.submit(page, { ...delegate, password, email: 'non' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Mot de passe enregistré')
    expect(wrong.body).not.toContain(password)
    const right = await visitor.submit(wrong, { email: delegate.email })
    expect(right.status).toBe(200)
    expect(right.url).not.toBe('/abonnement/personne-deleguee')
  })

  it.each([
    '"evil@attacker.tld x"@victim.tld',
    'salma@entreprise.ma (commentaire)',
    'salma(c)@entreprise.ma',
    'salma@entreprise.ma, autre@entreprise.ma',
    'salma@entreprise.ma\r\nBcc: autre@entreprise.ma',
    'salma@éxample.ma',
    'salma@[127.0.0.1]',
    `${'a'.repeat(310)}@entreprise.ma`,
    '<salma@entreprise.ma>',
    'salma@localhost',
  ])('refuses the address %s at entry (AT25)', async (email) => {
    const visitor = site.visitor()
    await begin(visitor, '200007')
    const page = await visitor.get('/abonnement/personne-deleguee')
    const screen = await visitor.submit(page, { ...delegate, email })
    expect(screen.status).toBe(422)
    expect(screen.text).toContain('Saisissez une adresse e-mail complète')
  })

  it('tells a password manager what each field is (US24)', async () => {
    const visitor = site.visitor()
    await begin(visitor, '200008')
    const { document } = await visitor.get('/abonnement/personne-deleguee')
    const token = (name: string) =>
      document.querySelector(`[name="${name}"]`)?.getAttribute('autocomplete')
    expect(token('email')).toBe('email')
    expect(token('phone')).toBe('tel')
    expect(token('firstName')).toBe('given-name')
    expect(token('password')).toBe('new-password')
  })

  it('shows a hostile name as text, on every page it comes back to', async () => {
    const visitor = site.visitor()
    const name = '<img src=x onerror=alert(1)>"\'&'
    const check = await answered(visitor, '200009', { company: { ...company, name } })
    expect(check.body).not.toContain('<img src=x')
    expect(check.text).toContain('onerror=alert(1)')
    expect((await visitor.get('/abonnement/entreprise')).body).not.toContain('<img src=x')
  })
})
