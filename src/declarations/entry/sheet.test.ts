import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { aSentDeclaration, someMembers, type TestMember } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { leftField, reasonField, salaryField } from './page-form.ts'
import { sheetAt } from './sheet-address.ts'

const period = { category: '01', quarter: '2026T3' }
const before = { year: 2026, quarter: 2 } as const

let site: TestSite
let employer: TestEmployer
let clerk: TestPerson
let visitor: Visitor
let members: TestMember[]

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  employer = await anEmployer(site)
  clerk = await aProfile(site, employer, { mode: 'form' })
  visitor = await signedIn(site, clerk)
  members = []
})

const sheet = (look: Parameters<typeof sheetAt>[1] = {}) => visitor.get(sheetAt(period, look))

/** Fills a page of the sheet and presses one of its buttons. */
function press(screen: Screen, vers: string, typed: Record<string, string> = {}, who = visitor) {
  return who.submit(screen, { ...typed, vers }, paths.entry.sheet(period))
}

async function knownMembers(count: number): Promise<void> {
  members = await someMembers(site, employer, { count })
}

async function declaredBefore(dirhams = 18_000): Promise<void> {
  const salaries = members.map((member) => ({ member, dirhams }))
  await aSentDeclaration(site, employer, clerk, { quarter: before, salaries })
}

const keyOf = (index: number) => members[index]?.id ?? ''
const valueOf = (screen: Screen, name: string) =>
  screen.document.querySelector(`input[name="${name}"]`)?.getAttribute('value')
const salariesOn = (screen: Screen) => screen.document.querySelectorAll('input[name^="salaire-"]')

