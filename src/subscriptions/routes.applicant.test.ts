import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEmployer, aDelegate } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { answered, begin, company, subscribe } from '../../test/support/subscribing.ts'
import type { Screen } from '../../test/support/visitor.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('«Abonnement»: the N° Adhérent', () => {
  it('refuses only a malformed number, and says what is wrong', async () => {
    for (const [typed, sentence] of [
      ['', 'Saisissez le N° Adhérent'],
      ['58A9', 'ne contient que des chiffres'],
      ['1234567', 'Retirez les chiffres en trop'],
    ] as const) {
      const screen = await begin(site.visitor(), typed)
      expect(screen.status).toBe(422)
      expect(screen.text).toContain(sentence)
      expect(screen.title).toMatch(/^Erreur\s: /)
    }
  })

  it('adds the zeros that were left out, and says how it read the number', async () => {
    const screen = await begin(site.visitor(), '5839')
    expect(screen.status).toBe(200)
    expect(screen.text).toContain('nous avons lu le N° Adhérent 005839')
  })

  it('reads Arabic digits and spaces', async () => {
    const screen = await begin(site.visitor(), '٠٠٥ ٨٣٩')
    expect(screen.text).toContain('N° Adhérent 005839')
  })

  it('answers unknown, known and already subscribed numbers in the same way to the byte (AT2)', async () => {
    const known = await anEmployer(site, { number: '100001' })
    const subscribed = await anEmployer(site, { number: '100002' })
    await aDelegate(site, subscribed)
    const answers: string[][] = []
    for (const number of ['100003', known.number, subscribed.number]) {
      const visitor = site.visitor()
      const started = await begin(visitor, number)
      const done = await subscribe(site, visitor, number)
      answers.push([comparable(started, number), comparable(done, number)])
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })
})

/** What depends on the visit itself is taken out: tokens, identifiers, the reference, the number typed. */
function comparable(screen: Screen, number: string): string {
  return `${screen.status} ${screen.body}`
    .replaceAll(number, 'NUMBER')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'REFERENCE')
    .replace(/name="csrf" value="[^"]*"/g, 'CSRF')
}

describe('a draft', () => {
  it('survives days, and is found again by its cookie alone', async () => {
    const visitor = site.visitor()
    await begin(visitor, '300001')
    await visitor.submit(await visitor.get('/abonnement/entreprise'), company)
    site.clock.advance(29 * 86_400_000)
    const start = await visitor.get('/abonnement')
    expect(start.text).toContain('Reprendre')
    const tasks = await visitor.submit(start, {}, '/abonnement/reprendre')
    expect(tasks.text).toContain('N° Adhérent 300001')
    expect((await site.visitor().get('/abonnement/etapes')).url).toBe('/abonnement')
    site.clock.advance(31 * 86_400_000)
    expect((await visitor.get('/abonnement')).text).not.toContain('300001')
  })

  it('keeps two companies apart, even when a form of the first is sent after the second was opened', async () => {
    const visitor = site.visitor()
    await begin(visitor, '300002')
    const first = await visitor.get('/abonnement/entreprise')
    await begin(visitor, '300003')
    await visitor.submit(first, { ...company, name: 'Première SARL' })
    const start = await visitor.get('/abonnement')
    expect(start.text).toContain('300002')
    expect(start.text).toContain('300003')
    const rows = await site.database.ownerQuery<{ employer_number: string; name: string | null }>(
      `select employer_number, company->>'name' as name from subscription_drafts
        where employer_number in ('300002', '300003') order by 1`,
    )
    expect(rows).toEqual([
      { employer_number: '300002', name: 'Première SARL' },
      { employer_number: '300003', name: null },
    ])
  })

  it('cannot be read or changed with somebody else’s cookie', async () => {
    const owner = site.visitor()
    await begin(owner, '300004')
    const form = await owner.get('/abonnement/entreprise')
    const draftId = form.document.querySelector('[name="dossier"]')?.getAttribute('value') ?? ''
    const thief = site.visitor()
    await begin(thief, '300005')
    const own = await thief.get('/abonnement/entreprise')
    const screen = await thief.submit(own, { ...company, name: 'Voleuse', dossier: draftId })
    expect(screen.text).toContain('Ces réponses ne sont plus gardées')
    const rows = await site.database.ownerQuery(
      `select 1 from subscription_drafts where company->>'name' = 'Voleuse'`,
    )
    expect(rows).toEqual([])
  })

  it('is erased at once when its owner asks', async () => {
    const visitor = site.visitor()
    const tasks = await begin(visitor, '300006')
    const start = await visitor.submit(tasks, {}, '/abonnement/effacer')
    expect(start.text).toContain('Vos réponses ont été effacées')
    const rows = await site.database.ownerQuery(
      `select 1 from subscription_drafts where employer_number = '300006'`,
    )
    expect(rows).toEqual([])
  })
})

describe('in Arabic', () => {
  it('has every page from right to left, with the number readable', async () => {
    const visitor = site.visitor()
    await visitor.get('/abonnement?lang=ar')
    const check = await answered(visitor, '400001')
    expect(check.document.querySelector('html')?.getAttribute('dir')).toBe('rtl')
    expect(check.text).toContain('راجعوا أجوبتكم')
    expect(check.body).toContain('<bdi dir="ltr" class="reference">400001</bdi>')
  })
})
