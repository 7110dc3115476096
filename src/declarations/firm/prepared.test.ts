import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { someMembers } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { salaryField } from '../entry/page-form.ts'
import { sheetAt } from '../entry/sheet-address.ts'
import { isOurs, preparedOf } from './prepared.ts'

const period = { category: '01', quarter: '2026T3' }

let site: TestSite
let atlas: TestEmployer
let souss: TestEmployer
let oasis: TestEmployer
let person: TestPerson
let clerk: TestPerson
let visitor: Visitor

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  souss = await anEmployer(site, { name: 'Souss Agrumes SARL' })
  oasis = await anEmployer(site, { name: 'Oasis Conserves SA' })
  const mandate = { service: 'declaration_external', mode: 'form' } as const
  person = await aProfile(site, atlas, {
    ...mandate,
    firstName: 'Salma',
    lastName: 'Bennani',
    alsoFor: [souss, oasis],
  })
  clerk = await aProfile(site, souss, { mode: 'form', firstName: 'Hind', lastName: 'Ouazzani' })
  visitor = await signedIn(site, { ...person, employerId: null })
  await declare(person, atlas)
  await declare(clerk, souss)
})

/** Declares by form up to the check. */
async function declare(who: TestPerson, employer: TestEmployer): Promise<void> {
  const [member] = await someMembers(site, employer, { count: 1 })
  const inHand = await signedIn(site, who, employer)
  const typed = { [salaryField(member?.id ?? '')]: '36000,25', vers: 'controler' }
  await inHand.submit(await inHand.get(sheetAt(period)), typed, paths.entry.sheet(period))
}

const sendPage = () => visitor.get(paths.firm.send())

const rowOf = (screen: Screen, employer: TestEmployer) =>
  screen.document.querySelectorAll('tbody tr').find((row) => row.text.includes(employer.number))

const checkIn = (place: string) => paths.declarations.check({ id: place.split(':')[1] ?? '' })

const isTicked = (screen: Screen, employer: TestEmployer) =>
  rowOf(screen, employer)?.querySelector('input[checked]') !== null

const mails = () =>
  site.database.ownerQuery<{ recipient: string; props: Record<string, string> }>(
    `select recipient, props from mails where template = 'declaration-sent' and employer_id = any($1)`,
    [[atlas.id, souss.id]],
  )

describe('what a firm is about to send', () => {
  it('is ticked where the firm prepared it; the rest says by whom and when', async () => {
    const screen = await sendPage()
    expect(isTicked(screen, atlas)).toBe(true)
    expect(rowOf(screen, atlas)?.text).toMatch(/Vous\s*le /)
    expect(isTicked(screen, souss)).toBe(false)
    expect(rowOf(screen, souss)?.text).toMatch(/Hind Ouazzani\s*le /)
    expect(screen.text).toContain(
      'Une déclaration a été préparée ou modifiée hors de votre cabinet',
    )
  })

  it('leads to the check of what somebody else prepared, with its company in hand', async () => {
    const screen = await sendPage()
    const look = rowOf(screen, souss)?.querySelector('button')
    const at = look?.getAttribute('formaction') ?? ''
    const csrf =
      screen.document.querySelector('#regarder input[name=csrf]')?.getAttribute('value') ?? ''
    await visitor.post(at, { csrf, page: look?.getAttribute('value') ?? '' })
    const page = await visitor.get(checkIn(look?.getAttribute('value') ?? ''))
    expect(page.title).toContain('Souss Agrumes SARL')
  })

  it('is no longer ticked once the company changed what the firm prepared', async () => {
    const own = await aProfile(site, atlas, { mode: 'form', firstName: 'Karim', lastName: 'Tazi' })
    await declareAgain(own, atlas)
    const screen = await sendPage()
    expect(isTicked(screen, atlas)).toBe(false)
    expect(rowOf(screen, atlas)?.text).toMatch(/Vous\s*le /)
    expect(rowOf(screen, atlas)?.text).toContain('Modifiée depuis par Karim Tazi')
  })

  it('stays ticked when a colleague of the firm prepared it', async () => {
    const names = { firstName: 'Youssef', lastName: 'Alami' }
    const service = 'declaration_external'
    await declare(await aProfile(site, oasis, { service, mode: 'form', ...names }), oasis)
    const screen = await sendPage()
    expect(isTicked(screen, oasis)).toBe(true)
    expect(rowOf(screen, oasis)?.text).toMatch(/Youssef Alami\s*le /)
  })

  it('comes back with the ticks of its reader', async () => {
    const screen = await sendPage()
    const wrong = await visitor.submit(screen, { declaration: [] }, paths.firm.send())
    expect(wrong.status).toBe(422)
    expect(wrong.document.querySelectorAll('input[name=declaration][checked]')).toHaveLength(0)
  })
})

