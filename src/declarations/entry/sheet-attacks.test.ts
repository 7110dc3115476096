import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anEmployer, aProfile, signedIn, type TestPerson } from '../../../test/support/factories.ts'
import { someMembers } from '../../../test/support/members.ts'
import { SheetForm, sheetPeriod, valueOf } from '../../../test/support/sheets.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { salaryField } from './page-form.ts'
import { sheetAt } from './sheet-address.ts'

let form: SheetForm
beforeAll(async () => {
  form = await SheetForm.open()
})
afterAll(() => form.site.close())
beforeEach(() => form.begin())

describe('who may', () => {
  it('is sent to the file when the mandate says «Fichier Préétabli»', async () => {
    const byFile = await signedIn(form.site, await aProfile(form.site, form.employer))
    const screen = await byFile.get(sheetAt(sheetPeriod))
    expect(screen.status).toBe(409)
    expect(screen.text).toContain('Vous déclarez par Fichier Préétabli')
  })

  it('changes nobody of another company, whatever key is posted (AT44, AT46)', async () => {
    await form.knownMembers(1)
    const other = await anEmployer(form.site)
    const [stranger] = await someMembers(form.site, other, { count: 1, from: 30 })
    const key = stranger?.id ?? ''
    const screen = await form.sheet()
    const csrf = valueOf(screen, 'csrf') ?? ''
    const answer = await form.visitor.post(paths.entry.sheet(sheetPeriod), {
      csrf,
      [salaryField(key)]: '1000',
    })
    expect(answer.status).toBe(409)
    expect(answer.text).not.toContain(stranger?.number ?? '-')
    const page = await form.visitor.get(paths.entry.member({ ...sheetPeriod, id: key }))
    expect(page.status).toBe(404)
    const back = await form.visitor.post(paths.entry.reinstate({ ...sheetPeriod, id: key }), {
      csrf,
    })
    expect(back.status).toBe(404)
    const rows = await form.site.database.ownerQuery(
      'select 1 from entry_draft_rows where membership_id = $1',
      [key],
    )
    expect(rows).toEqual([])
  })

  it('does not save for one company a page opened for another (AT51)', async () => {
    await form.knownMembers(1)
    const souss = await anEmployer(form.site)
    const accountant = await aProfile(form.site, form.employer, {
      service: 'declaration_external',
      mode: 'form',
      alsoFor: [souss],
    })
    const person = await signedIn(form.site, accountant, form.employer)
    const page = await person.get(sheetAt(sheetPeriod))
    await person.submit(
      await person.get(paths.declarations.board()),
      {},
      paths.declarations.takeInHand({ id: souss.id }),
    )
    const answer = await form.press(
      page,
      'enregistrer',
      { [salaryField(form.keyOf(0))]: '1' },
      person,
    )
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('autre entreprise')
    // One press takes the company back in hand and sends what was typed, as a browser repeats a form.
    const offered = answer.document.querySelector('main form')
    const action = offered?.getAttribute('action') ?? ''
    const typed = Object.fromEntries(
      (offered?.querySelectorAll('input') ?? []).map((one) => [
        one.getAttribute('name') ?? '',
        one.getAttribute('value') ?? '',
      ]),
    )
    expect(answer.text).toContain(`Revenir à ${form.employer.name}`)
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
    const kept = await person.get(sheetAt(sheetPeriod))
    expect(kept.title).toContain(form.employer.name)
    expect(
      kept.document.querySelector(`[name="${salaryField(form.keyOf(0))}"]`)?.getAttribute('value'),
    ).toMatch(/^1\b/)
  })

  it('D4: brings back the salaries of a page sent once its session was over', async () => {
    await form.knownMembers(1)
    const page = await form.sheet()
    form.visitor.cookies.delete('__Host-session')
    const over = await form.press(page, 'enregistrer', { [salaryField(form.keyOf(0))]: '4321' })
    expect(over.text).toContain('Ce que vous aviez saisi est gardé')
    const back = await signInAgain(form.visitor, over, form.clerk)
    expect(valueOf(back, salaryField(form.keyOf(0)))).toBe('4321')
  })

  it('D9: gives them back to a firm’s person with their company, in one press', async () => {
    await form.knownMembers(1)
    const accountant = await aProfile(form.site, form.employer, {
      service: 'declaration_external',
      mode: 'form',
      alsoFor: [await anEmployer(form.site)],
    })
    const person = await signedIn(form.site, accountant, form.employer)
    const page = await person.get(sheetAt(sheetPeriod))
    person.cookies.delete('__Host-session')
    const over = await form.press(
      page,
      'enregistrer',
      { [salaryField(form.keyOf(0))]: '4321' },
      person,
    )
    const back = await signInAgain(person, over, accountant)
    expect(back.text).toContain(`Revenir à ${form.employer.name}`)
    expect(valueOf(back, salaryField(form.keyOf(0)))).toBe('4321')
  })
})

function signInAgain(who: Visitor, over: Screen, { login, password }: TestPerson): Promise<Screen> {
  const door = over.document.querySelector('main a.button')?.getAttribute('href') ?? ''
  return who
    .get(door)
    .then((page) => who.submit(page, { login, password }, '/connexion/teledeclaration'))
}
