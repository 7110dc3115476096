import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { aSentDeclaration, someMembers } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { centimes, formatDirhams, sum } from '../../money/index.ts'
import { paths } from '../../web/paths.ts'
import { salaryField } from '../entry/page-form.ts'
import { sheetAt } from '../entry/sheet-address.ts'

const period = { category: '01', quarter: '2026T3' }

let site: TestSite
let atlas: TestEmployer
let souss: TestEmployer
let person: TestPerson
let visitor: Visitor

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  souss = await anEmployer(site, { name: 'Souss Agrumes SARL' })
  person = await aProfile(site, atlas, {
    service: 'declaration_external',
    mode: 'form',
    alsoFor: [souss],
  })
  await declaredUntilNow(atlas)
  await declaredUntilNow(souss)
  visitor = await signedIn(site, person)
})

/** Everything that a company owes but the last quarter. */
async function declaredUntilNow(employer: TestEmployer): Promise<void> {
  for (const year of [2024, 2025, 2026]) {
    for (const quarter of [1, 2, 3, 4] as const) {
      const isOwed = (year > 2024 || quarter > 2) && (year < 2026 || quarter < 3)
      if (!isOwed) continue
      await aSentDeclaration(site, employer, person, { quarter: { year, quarter }, salaries: [] })
    }
  }
}

const board = (query = '') => visitor.get(paths.declarations.board() + query)

const rowOf = (screen: Screen, employer: TestEmployer) =>
  screen.document.querySelectorAll('tbody tr').find((row) => row.text.includes(employer.number))
    ?.text ?? ''

/** Declares by form up to the check, as the firm's person with that company in hand. */
async function checked(employer: TestEmployer, dirhams: string): Promise<Screen> {
  const [member] = await someMembers(site, employer, { count: 1 })
  const inHand = await signedIn(site, person, employer)
  const sheet = await inHand.get(sheetAt(period))
  const typed = { [salaryField(member?.id ?? '')]: dirhams, vers: 'controler' }
  return inHand.submit(sheet, typed, paths.entry.sheet(period))
}