async function declareAgain(who: TestPerson, employer: TestEmployer): Promise<void> {
  const inHand = await signedIn(site, who, employer)
  const sheet = await inHand.get(sheetAt(period))
  const field = sheet.document.querySelector('input.is-amount')?.getAttribute('name') ?? ''
  const typed = { [field]: '40000', vers: 'controler' }
  await inHand.submit(sheet, typed, paths.entry.sheet(period))
}

/** Every box ticked, and sent. */
async function sendAll(): Promise<Screen> {
  const screen = await sendPage()
  const all = screen.document
    .querySelectorAll('input[name=declaration]')
    .map((one) => one.getAttribute('value') ?? '')
  return visitor.submit(screen, { declaration: all }, paths.firm.send())
}

describe('whoever prepared a declaration', () => {
  it('hears that the firm sent it, with its receipt', async () => {
    expect((await sendAll()).text).toMatch(/2.déclarations de 2.entreprises sont envoyées/)
    const told = await mails()
    expect(told).toHaveLength(1)
    expect(told[0]?.recipient).toBe(clerk.email)
    expect(told[0]?.props).toMatchObject({
      employerName: 'Souss Agrumes SARL',
      by: 'Salma Bennani',
      firm: 'Fiduciaire Al Amal',
      quarter: '2026T3',
    })
    expect(told[0]?.props['receipt']).toMatch(/^R-2026T3-/)
  })

  it.each([
    ['has ended', `update mandates set until_on = '2026-09-30' where profile_id = $1`],
    [
      'is for that category no more',
      'delete from mandate_categories where mandate_id in (select id from mandates where profile_id = $1)',
    ],
  ])('hears nothing once their mandate %s', async (_what, change) => {
    await site.database.ownerQuery(change, [clerk.id])
    expect((await sendAll()).text).toMatch(/2.déclarations de 2.entreprises sont envoyées/)
    expect(await mails()).toEqual([])
  })

  it('hears nothing of what they send themselves', async () => {
    const inHand = await signedIn(site, clerk)
    const [check] = await site.database.ownerQuery<{ id: string }>(
      `select id from declarations where employer_id = $1 and state = 'checked'`,
      [souss.id],
    )
    const page = await inHand.get(paths.declarations.check({ id: check?.id ?? '' }))
    await inHand.submit(page, {}, paths.declarations.send({ id: check?.id ?? '' }))
    expect(await mails()).toEqual([])
  })
})

describe('who prepared', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 9, 1, hour))
  const self = { name: 'Salma', isSelf: true, isOurs: true }
  const theirs = { name: 'Hind', isSelf: false, isOurs: false }
  const people = new Map([
    ['us', self],
    ['them', theirs],
  ])

  it('is ours when nobody else touched it', () => {
    const made = preparedOf({ prepared: { by: 'us', at: at(8) }, changes: [] }, people)
    expect(isOurs(made)).toBe(true)
  })

  it('is not ours after a change of the company, even when ours came later', () => {
    const changes = [
      { by: 'them', at: at(9) },
      { by: 'us', at: at(10) },
    ]
    const made = preparedOf({ prepared: { by: 'us', at: at(8) }, changes }, people)
    expect([isOurs(made), made.changed]).toEqual([false, { by: theirs, at: at(9) }])
  })

  it('is not ours when nobody can say whose it was', () => {
    const made = preparedOf({ prepared: { by: 'gone', at: at(8) }, changes: [] }, people)
    expect(isOurs(made)).toBe(false)
  })
})
