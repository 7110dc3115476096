import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { someMembers } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { paths } from '../../web/paths.ts'

const period = { category: '01', quarter: '2026T3' }
const address = paths.entry.nil(period)

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('a quarter with nothing to declare', () => {
  it('is sent at once, with a receipt and no line (D1)', async () => {
    const employer = await anEmployer(site)
    const visitor = await signedIn(site, await aProfile(site, employer))
    const page = await visitor.get(address)
    expect(page.text).toContain('Aucune contribution n’est due')
    expect(page.text).toContain(employer.name)
    const sent = await visitor.submit(page, { 'aucun-salaire': 'on' }, address)
    expect(sent.url).toMatch(/\/teledeclaration\/recus\//)
    expect(sent.text).toContain('aucun salaire ce trimestre')
    const [kept] = await site.database.ownerQuery(
      `select made_by, lines, state, salary_centimes::text from declarations where employer_id = $1`,
      [employer.id],
    )
    expect(kept).toEqual({ made_by: 'nil', lines: 0, state: 'sent', salary_centimes: '0' })
    const again = await visitor.get(address)
    expect(again.url).toBe(sent.url)
  })

  it('asks about those who are still expected, and keeps the answer with each of them', async () => {
    const employer = await anEmployer(site)
    await someMembers(site, employer, { count: 3 })
    const visitor = await signedIn(site, await aProfile(site, employer))
    const page = await visitor.get(address)
    expect(page.text).toContain('3 personnes sont encore attendues')
    const wrong = await visitor.submit(page, {}, address)
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual([
      'Dites pourquoi personne n’est payé ce trimestre, en une phrase (deux mots et dix lettres au moins).',
      'Cochez la case pour dire qu’aucun salaire n’a été versé.',
    ])
    const typed = { 'aucun-salaire': 'on', raison: 'Activité arrêtée' }
    const receipt = await visitor.submit(wrong, typed, address)
    expect(receipt.text).toContain('Raison donnée Activité arrêtée')
    const correction = await visitor.submit(receipt, {}, `${receipt.url}/corriger`)
    expect(correction.text).toContain('Rien ne peut être envoyé : aucune ligne n’est prête.')
    expect(correction.text).not.toContain('le fichier n’a pas été lu')
    const findings = await site.database.ownerQuery(
      `select distinct code, confirmed_reason from declaration_findings where employer_id = $1`,
      [employer.id],
    )
    expect(findings).toEqual([{ code: 'member_missing', confirmed_reason: 'Activité arrêtée' }])
  })

  it('sent twice at once, it is one declaration', async () => {
    const employer = await anEmployer(site)
    const visitor = await signedIn(site, await aProfile(site, employer))
    const page = await visitor.get(address)
    const send = () => visitor.submit(page, { 'aucun-salaire': 'on' }, address)
    const screens = await Promise.all([send(), send()])
    expect(new Set(screens.map((one) => one.url)).size).toBe(1)
    const receipts = await site.database.ownerQuery(
      'select 1 from declarations where employer_id = $1',
      [employer.id],
    )
    expect(receipts).toHaveLength(1)
  })
})