describe('the sheet', () => {
  it('carries the members over from the last quarter, with what was declared then', async () => {
    await knownMembers(2)
    await declaredBefore()
    const screen = await sheet()
    expect(screen.text).toContain('Salaire du 2e trimestre 2026')
    expect(screen.text).toContain('18 000,00')
    expect(salariesOn(screen).map((one) => one.getAttribute('value'))).toEqual(['', ''])
  })

  it('is declared in eight presses by a company of forty', async () => {
    await knownMembers(40)
    await declaredBefore()
    const start = await visitor.get(paths.declarations.period(period))
    expect(start.text).toContain('Commencer la saisie')
    const carried = await press(await sheet(), 'reprendre')
    expect(carried.text).toContain('40 salaires du 2e trimestre 2026 sont repris')
    expect(salariesOn(carried)).toHaveLength(25)
    const second = await press(carried, 'confirmer')
    expect(second.text).toContain('Confirmer les 15 salaires repris et contrôler la saisie')
    const check = await press(second, 'confirmer-controler')
    expect(check.url).toMatch(/\/teledeclaration\/controles\//)
    expect(check.text).toContain('40 lignes sont prêtes')
    const sent = await visitor.submit(check, {}, `${check.url}/envoyer`)
    expect(sent.text).toContain('La déclaration est envoyée')
    const drafts = await site.database.ownerQuery(
      'select 1 from entry_drafts where employer_id = $1',
      [employer.id],
    )
    expect(drafts).toEqual([])
  })

  it('never takes a salary carried over for a salary confirmed', async () => {
    await knownMembers(2)
    await declaredBefore()
    const carried = await press(await sheet(), 'reprendre')
    expect(carried.text).toContain('Repris, à confirmer')
    const saved = await press(carried, 'enregistrer')
    expect(saved.text).toContain('Repris, à confirmer')
    const refused = await press(saved, 'controler')
    expect(refused.status).toBe(422)
    expect(refused.mistakes[0]).toMatch(/^2 affiliés restent à compléter ou à confirmer/)
    const changed = await press(refused, 'enregistrer', { [salaryField(keyOf(0))]: '20000' })
    expect(changed.text.match(/Repris, à confirmer/g)).toHaveLength(1)
  })

  it('keeps what was typed for another tab, another person, another day', async () => {
    await knownMembers(2)
    await press(await sheet(), 'enregistrer', { [salaryField(keyOf(0))]: '36000.25' })
    const colleague = await signedIn(site, await aProfile(site, employer, { mode: 'form' }))
    const screen = await colleague.get(sheetAt(period))
    expect(valueOf(screen, salaryField(keyOf(0)))).toBe('36\u202f000,25')
    expect(screen.text).toMatch(/Enregistré le .* par Salma Berrada/)
  })

  it('finds the sheet as it was left when the session ended meanwhile (US18)', async () => {
    await knownMembers(1)
    await press(await sheet(), 'enregistrer', { [salaryField(keyOf(0))]: '36000,25' })
    site.clock.advance(25 * 60_000)
    expect((await sheet()).url).toContain('connexion')
    const again = await signedIn(site, clerk)
    const screen = await again.get(sheetAt(period))
    expect(valueOf(screen, salaryField(keyOf(0)))).toBe('36\u202f000,25')
  })

  it('keeps a mistake as well, at its place, until it is corrected (US7)', async () => {
    await knownMembers(2)
    const wrong = await press(await sheet(), 'suite', {
      [salaryField(keyOf(0))]: '36000,2x',
      [salaryField(keyOf(1))]: '24000',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.title).toMatch(/^Erreur/)
    expect(wrong.mistakes).toHaveLength(1)
    const link = wrong.document.querySelector('.error-summary a')?.getAttribute('href') ?? ''
    expect(wrong.document.querySelector(link)?.getAttribute('value')).toBe('36000,2x')
    const later = await sheet()
    expect(valueOf(later, salaryField(keyOf(0)))).toBe('36000,2x')
    expect(valueOf(later, salaryField(keyOf(1)))).toBe('24\u202f000,00')
  })

  it('finds somebody by name or number, and saves the page first', async () => {
    await knownMembers(40)
    const [first] = members
    const found = await press(await sheet(), 'chercher', {
      [salaryField(keyOf(5))]: '12000',
      nom: '000200030',
    })
    expect(salariesOn(found)).toHaveLength(1)
    expect(found.text).toContain('1 sur 40')
    const named = await press(found, 'chercher', { nom: `${first?.lastName} ${first?.firstName}` })
    expect(salariesOn(named)).toHaveLength(1)
  })

  it('adds up lines rounded half up, over every page', async () => {
    await knownMembers(26)
    const page = await sheet()
    const [one] = salariesOn(page)
    const next = await press(page, 'suite', { [one?.getAttribute('name') ?? '']: '36000,25' })
    expect(next.url).toContain('page=2')
    const [other] = salariesOn(next)
    const saved = await press(next, 'enregistrer', {
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
    await knownMembers(2)
    const colleague = await signedIn(site, await aProfile(site, employer, { mode: 'form' }))
    const mine = await sheet()
    const theirs = await colleague.get(sheetAt(period))
    await press(theirs, 'enregistrer', { [salaryField(keyOf(0))]: '10000' }, colleague)
    const saved = await press(mine, 'enregistrer', { [salaryField(keyOf(1))]: '20000' })
    expect(saved.status).toBe(200)
    expect(valueOf(saved, salaryField(keyOf(0)))).toBe('10\u202f000,00')
    expect(valueOf(saved, salaryField(keyOf(1)))).toBe('20\u202f000,00')
  })

  it('do not overwrite each other: both values are shown, and the next save decides', async () => {
    await knownMembers(1)
    const colleague = await signedIn(site, await aProfile(site, employer, { mode: 'form' }))
    const mine = await sheet()
    const theirs = await colleague.get(sheetAt(period))
    const field = salaryField(keyOf(0))
    await press(theirs, 'enregistrer', { [field]: '10000' }, colleague)
    const told = await press(mine, 'enregistrer', { [field]: '20000' })
    expect(told.status).toBe(409)
    expect(told.mistakes[0]).toContain('10\u202f000,00')
    expect(valueOf(told, field)).toBe('20\u202f000,00')
    expect(valueOf(await sheet(), field)).toBe('10\u202f000,00')
    const decided = await press(told, 'enregistrer')
    expect(valueOf(decided, field)).toBe('20\u202f000,00')
  })
})

describe('what is not a salary', () => {
  async function say(typed: Record<string, string>): Promise<Screen> {
    const address = { ...period, id: keyOf(0) }
    const card = await visitor.get(paths.entry.member(address))
    return visitor.submit(card, typed, paths.entry.memberQuarter(address))
  }

  it('is a departure of the quarter, written as one', async () => {
    await knownMembers(1)
    const back = await say({
      [salaryField(keyOf(0))]: '12000',
      [leftField(keyOf(0))]: '31/08/2026',
    })
    expect(back.text).toContain('Départ 31/08/2026')
    const check = await press(back, 'controler')
    expect(check.url).toContain('/controles/')
    const [line] = await site.database.ownerQuery<{ record_code: string; exit_on: string }>(
      `select record_code, exit_on::text from declaration_lines where employer_id = $1`,
      [employer.id],
    )
    expect(line).toEqual({ record_code: '7', exit_on: '2026-08-31' })
  })

  it('is a quarter without pay, whose reason is asked once', async () => {
    await knownMembers(1)
    const back = await say({ [reasonField(keyOf(0))]: 'Congé sans solde' })
    expect(back.text).toContain('Non payé')
    const check = await press(back, 'controler')
    expect(check.text).toContain('Confirmé : Congé sans solde')
    expect(check.document.querySelectorAll('form[action$="/confirmer"]')).toHaveLength(0)
    expect(check.document.querySelectorAll('form[action$="/envoyer"]')).toHaveLength(1)
  })

  it('is told wrong at its place, and kept', async () => {
    await knownMembers(1)
    const wrong = await say({ [salaryField(keyOf(0))]: '5', [leftField(keyOf(0))]: '31/02/2026' })
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual([
      'La date de départ de SALMA BENNANI n’existe pas. Écrivez-la sous la forme JJ/MM/AAAA.',
    ])
    expect(valueOf(await sheet(), salaryField(keyOf(0)))).toBe('5,00')
    const asked = await press(await sheet(), 'controler')
    expect(asked.status).toBe(422)
  })

  it('leads from a mistake on the sheet to the card that mends it', async () => {
    await knownMembers(1)
    const zero = await press(await sheet(), 'suite', { [salaryField(keyOf(0))]: '0' })
    expect(zero.mistakes[0]).toContain('Dites pourquoi SALMA BENNANI n’est pas payé')
    const card = await press(zero, `fiche-${keyOf(0)}`)
    expect(card.url).toBe(paths.entry.member({ ...period, id: keyOf(0) }))
  })

  it('is nothing yet: nobody is left out in silence', async () => {
    await knownMembers(3)
    const left = await press(await sheet(), 'controler', { [salaryField(keyOf(0))]: '12000' })
    expect(left.status).toBe(422)
    expect(salariesOn(left)).toHaveLength(2)
  })
})

describe('going back after a check', () => {
  it('keeps the declaration and the doubts that were confirmed, by member', async () => {
    await knownMembers(3)
    await declaredBefore()
    const typed = Object.fromEntries(members.map(({ id }) => [salaryField(id), '18000']))
    const raised = { ...typed, [salaryField(keyOf(1))]: '90000' }
    const check = await press(await sheet(), 'controler', raised)
    const confirmed = await visitor.submit(check, { raison: 'Prime' }, `${check.url}/confirmer`)
    expect(confirmed.text).toContain('Confirmé : Prime')
    const back = await sheet()
    expect(back.text).toContain('Cette saisie a été contrôlée')
    const again = await press(back, 'controler', { [salaryField(keyOf(0))]: '18500' })
    expect(again.url).toBe(check.url)
    expect(again.text).toContain('Confirmé : Prime')
    expect(again.document.querySelectorAll('form[action$="/envoyer"]')).toHaveLength(1)
  })

  it('shows in the form what the engine asks, beside the member', async () => {
    await knownMembers(2)
    await declaredBefore()
    const typed = { [salaryField(keyOf(0))]: '90000', [salaryField(keyOf(1))]: '18000' }
    await press(await sheet(), 'controler', typed)
    const back = await sheet()
    expect(back.text).toMatch(/Au dernier contrôle : .*90 000,00/)
  })
})

describe('a finding', () => {
  async function doubtful(): Promise<Screen> {
    await knownMembers(2)
    await declaredBefore()
    const typed = { [salaryField(keyOf(0))]: '18000', [salaryField(keyOf(1))]: '90000' }
    return press(await sheet(), 'controler', typed)
  }

  it('names the member, and leads back to their field rather than to a column', async () => {
    const check = await doubtful()
    expect(check.text).not.toMatch(/colonne/)
    const link = check.document
      .querySelectorAll('a')
      .find((one) => /\/saisie\/\d/.test(one.getAttribute('href') ?? ''))
    expect(link?.text).toBe(`${members[1]?.firstName} ${members[1]?.lastName}`)
    const led = await visitor.raw(link?.getAttribute('href') ?? '')
    const target = led.headers.get('location') ?? ''
    expect(target).toContain(`affilie=${keyOf(1)}`)
    expect(target).toMatch(new RegExp(`#champ-salaire-${keyOf(1)}$`))
  })

  it('is corrected in the form and nowhere else, so that the form is what is sent', async () => {
    const check = await doubtful()
    expect(check.document.querySelectorAll('form[action$="/corriger"]')).toHaveLength(0)
    expect(check.text).toContain('Revenir à la saisie')
    const line = await visitor.get(`${check.url}/lignes/1`)
    const answer = await visitor.submit(line, { salary: '1' }, `${check.url}/lignes/1`)
    expect(answer.text).toContain('corrigez-la dans la saisie')
  })
})

describe('who may', () => {
  it('is sent to the file when the mandate says «Fichier Préétabli»', async () => {
    const byFile = await signedIn(site, await aProfile(site, employer))
    const screen = await byFile.get(sheetAt(period))
    expect(screen.status).toBe(409)
    expect(screen.text).toContain('Votre mandat prévoit le Fichier Préétabli')
  })

  it('changes nobody of another company, whatever key is posted (AT44, AT46)', async () => {
    await knownMembers(1)
    const other = await anEmployer(site)
    const [stranger] = await someMembers(site, other, { count: 1, from: 30 })
    const key = stranger?.id ?? ''
    const screen = await sheet()
    const csrf = valueOf(screen, 'csrf') ?? ''
    const answer = await visitor.post(paths.entry.sheet(period), {
      csrf,
      [salaryField(key)]: '1000',
    })
    expect(answer.status).toBe(409)
    expect(answer.text).not.toContain(stranger?.number ?? '-')
    const page = await visitor.get(paths.entry.member({ ...period, id: key }))
    expect(page.status).toBe(404)
    const back = await visitor.post(paths.entry.reinstate({ ...period, id: key }), { csrf })
    expect(back.status).toBe(404)
    const rows = await site.database.ownerQuery(
      'select 1 from entry_draft_rows where membership_id = $1',
      [key],
    )
    expect(rows).toEqual([])
  })

  it('does not save for one company a page opened for another (AT51)', async () => {
    await knownMembers(1)
    const souss = await anEmployer(site)
    const accountant = await aProfile(site, employer, {
      service: 'declaration_external',
      mode: 'form',
      alsoFor: [souss],
    })
    const person = await signedIn(site, accountant, employer)
    const page = await person.get(sheetAt(period))
    await person.submit(
      await person.get(paths.declarations.board()),
      {},
      paths.declarations.takeInHand({ id: souss.id }),
    )
    const answer = await press(page, 'enregistrer', { [salaryField(keyOf(0))]: '1' }, person)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('autre entreprise')
    // One press takes the company back in hand and sends what was typed, as a browser repeats a form.
    const form = answer.document.querySelector('main form')
    const action = form?.getAttribute('action') ?? ''
    const typed = Object.fromEntries(
      (form?.querySelectorAll('input') ?? []).map((one) => [
        one.getAttribute('name') ?? '',
        one.getAttribute('value') ?? '',
      ]),
    )
    expect(answer.text).toContain(`Revenir à ${employer.name}`)
    const elsewhere = await person.post(
      action.replace(/retour=.*/, 'retour=https://mal.example'),
      typed,
    )
    expect(elsewhere.status).toBe(303)
    await person.submit(
      await person.get(paths.declarations.board()),
      {},
      paths.declarations.takeInHand({ id: souss.id }),
    )
    const onward = await person.post(action, typed)
    expect(onward.status).toBe(307)
    const saved = await person.post(onward.headers.get('location') ?? '', typed)
    expect(saved.status).toBe(303)
    const kept = await person.get(sheetAt(period))
    expect(kept.title).toContain(employer.name)
    expect(
      kept.document.querySelector(`[name="${salaryField(keyOf(0))}"]`)?.getAttribute('value'),
    ).toMatch(/^1\b/)
  })

  it('D4: brings back the salaries of a page sent once its session was over', async () => {
    await knownMembers(1)
    const page = await sheet()
    visitor.cookies.delete('__Host-session')
    const over = await press(page, 'enregistrer', { [salaryField(keyOf(0))]: '4321' })
    expect(over.text).toContain('Ce que vous aviez saisi est gardé')
    const back = await signInAgain(visitor, over, clerk)
    expect(valueOf(back, salaryField(keyOf(0)))).toBe('4321')
  })

  it('D9: gives them back to a firm’s person with their company, in one press', async () => {
    await knownMembers(1)
    const accountant = await aProfile(site, employer, {
      service: 'declaration_external',
      mode: 'form',
      alsoFor: [await anEmployer(site)],
    })
    const person = await signedIn(site, accountant, employer)
    const page = await person.get(sheetAt(period))
    person.cookies.delete('__Host-session')
    const over = await press(page, 'enregistrer', { [salaryField(keyOf(0))]: '4321' }, person)
    const back = await signInAgain(person, over, accountant)
    expect(back.text).toContain(`Revenir à ${employer.name}`)
    expect(valueOf(back, salaryField(keyOf(0)))).toBe('4321')
  })
})

function signInAgain(who: Visitor, over: Screen, { login, password }: TestPerson): Promise<Screen> {
  const door = over.document.querySelector('main a.button')?.getAttribute('href') ?? ''
  return who
    .get(door)
    .then((page) => who.submit(page, { login, password }, '/connexion/teledeclaration'))
}