describe('the board', () => {
  it('says of each company what it owes, by when and how far it has come', async () => {
    await checked(souss, '36000,25')
    const screen = await board()
    expect(rowOf(screen, atlas)).toContain('3e trimestre 2026, catégorie 01')
    expect(rowOf(screen, atlas)).toContain('En retard')
    expect(rowOf(screen, atlas)).toContain('30 octobre 2026')
    expect(rowOf(screen, souss)).toContain('Prête à envoyer')
    // 36,000.25 at 6.00 % and 7.80 %: 2,160.02 + 2,808.02.
    expect(rowOf(screen, souss)).toContain('4\u202f968,04')
    expect(screen.text).toMatch(/1.déclaration de 1.entreprise est prête à partir/)
  })

  it('counts no check ready whose sheet has changed since', async () => {
    await checked(souss, '36000,25')
    const inHand = await signedIn(site, person, souss)
    const sheet = await inHand.get(sheetAt(period))
    const field =
      sheet.document.querySelector('input[name^="salaire-"]')?.getAttribute('name') ?? ''
    await inHand.submit(sheet, { [field]: '20000', vers: 'enregistrer' }, paths.entry.sheet(period))
    expect(rowOf(await board(), souss)).not.toContain('Prête à envoyer')
  })

  it('is narrowed by state, name and number, and ordered', async () => {
    await checked(souss, '36000,25')
    const rows = (screen: Screen) =>
      screen.document.querySelectorAll('tbody th').map((one) => one.text)
    expect(rows(await board('?etat=ready'))).toEqual([expect.stringContaining('Souss')])
    expect(rows(await board('?etat=late')).length).toBe(2)
    expect(rows(await board(`?nom=${atlas.number}`))).toEqual([expect.stringContaining('Atlas')])
    expect(rows(await board('?tri=amount'))[0]).toContain('Souss')
    expect((await board('?nom=personne')).text).toContain('Aucune entreprise ne correspond')
    expect((await board('?etat=strange&page=-1&tri=x')).status).toBe(200)
  })

  it('takes a company in hand and goes straight to the work', async () => {
    const screen = await board()
    const form = screen.document
      .querySelectorAll('form.go-to')
      .find((one) => one.text.includes('3e trimestre 2026') && one.text.includes('Atlas'))
    const page = form?.querySelector('input[name=page]')?.getAttribute('value') ?? ''
    const inHand = await visitor.submit(
      screen,
      { page },
      paths.declarations.takeInHand({ id: atlas.id }),
    )
    expect(inHand.url).toBe(paths.declarations.period(period))
    expect(inHand.title).toContain('Atlas Textile SA')
  })

  it('goes nowhere else, whatever a form asks for', async () => {
    const screen = await board()
    for (const page of ['https://ailleurs.example', '//ailleurs', 'controle:../..', 'periode:01']) {
      const gone = await visitor.submit(
        screen,
        { page },
        paths.declarations.takeInHand({ id: atlas.id }),
      )
      expect(gone.url).toBe(paths.declarations.calendar())
    }
  })

  it('shows no company without a mandate, nor after one is revoked (AT51)', async () => {
    const stranger = await anEmployer(site, { name: 'Oasis Conserves SA' })
    await declaredUntilNow(stranger)
    expect((await board()).text).not.toContain('Oasis')
    await site.database.ownerQuery(
      `update mandates set state = 'revoked' where employer_id = $1 and profile_id = $2`,
      [souss.id, person.id],
    )
    const screen = await board()
    expect(screen.text).toContain('Atlas')
    expect(screen.text).not.toContain('Souss')
    expect((await visitor.get(paths.firm.receipts())).text).not.toContain('Souss')
  })

  it('says that the mandate ended, and whom to ask, on the pages of a company that took it back', async () => {
    const calendar = paths.declarations.calendar()
    const none = await visitor.get(calendar)
    expect(none.status).toBe(403)
    expect(none.title).toContain('Choisissez une entreprise')
    await visitor.submit(await board(), {}, paths.declarations.takeInHand({ id: souss.id }))
    expect((await visitor.get(calendar)).text).toContain('Souss')
    await site.database.ownerQuery(
      `update mandates set state = 'revoked' where employer_id = $1 and profile_id = $2`,
      [souss.id, person.id],
    )
    const gone = await visitor.get(calendar)
    expect(gone.status).toBe(403)
    expect(gone.title).toContain('Ce mandat n’est plus en vigueur')
    expect(gone.text).toContain('L’entreprise Souss Agrumes SARL ne vous a plus pour déclarant')
    expect((await visitor.get(paths.payments.orders())).title).toContain('Accès réservé')
  })

  it('reads in the scope of the firm what mandates grant, and nothing more (AT44)', async () => {
    const stranger = await anEmployer(site)
    await declaredUntilNow(stranger)
    const seen = await site.app.db.transaction(
      { as: 'firm', profileId: person.id },
      async (tx) => ({
        declarations: await tx.selectFrom('declarations').select('employer_id').execute(),
        terms: await tx.selectFrom('employer_categories').select('employer_id').execute(),
        lines: await tx.selectFrom('declaration_lines').select('employer_id').execute(),
        members: await tx.selectFrom('memberships').select('employer_id').execute(),
      }),
    )
    const companies = new Set([...seen.declarations, ...seen.terms].map((one) => one.employer_id))
    expect(companies).toEqual(new Set([atlas.id, souss.id]))
    expect(seen.lines).toEqual([])
    expect(seen.members).toEqual([])
  })
})

