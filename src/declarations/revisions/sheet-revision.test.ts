import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { confirmEverything, sendDeclared } from '../../../test/support/declaring.ts'
import { salariesOn, SheetForm, sheetPeriod, valueOf } from '../../../test/support/sheets.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { newKey, reasonField, salaryField } from '../entry/page-form.ts'

let form: SheetForm
beforeAll(async () => {
  form = await SheetForm.open()
})
afterAll(() => form.site.close())
beforeEach(async () => {
  await form.begin()
  await form.knownMembers(3)
})

async function send(typed: Record<string, string>): Promise<Screen> {
  const check = await form.press(await form.sheet(), 'controler', typed)
  const sent = await sendDeclared(form.visitor, await confirmEverything(form.visitor, check))
  if (!sent.url.includes('/recus/')) throw new Error(sent.text)
  return sent
}

const salaries = (amount: string) =>
  Object.fromEntries(form.members.map(({ id }) => [salaryField(id), amount]))

it('D5, D8: what was typed in the form is corrected in the form, from what was sent', async () => {
  const sent = await send(salaries('18000'))
  expect(sent.text).toContain('Vous repartez de votre saisie')
  const correction = await form.visitor.submit(sent, {}, `${sent.url}/corriger`)
  const sheet = paths.entry.sheet(sheetPeriod)
  expect(correction.document.querySelector(`a[href="${sheet}"]`)?.textContent).toContain(
    'Revenir à la saisie',
  )
  expect(correction.text).toContain('sans différence de montant')
  expect(correction.text).not.toContain('Corriger dans un fichier')
  expect(correction.text).not.toContain('Ajouter une ligne')
  const back = await form.sheet()
  expect(salariesOn(back)).toHaveLength(3)
  expect(valueOf(back, salaryField(form.keyOf(0)))).toBe('18\u202f000,00')
  await form.press(back, 'enregistrer', { [salaryField(form.keyOf(0))]: '19000' })
  const behind = await form.visitor.get(correction.url)
  expect(behind.text).toContain('Cette saisie a changé depuis ce contrôle')
  expect(behind.document.querySelector('form[action$="/envoyer"]')).toBeNull()
  const changed = await form.press(behind, 'controler')
  expect(changed.url).toBe(correction.url)
  expect(changed.text).toContain('Une ligne modifiée')
  expect(changed.text).toContain('Envoyer la correction : 138,00 DH de plus')
  const second = await sendDeclared(form.visitor, changed)
  expect(second.text).toContain('138,00 DH s’ajoutent')
  expect((await form.sheet()).url).toBe(second.url)
})

it('departures and reasons are found again where they were typed', async () => {
  const person = paths.entry.member({ ...sheetPeriod, id: form.keyOf(1) })
  const card = await form.visitor.get(person)
  const unpaid = { [reasonField(form.keyOf(1))]: 'Congé sans solde' }
  await form.visitor.submit(card, unpaid, person)
  const typed = Object.entries(salaries('18000')).filter(([name]) => !name.includes(form.keyOf(1)))
  const sent = await send(Object.fromEntries(typed))
  await form.visitor.submit(sent, {}, `${sent.url}/corriger`)
  const again = await form.visitor.get(person)
  expect(again.document.querySelector('input[value="Congé sans solde"]')).not.toBeNull()
})

it('a newcomer of the form is on the sheet of its correction, under the number that they were given', async () => {
  const page = paths.entry.newMember(sheetPeriod)
  const newcomer = {
    nom: 'Zoé-Marie',
    prenom: 'Khadija',
    cnie: 'be 123456',
    sexe: 'F',
    naissance: '02/02/1990',
    affiliation: '01/07/2026',
    situation: 'C',
    enfants: '0',
    [salaryField(newKey)]: '24000',
  }
  await form.visitor.submit(await form.visitor.get(page), newcomer, page)
  const sent = await send(salaries('18000'))
  const given = /9\d{8}/.exec(sent.text)?.[0] ?? '-'
  expect(sent.text).toContain('ZOE MARIE KHADIJA')
  const correction = await form.visitor.submit(sent, {}, `${sent.url}/corriger`)
  expect(correction.text).not.toContain('absent')
  const sheet = await form.sheet()
  expect(sheet.text).toContain('ZOE MARIE KHADIJA')
  expect(sheet.text).toContain(given)
  expect(salariesOn(sheet)).toHaveLength(4)
  const again = await form.press(sheet, 'controler')
  expect(again.text).toContain('sans différence de montant')
  expect((await sendDeclared(form.visitor, again)).text).toContain(given)
})

it('given up, the correction takes its sheet with it, and what was sent stands', async () => {
  const sent = await send(salaries('18000'))
  const correction = await form.visitor.submit(sent, {}, `${sent.url}/corriger`)
  await form.press(await form.sheet(), 'enregistrer', { [salaryField(form.keyOf(0))]: '77000' })
  const giving = `${correction.url}/abandonner`
  const asked = await form.visitor.get(giving)
  expect(asked.text).toContain('Ce que vous avez changé dans la saisie')
  const given = await form.visitor.submit(asked, {}, giving)
  expect(given.url).toBe(sent.url)
  expect((await form.sheet()).url).toBe(sent.url)
  await form.visitor.submit(given, {}, `${sent.url}/corriger`)
  expect(valueOf(await form.sheet(), salaryField(form.keyOf(0)))).toBe('18\u202f000,00')
})
