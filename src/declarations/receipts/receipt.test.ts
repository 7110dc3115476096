import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { localDate } from '../../calendar/index.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import { everyReceipt } from './every-receipt.ts'
import { latenessOf, printedReceipt } from './printed-receipt.ts'
import { daysLate, type ReceiptFacts } from './receipt.ts'

const dueOn = localDate('2026-10-30')
const sent = (at: string, revision = 1) =>
  ({ declaration: { sentAt: new Date(at), revision }, dueOn }) as unknown as ReceiptFacts

describe('a declaration that came late', () => {
  it.each([
    ['2026-10-30T22:30:00Z', 0],
    ['2026-10-31T08:00:00Z', 1],
    ['2026-12-01T08:00:00Z', 32],
  ])('sent %s is %d days late, by the day in Morocco', (at, days) => {
    expect(daysLate(sent(at))).toBe(days)
  })

  it('is not its correction, whenever that comes', () => {
    expect(daysLate(sent('2027-01-15T08:00:00Z', 2))).toBe(0)
  })

  it('is told with how long and since when, in both languages', () => {
    const [one, two] = [sent('2026-10-31T08:00:00Z'), sent('2026-11-01T08:00:00Z')]
    expect(latenessOf(one, wordsIn('fr').desk, 'fr')?.replaceAll(/\s/g, ' ')).toBe(
      'En retard de 1 jour : elle était attendue au plus tard le 30 octobre 2026.',
    )
    expect(latenessOf(two, wordsIn('ar').desk, 'ar')).toContain('يومين')
    expect(latenessOf(sent('2026-10-01T08:00:00Z'), wordsIn('fr').desk, 'fr')).toBeUndefined()
  })
})

describe('the receipts of a company', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  it('make nothing late that came in time, when the fund shortens the delay afterwards', async () => {
    site.clock.set('2026-10-27T09:00:00Z')
    const employer = await anEmployer(site)
    const clerk = await aProfile(site, employer)
    const before = await signedIn(site, clerk, employer)
    const nil = paths.entry.nil({ category: '01', quarter: '2026T3' })
    const sentAt = (await before.submit(await before.get(nil), { 'aucun-salaire': 'on' }, nil)).url
    await site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative)
        values ('declaration_due_days', '2027-01-01', '20', 'Conseil d’administration', false)`,
    )
    site.clock.set('2027-01-04T09:00:00Z')
    const receipt = await (await signedIn(site, clerk, employer)).get(sentAt)
    expect(receipt.text).toContain('2026')
    expect(receipt.text).not.toContain('En retard')
    const { app } = site
    await app.db.transaction({ as: 'system' }, async (tx) => {
      const late: number[] = []
      for await (const facts of everyReceipt(tx, await getEmployer(tx, employer.id)))
        late.push(daysLate(facts))
      expect(late).toEqual([0])
    })
  })

  it('name no file on paper where none was sent', async () => {
    site.clock.set('2026-10-27T09:00:00Z')
    const employer = await anEmployer(site)
    const clerk = await signedIn(site, await aProfile(site, employer), employer)
    const nil = paths.entry.nil({ category: '01', quarter: '2026T3' })
    await clerk.submit(await clerk.get(nil), { 'aucun-salaire': 'on' }, nil)
    const { app } = site
    const papers: string[] = []
    await app.db.transaction({ as: 'system' }, async (tx) => {
      for await (const facts of everyReceipt(tx, await getEmployer(tx, employer.id)))
        papers.push(JSON.stringify(printedReceipt(facts, app.config.fund, 'fr')))
    })
    const said = wordsIn('fr')
    expect(papers).toEqual([expect.stringContaining(said.desk.receipt.made.nil)])
    expect(papers[0]).not.toContain(`"${said.declarations.fileName}"`)
    // Nothing is owed, so nothing is to be paid by any day.
    expect(papers[0]).not.toContain(said.desk.receipt.payBy)
  })
})
