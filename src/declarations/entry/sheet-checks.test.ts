import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { salariesOn, SheetForm, sheetPeriod, valueOf } from '../../../test/support/sheets.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { leftField, reasonField, salaryField } from './page-form.ts'

let form: SheetForm
beforeAll(async () => {
  form = await SheetForm.open()
})
afterAll(() => form.site.close())
beforeEach(() => form.begin())

describe('what is not a salary', () => {
  async function say(typed: Record<string, string>): Promise<Screen> {
    const address = { ...sheetPeriod, id: form.keyOf(0) }
    const card = await form.visitor.get(paths.entry.member(address))
    return form.visitor.submit(card, typed, paths.entry.memberQuarter(address))
  }

  it('is a departure of the quarter, written as one', async () => {
    await form.knownMembers(1)
    const back = await say({
      [salaryField(form.keyOf(0))]: '12000',
      [leftField(form.keyOf(0))]: '31/08/2026',
    })
    expect(back.text).toContain('Départ 31/08/2026')
    const check = await form.press(back, 'controler')
    expect(check.url).toContain('/controles/')
    const [line] = await form.site.database.ownerQuery<{ record_code: string; exit_on: string }>(
      `select record_code, exit_on::text from declaration_lines where employer_id = $1`,
      [form.employer.id],
    )
    expect(line).toEqual({ record_code: '7', exit_on: '2026-08-31' })
  })

  it('is a quarter without pay, whose reason is asked once', async () => {
    await form.knownMembers(1)
    const back = await say({ [reasonField(form.keyOf(0))]: 'Congé sans solde' })
    expect(back.text).toContain('Non payé')
    const check = await form.press(back, 'controler')
    expect(check.text).toContain('Confirmé : Congé sans solde')
    expect(check.document.querySelectorAll('form[action$="/confirmer"]')).toHaveLength(0)
    expect(check.document.querySelectorAll('form[action$="/envoyer"]')).toHaveLength(1)
  })

  it('is told wrong at its place, and kept', async () => {
    await form.knownMembers(1)
    const wrong = await say({
      [salaryField(form.keyOf(0))]: '5',
      [leftField(form.keyOf(0))]: '31/02/2026',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toEqual([
      'La date de départ de BENNANI SALMA n’existe pas. Écrivez-la sous la forme JJ/MM/AAAA.',
    ])
    expect(valueOf(await form.sheet(), salaryField(form.keyOf(0)))).toBe('5,00')
    const asked = await form.press(await form.sheet(), 'controler')
    expect(asked.status).toBe(422)
  })

  it('leads from a mistake on the sheet to the card that mends it', async () => {
    await form.knownMembers(1)
    const zero = await form.press(await form.sheet(), 'enregistrer', {
      [salaryField(form.keyOf(0))]: '0',
    })
    expect(zero.mistakes[0]).toContain('Dites pourquoi BENNANI SALMA n’est pas payé')
    const card = await form.press(zero, `fiche-${form.keyOf(0)}`)
    expect(card.url).toBe(paths.entry.member({ ...sheetPeriod, id: form.keyOf(0) }))
  })

  it('is nothing yet: nobody is left out in silence', async () => {
    await form.knownMembers(3)
    const left = await form.press(await form.sheet(), 'controler', {
      [salaryField(form.keyOf(0))]: '12000',
    })
    expect(left.status).toBe(422)
    expect(salariesOn(left)).toHaveLength(2)
  })
})

describe('going back after a check', () => {
  it('keeps the declaration and the doubts that were confirmed, by member', async () => {
    await form.knownMembers(3)
    await form.declaredBefore()
    const typed = Object.fromEntries(form.members.map(({ id }) => [salaryField(id), '18000']))
    const raised = { ...typed, [salaryField(form.keyOf(1))]: '24000' }
    const check = await form.press(await form.sheet(), 'controler', raised)
    const confirmed = await form.visitor.submit(
      check,
      { raison: 'Prime de fin d’année' },
      `${check.url}/confirmer`,
    )
    expect(confirmed.text).toContain('Confirmé : Prime de fin d’année')
    const back = await form.sheet()
    expect(back.text).toContain('Cette saisie a été contrôlée')
    const again = await form.press(back, 'controler', { [salaryField(form.keyOf(0))]: '18500' })
    expect(again.url).toBe(check.url)
    expect(again.text).toContain('Confirmé : Prime de fin d’année')
    expect(again.document.querySelectorAll('form[action$="/envoyer"]')).toHaveLength(1)
  })

  it('shows in the form what the engine asks, beside the member', async () => {
    await form.knownMembers(2)
    await form.declaredBefore()
    const typed = { [salaryField(form.keyOf(0))]: '90000', [salaryField(form.keyOf(1))]: '18000' }
    await form.press(await form.sheet(), 'controler', typed)
    const back = await form.sheet()
    expect(back.text).toMatch(/Au dernier contrôle : .*90 000,00/)
  })
})

describe('a sheet that was saved after its check', () => {
  const salaries = (amount: string) => ({ [salaryField(form.keyOf(0))]: amount })

  it('is not sent as it was: it is checked again first, and what was typed last is what goes', async () => {
    await form.knownMembers(1)
    const check = await form.press(await form.sheet(), 'controler', salaries('13600'))
    await form.press(await form.sheet(), 'enregistrer', salaries('20000'))
    const refused = await form.visitor.submit(check, {}, `${check.url}/envoyer`)
    expect(refused.mistakes[0]).toContain('La saisie a changé depuis ce contrôle')
    const stale = await form.visitor.get(check.url)
    expect(stale.text).toContain('Cette saisie a changé depuis ce contrôle')
    expect(stale.document.querySelectorAll('form[action$="/envoyer"]')).toHaveLength(0)
    const again = await form.press(stale, 'controler')
    expect(again.url).toBe(check.url)
    expect(again.text).toMatch(/20\s000,00/)
    const sent = await form.visitor.submit(again, {}, `${check.url}/envoyer`)
    expect(sent.url).toContain('/recus/')
    expect(sent.text).toMatch(/20\s000,00/)
  })

  it('stays ready while nothing is changed', async () => {
    await form.knownMembers(1)
    const check = await form.press(await form.sheet(), 'controler', salaries('13600'))
    await form.press(await form.sheet(), 'enregistrer', salaries('13600'))
    const sent = await form.visitor.submit(check, {}, `${check.url}/envoyer`)
    expect(sent.url).toContain('/recus/')
  })

  it('whoever types after it went is told that this is not in it', async () => {
    await form.knownMembers(1)
    const check = await form.press(await form.sheet(), 'controler', salaries('13600'))
    const open = await form.sheet()
    await form.visitor.submit(check, {}, `${check.url}/envoyer`)
    const late = await form.press(open, 'enregistrer', salaries('20000'))
    expect(late.url).toContain('/recus/')
    expect(late.text).toContain('ce que vous venez de saisir n’y est pas')
  })
})

describe('a finding', () => {
  async function doubtful(): Promise<Screen> {
    await form.knownMembers(2)
    await form.declaredBefore()
    const typed = { [salaryField(form.keyOf(0))]: '18000', [salaryField(form.keyOf(1))]: '90000' }
    return form.press(await form.sheet(), 'controler', typed)
  }

  it('names the member, and leads back to their field rather than to a column', async () => {
    const check = await doubtful()
    expect(check.text).not.toMatch(/colonne/)
    const link = check.document
      .querySelectorAll('a')
      .find((one) => /\/saisie\/\d/.test(one.getAttribute('href') ?? ''))
    expect(link?.text).toBe(`${form.members[1]?.lastName} ${form.members[1]?.firstName}`)
    const led = await form.visitor.raw(link?.getAttribute('href') ?? '')
    const target = led.headers.get('location') ?? ''
    expect(target).toContain(`affilie=${form.keyOf(1)}`)
    expect(target).toMatch(new RegExp(`#champ-salaire-${form.keyOf(1)}$`))
  })

  it('is corrected in the form and nowhere else, so that the form is what is sent', async () => {
    const check = await doubtful()
    expect(check.document.querySelectorAll('form[action$="/corriger"]')).toHaveLength(0)
    expect(check.text).toContain('Revenir à la saisie')
    const line = await form.visitor.get(`${check.url}/lignes/1`)
    const answer = await form.visitor.submit(line, { salary: '1' }, `${check.url}/lignes/1`)
    expect(answer.text).toContain('corrigez-la dans la saisie')
  })
})
