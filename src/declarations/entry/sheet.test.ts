import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aProfile, signedIn } from '../../../test/support/factories.ts'
import { salariesOn, SheetForm, sheetPeriod, valueOf } from '../../../test/support/sheets.ts'
import { paths } from '../../web/paths.ts'
import { salaryField } from './page-form.ts'
import { sheetAt } from './sheet-address.ts'

let form: SheetForm
beforeAll(async () => {
  form = await SheetForm.open()
})
afterAll(() => form.site.close())
beforeEach(() => form.begin())

describe('the sheet', () => {
  it('carries the members over from the last quarter, with what was declared then', async () => {
    await form.knownMembers(2)
    await form.declaredBefore()
    const screen = await form.sheet()
    expect(screen.text).toContain('Salaire du 2e trimestre 2026')
    expect(screen.text).toContain('18 000,00')
    expect(salariesOn(screen).map((one) => one.getAttribute('value'))).toEqual(['', ''])
  })

  it('is declared in eight presses by a company of forty', async () => {
    await form.knownMembers(40)
    await form.declaredBefore()
    const start = await form.visitor.get(paths.declarations.period(sheetPeriod))
    expect(start.text).toContain('Commencer la saisie')
    const carried = await form.press(await form.sheet(), 'reprendre')
    expect(carried.text).toContain('40 salaires du 2e trimestre 2026 sont repris')
    expect(salariesOn(carried)).toHaveLength(25)
    const second = await form.press(carried, 'confirmer')
    expect(second.text).toContain('Confirmer les 15 salaires repris et contrôler la saisie')
    const check = await form.press(second, 'confirmer-controler')
    expect(check.url).toMatch(/\/teledeclaration\/controles\//)
    expect(check.text).toContain('40 lignes sont prêtes')
    const sent = await form.visitor.submit(check, {}, `${check.url}/envoyer`)
    expect(sent.text).toContain('La déclaration est envoyée')
    const drafts = await form.site.database.ownerQuery(
      'select 1 from entry_drafts where employer_id = $1',
      [form.employer.id],
    )
    expect(drafts).toEqual([])
  })

  it('takes the salaries of the others over where somebody’s is wrong, and says that it is', async () => {
    await form.knownMembers(3)
    await form.declaredBefore()
    const typed = { [salaryField(form.keyOf(0))]: 'douze mille' }
    const carried = await form.press(await form.sheet(), 'reprendre', typed)
    expect(carried.text).toContain('2 salaires du 2e trimestre 2026 sont repris')
    expect(carried.text).toContain('Des saisies restent à corriger sur cette page.')
    expect(valueOf(carried, salaryField(form.keyOf(0)))).toBe('douze mille')
    expect(valueOf(carried, salaryField(form.keyOf(1)))).toBe('18\u202f000,00')
  })

  it('never takes a salary carried over for a salary confirmed', async () => {
    await form.knownMembers(2)
    await form.declaredBefore()
    const carried = await form.press(await form.sheet(), 'reprendre')
    const calendar = await form.visitor.get(paths.declarations.calendar())
    expect(calendar.text).toContain('Saisie commencée')
    expect(carried.text).toContain('Repris, à confirmer')
    const saved = await form.press(carried, 'enregistrer')
    expect(saved.text).toContain('Repris, à confirmer')
    const refused = await form.press(saved, 'controler')
    expect(refused.status).toBe(422)
    expect(refused.mistakes[0]).toMatch(/^2 affiliés restent à compléter ou à confirmer/)
    const changed = await form.press(refused, 'enregistrer', {
      [salaryField(form.keyOf(0))]: '20000',
    })
    expect(changed.text.match(/Repris, à confirmer/g)).toHaveLength(1)
  })

  it('keeps what was typed for another tab, another person, another day', async () => {
    await form.knownMembers(2)
    await form.press(await form.sheet(), 'enregistrer', {
      [salaryField(form.keyOf(0))]: '36000.25',
    })
    const colleague = await signedIn(
      form.site,
      await aProfile(form.site, form.employer, { mode: 'form' }),
    )
    const screen = await colleague.get(sheetAt(sheetPeriod))
    expect(valueOf(screen, salaryField(form.keyOf(0)))).toBe('36\u202f000,25')
    expect(screen.text).toMatch(/Enregistré le .* par Salma Berrada/)
  })

  it('finds the sheet as it was left when the session ended meanwhile (US18)', async () => {
    await form.knownMembers(1)
    await form.press(await form.sheet(), 'enregistrer', {
      [salaryField(form.keyOf(0))]: '36000,25',
    })
    form.site.clock.advance(25 * 60_000)
    expect((await form.sheet()).url).toContain('connexion')
    const again = await signedIn(form.site, form.clerk)
    const screen = await again.get(sheetAt(sheetPeriod))
    expect(valueOf(screen, salaryField(form.keyOf(0)))).toBe('36\u202f000,25')
  })

  it('keeps a mistake as well, at its place, until it is corrected (US7)', async () => {
    await form.knownMembers(2)
    const wrong = await form.press(await form.sheet(), 'enregistrer', {
      [salaryField(form.keyOf(0))]: '36000,2x',
      [salaryField(form.keyOf(1))]: '24000',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.title).toMatch(/^Erreur/)
    expect(wrong.mistakes).toHaveLength(1)
    const link = wrong.document.querySelector('.error-summary a')?.getAttribute('href') ?? ''
    expect(wrong.document.querySelector(link)?.getAttribute('value')).toBe('36000,2x')
    const later = await form.sheet()
    expect(valueOf(later, salaryField(form.keyOf(0)))).toBe('36000,2x')
    expect(valueOf(later, salaryField(form.keyOf(1)))).toBe('24\u202f000,00')
  })

  it('goes on to the next page with a mistake, tells it there by its page, and is not checked until it is mended', async () => {
    await form.knownMembers(30)
    const first = await form.sheet()
    const [, wrong] = salariesOn(first)
    const name = wrong?.getAttribute('name') ?? ''
    const next = await form.press(first, 'suite', { [name]: '36000,2x' })
    expect(next.url).toContain('page=2')
    expect(next.text).toContain('Une saisie reste à corriger hors de cette page')
    const row = next.document.querySelector('main .note li button')
    expect(row?.text).toMatch(/, page 1$/)
    const [last] = salariesOn(next)
    const typed = { [last?.getAttribute('name') ?? '']: '18000' }
    const refused = await form.press(next, 'controler', typed)
    expect(refused.status).toBe(422)
    expect(refused.mistakes[0]).toMatch(/restent à compléter/)
    const back = await form.press(next, row?.getAttribute('value') ?? '', typed)
    expect(back.url).not.toContain('page=2')
    expect(valueOf(back, name)).toBe('36000,2x')
    expect(back.mistakes).toEqual([])
    expect(valueOf(await form.sheet({ page: 2 }), last?.getAttribute('name') ?? '')).toBe(
      '18\u202f000,00',
    )
  })

  it('searches, and goes to what is left, with a mistake on the page', async () => {
    await form.knownMembers(3)
    const typed = { [salaryField(form.keyOf(0))]: '12x', [salaryField(form.keyOf(1))]: '12000' }
    const found = await form.press(await form.sheet(), 'chercher', { ...typed, nom: '000200003' })
    expect(found.status).toBe(200)
    expect(salariesOn(found)).toHaveLength(1)
    const left = await form.press(found, 'reste')
    expect(valueOf(left, salaryField(form.keyOf(0)))).toBe('12x')
  })

  it('finds somebody by name or number, and saves the page first', async () => {
    await form.knownMembers(40)
    const [first] = form.members
    const found = await form.press(await form.sheet(), 'chercher', {
      [salaryField(form.keyOf(5))]: '12000',
      nom: '000200030',
    })
    expect(salariesOn(found)).toHaveLength(1)
    expect(found.text).toContain('1 sur 40')
    const named = await form.press(found, 'chercher', {
      nom: `${first?.lastName} ${first?.firstName}`,
    })
    expect(salariesOn(named)).toHaveLength(1)
  })

  it('adds up lines rounded half up, over every page', async () => {
    await form.knownMembers(26)
    const page = await form.sheet()
    const [one] = salariesOn(page)
    const next = await form.press(page, 'suite', { [one?.getAttribute('name') ?? '']: '36000,25' })
    expect(next.url).toContain('page=2')
    const [other] = salariesOn(next)
    const saved = await form.press(next, 'enregistrer', {
      [other?.getAttribute('name') ?? '']: '45000,50',
    })
    const totals = saved.document.querySelector('[data-totals]')?.text ?? ''
    expect(totals).toContain('81\u202f000,75')
    // 2,160.02 + 2,700.03, then 2,808.02 + 3,510.04: the lines of the golden file.
    expect(totals).toContain('4\u202f860,05')
    expect(totals).toContain('6\u202f318,06')
  })
})

describe('two people on one sheet', () => {
  it('save different members without disturbing each other', async () => {
    await form.knownMembers(2)
    const colleague = await signedIn(
      form.site,
      await aProfile(form.site, form.employer, { mode: 'form' }),
    )
    const mine = await form.sheet()
    const theirs = await colleague.get(sheetAt(sheetPeriod))
    await form.press(theirs, 'enregistrer', { [salaryField(form.keyOf(0))]: '10000' }, colleague)
    const saved = await form.press(mine, 'enregistrer', { [salaryField(form.keyOf(1))]: '20000' })
    expect(saved.status).toBe(200)
    expect(valueOf(saved, salaryField(form.keyOf(0)))).toBe('10\u202f000,00')
    expect(valueOf(saved, salaryField(form.keyOf(1)))).toBe('20\u202f000,00')
  })

  it('do not overwrite each other: both values are shown, and the next save decides', async () => {
    await form.knownMembers(1)
    const colleague = await signedIn(
      form.site,
      await aProfile(form.site, form.employer, { mode: 'form' }),
    )
    const mine = await form.sheet()
    const theirs = await colleague.get(sheetAt(sheetPeriod))
    const field = salaryField(form.keyOf(0))
    await form.press(theirs, 'enregistrer', { [field]: '10000' }, colleague)
    const told = await form.press(mine, 'enregistrer', { [field]: '20000' })
    expect(told.status).toBe(409)
    expect(told.mistakes[0]).toContain('10\u202f000,00')
    expect(valueOf(told, field)).toBe('20\u202f000,00')
    expect(valueOf(await form.sheet(), field)).toBe('10\u202f000,00')
    const decided = await form.press(told, 'enregistrer')
    expect(valueOf(decided, field)).toBe('20\u202f000,00')
  })
})
