import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { confirmEverything, sendDeclared, sendFile } from '../../../test/support/declaring.ts'
import { aProfile, signedIn } from '../../../test/support/factories.ts'
import { SheetForm, sheetPeriod, valueOf } from '../../../test/support/sheets.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { exampleLine } from '../checking/example-line.ts'
import { salaryField } from './page-form.ts'

let form: SheetForm

beforeAll(async () => {
  form = await SheetForm.open()
})
beforeEach(async () => {
  await form.begin()
  await form.knownMembers(2)
  await form.press(await form.sheet(), 'enregistrer', { [salaryField(form.keyOf(0))]: '36000' })
})
afterAll(() => form.site.close())

/** A colleague's file of the same quarter, ready to be sent, and the press that sends it. */
async function fileOfColleague() {
  const colleague = await signedIn(form.site, await aProfile(form.site, form.employer))
  const line = exampleLine({
    employerNumber: form.employer.number,
    memberNumber: '000200001',
    year: '2026',
  })
  const check = await confirmEverything(colleague, await sendFile(colleague, sheetPeriod, line))
  const send = (shown: Screen, typed: Record<string, string> = {}) =>
    colleague.submit(shown, typed, `${check.url}/envoyer`)
  return { check, send }
}

it('a file is not sent over a sheet that somebody types, unless that is said', async () => {
  const { check, send } = await fileOfColleague()
  expect(check.text).toMatch(/Une saisie de cette période est aussi en cours.: 1.affilié/)
  const refused = await send(check)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Rien n’est parti : une saisie de cette période est en cours')
  expect(valueOf(await form.sheet(), salaryField(form.keyOf(0)))).toBe('36\u202f000,00')
  const sent = await send(refused, { saisie: 'on' })
  expect(sent.text).toContain('La déclaration est envoyée')
})

it('a sheet of which nothing is typed any more is not asked about', async () => {
  await form.press(await form.sheet(), 'enregistrer', { [salaryField(form.keyOf(0))]: '' })
  const { check, send } = await fileOfColleague()
  expect(check.text).not.toContain('est aussi en cours')
  expect((await send(check)).text).toContain('La déclaration est envoyée')
})

it('what the sheet itself made is sent as before', async () => {
  const typed = { [salaryField(form.keyOf(1))]: '24000' }
  const check = await form.press(await form.sheet(), 'controler', typed)
  expect(check.text).not.toContain('est aussi en cours')
  const sent = await sendDeclared(form.visitor, await confirmEverything(form.visitor, check))
  expect(sent.url).toContain(paths.declarations.receipt({ id: '' }))
})