describe('several sent at once', () => {
  it('names every company and amount first, then gives each its receipt (US19, US23)', async () => {
    await checked(atlas, '24000')
    await checked(souss, '36000,25')
    const page = await visitor.get(paths.firm.send())
    expect(page.text).toContain('Atlas Textile SA')
    expect(page.text).toContain('Souss Agrumes SARL')
    expect(page.document.querySelectorAll('input[name=declaration][checked]')).toHaveLength(2)
    const sent = await visitor.submit(page, {}, paths.firm.send())
    expect(sent.url).toBe(paths.firm.receipts())
    expect(sent.text).toMatch(/2.déclarations de 2.entreprises sont envoyées/)
    expect(sent.text).toMatch(new RegExp(`R-2026T3-${atlas.number}-01-\\d{6}`))
    expect(sent.text).toMatch(new RegExp(`R-2026T3-${souss.number}-01-\\d{6}`))
    const trails = await site.database.ownerQuery<{ employer_id: string }>(
      `select employer_id from audit_events where action = 'declaration.sent' and employer_id = any($1)`,
      [[atlas.id, souss.id]],
    )
    expect(trails.map((one) => one.employer_id).sort()).toEqual([atlas.id, souss.id].sort())
    const pdf = await visitor.raw(paths.firm.receiptsPdf())
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
  })

  it('says what is ticked before it is sent, without a script too, and sends nothing meanwhile', async () => {
    await checked(atlas, '24000')
    await checked(souss, '36000,25')
    const page = await visitor.get(paths.firm.send())
    const boxes = page.document.querySelectorAll('input[name=declaration]')
    const [box] = boxes
    const amounts = boxes.map((one) => centimes(BigInt(one.getAttribute('data-amount') ?? '')))
    // What stands in a `noscript` is read as one text.
    const said = ({ document }: Screen) =>
      document.querySelector('form noscript')?.text.replace(/<[^>]*>/g, '') ?? ''
    expect(said(page)).toContain(formatDirhams(sum(amounts), 'fr'))
    const typed = { declaration: box?.getAttribute('value') ?? '', geste: 'compter' }
    const counted = await visitor.submit(page, typed, paths.firm.send())
    expect(counted.status).toBe(200)
    expect(said(counted)).toContain('1 déclaration cochée')
    expect(said(counted)).toContain(formatDirhams(sum(amounts.slice(0, 1)), 'fr'))
    expect(counted.document.querySelectorAll('input[name=declaration][checked]')).toHaveLength(1)
    expect(counted.document.querySelectorAll('input[name=declaration]')).toHaveLength(2)
  })

  it('sends only what is ticked, and nothing twice', async () => {
    await checked(atlas, '24000')
    await checked(souss, '36000,25')
    const page = await visitor.get(paths.firm.send())
    const values = page.document
      .querySelectorAll('input[name=declaration]')
      .map((one) => one.getAttribute('value') ?? '')
    const [one = ''] = values
    const post = () => visitor.submit(page, { declaration: one }, paths.firm.send())
    await Promise.all([post(), post()])
    const sent = await site.database.ownerQuery(
      `select 1 from declarations where employer_id = any($1) and state = 'sent' and quarter = 3 and year = 2026`,
      [[atlas.id, souss.id]],
    )
    expect(sent).toHaveLength(1)
    const left = await visitor.get(paths.firm.send())
    expect(left.document.querySelectorAll('input[name=declaration]')).toHaveLength(1)
  })

  it('keeps back what changed since it was shown, without holding back the others', async () => {
    await checked(atlas, '24000')
    await checked(souss, '36000,25')
    const page = await visitor.get(paths.firm.send())
    const inHand = await signedIn(site, person, souss)
    const sheet = await inHand.get(sheetAt(period))
    const field = sheet.document.querySelector('input.is-amount')?.getAttribute('name') ?? ''
    const typed = { [field]: '40000', vers: 'controler' }
    await inHand.submit(sheet, typed, paths.entry.sheet(period))
    const answer = await visitor.submit(page, {}, paths.firm.send())
    expect(answer.status).toBe(409)
    expect(answer.text).toMatch(/Une déclaration est envoyée/)
    expect(answer.mistakes[0]).toContain('Une déclaration n’est pas partie')
    expect(answer.text).toContain('Souss Agrumes SARL')
    expect(answer.document.querySelectorAll('input[name=declaration]')).toHaveLength(1)
    // Not the version that was ticked: it is looked at before it is ticked again.
    expect(answer.document.querySelectorAll('input[name=declaration][checked]')).toHaveLength(0)
  })

  it('sends nothing of a company that gave no mandate (AT46, AT51)', async () => {
    const stranger = await anEmployer(site)
    const clerk = await aProfile(site, stranger, { mode: 'form' })
    const [member] = await someMembers(site, stranger, { count: 1 })
    const own = await signedIn(site, clerk)
    const sheet = await own.get(sheetAt(period))
    const typed = { [salaryField(member?.id ?? '')]: '1000', vers: 'controler' }
    const check = await own.submit(sheet, typed, paths.entry.sheet(period))
    const id = check.url.split('/').at(-1) ?? ''
    const page = await visitor.get(paths.declarations.board())
    const csrf = page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const answer = await visitor.post(paths.firm.send(), { csrf, declaration: `${id}.1` })
    expect(answer.status).toBe(409)
    expect(answer.text).not.toContain(stranger.name)
    const [row] = await site.database.ownerQuery<{ state: string }>(
      'select state from declarations where id = $1',
      [id],
    )
    expect(row?.state).toBe('checked')
  })

  it('asks for at least one', async () => {
    const page = await visitor.get(paths.declarations.board())
    const csrf = page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const answer = await visitor.post(paths.firm.send(), { csrf })
    expect(answer.status).toBe(422)
    expect(answer.mistakes).toEqual(['Cochez au moins une déclaration.'])
  })
})
