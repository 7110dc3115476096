import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { delegate, referenceOf } from '../../test/support/subscribing.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('«Téléchargement»', () => {
  it.each([
    ['mot-de-passe', /^RM-/],
    ['adresse-e-mail', /^ME-/],
  ])('draws up the letter of %s from what is typed, for two agents', async (slug, prefix) => {
    const visitor = site.visitor()
    const form = await visitor.get(`/telechargement/${slug}`)
    const wrong = await visitor.submit(form, { employerNumber: 'x' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Saisissez la raison sociale')
    const screen = await visitor.submit(wrong, {
      employerNumber: '5839',
      companyName: 'Atlas Textile SA',
      delegateName: 'Khadija Lahlou',
      email: `${slug}@atlas-textile.example`,
      signatoryName: 'Youssef Alami',
      signatoryCapacity: 'Gérant',
    })
    expect(screen.url).toBe('/suivi/dossier')
    const reference = referenceOf(screen)
    expect(reference).toMatch(prefix)
    const [letter] = await site.database.ownerQuery(
      'select agents_required, employer_number, content from letters where reference = $1',
      [reference],
    )
    expect(letter).toMatchObject({ agents_required: 2, employer_number: '005839' })
    expect((await visitor.raw('/suivi/dossier/formulaire.pdf')).body.slice(0, 5)).toBe('%PDF-')
  })

  it('asks to end the second factor only in the reset, only when ticked, and prints it', async () => {
    const typed = {
      employerNumber: '5839',
      companyName: 'Atlas Textile SA',
      delegateName: 'Khadija Lahlou',
      email: 'perdu@atlas-textile.example',
      signatoryName: 'Youssef Alami',
      signatoryCapacity: 'Gérant',
    }
    const sent = async (slug: string, more: Record<string, string>) => {
      const visitor = site.visitor()
      const form = await visitor.get(`/telechargement/${slug}`)
      const reference = referenceOf(await visitor.submit(form, { ...typed, ...more }))
      const [letter] = await site.database.ownerQuery<{ content: { data: unknown } }>(
        'select content from letters where reference = $1',
        [reference],
      )
      return { data: letter?.content.data, printed: JSON.stringify(letter?.content) }
    }
    const lost = await sent('mot-de-passe', { lostFactor: 'on' })
    expect(lost.data).toEqual({ lostFactor: true })
    expect(lost.printed).toMatch(/À retirer\s: le téléphone et les codes de secours sont perdus/)
    const only = await sent('mot-de-passe', {})
    expect(only.data).toEqual({})
    expect(only.printed).not.toContain('À retirer')
    expect((await sent('adresse-e-mail', { lostFactor: 'on' })).data).not.toHaveProperty(
      'lostFactor',
    )
  })

  it('keeps the three titles of the leaflet', async () => {
    const { text } = await site.visitor().get('/telechargement')
    expect(text).toContain('Réinitialisation du mot de passe de la personne déléguée')
    expect(text).toContain('Mise à jour de l’e-mail de la personne déléguée')
    expect(text).toContain('Réabonnement aux Téléservices Caisse de démonstration')
  })

  it('leads «Réabonnement» through the same volets, where the password may be left as it is', async () => {
    const visitor = site.visitor()
    const start = await visitor.get('/telechargement/reabonnement')
    const tasks = await visitor.submit(start, { employerNumber: '600001' }, '/telechargement')
    expect(tasks.text).toContain('Réabonnement : les étapes')
    const page = await visitor.get('/abonnement/personne-deleguee')
    const kept = await visitor.submit(page, { ...delegate, password: '' })
    expect(kept.status).toBe(200)
  })

  it('has no fourth letter', async () => {
    expect((await site.visitor().get('/telechargement/constructor')).status).toBe(404)
  })
})
