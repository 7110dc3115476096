import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../../test/support/accounts.ts'
import { declareFile } from '../../../test/support/declaring.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'

const golden = readFileSync(
  path.join(import.meta.dirname, '../../../test/golden/declarations/CIMR_005839_T3_2024.txt'),
  'latin1',
)
const own = paths.employerAccount

let site: TestSite
let atlas: TestEmployer
let reader: Visitor
let lines: string
beforeAll(async () => {
  site = await openSite()
  atlas = await anEmployer(site)
  reader = await signedIn(site, await aProfile(site, atlas, { service: 'employer_account' }), atlas)
  const clerk = await signedIn(site, await aProfile(site, atlas), atlas)
  const content = Buffer.from(golden.replaceAll('005839', atlas.number), 'latin1')
  await declareFile(clerk, { category: '01', quarter: '2024T3' }, content)
  lines = own.entryLines({ number: '1' })
})
afterAll(() => site.close())

const folded = (text: string) => text.replace(/[\s\u00a0\u202f\u2066\u2069]+/g, ' ')
const rows = (screen: Screen) =>
  screen.document.querySelectorAll('tbody tr, tfoot tr').map((row) =>
    folded(
      row
        .querySelectorAll('th, td')
        .map((cell) => cell.text.trim())
        .join(' | '),
    ),
  )

describe('the members behind a line of the account (C3)', () => {
  it('are led to from the entry, and from the échéance', async () => {
    for (const address of [
      own.entry({ number: '1' }),
      own.due({ category: '01', quarter: '2024T3' }),
    ]) {
      const screen = await reader.get(address)
      expect(screen.document.querySelector(`a[href="${lines}"]`)?.text).toContain(
        'affiliés déclarés',
      )
    }
  })

  it('are shown each with salary and both parts, which add up to the declaration', async () => {
    const [bennani, dupont, amrani, total] = rows(await reader.get(lines))
    expect(bennani).toBe(
      'BENNANI YOUSSEFSorti le 31/08/2024 | 000123457 | 24 000,00 | 1 440,00 | 1 872,00',
    )
    expect(dupont).toMatch(/^DUPONT JEAN \| 9\d{8} \| 45 000,50 \| 2 700,03 \| 3 510,04$/)
    expect(amrani).toBe('EL AMRANI FATIMA ZAHRA | 000123456 | 36 000,25 | 2 160,02 | 2 808,02')
    expect(total).toContain('105 000,75 DH | 6 300,05 DH | 8 190,06 DH')
  })

  it('say the rule, the rate in force and where it was published', async () => {
    const text = folded((await reader.get(lines)).text)
    expect(text).toContain('arrondie au centime le plus proche')
    expect(text).toContain('6,00 % salarial, 7,80 % patronal, pour 3 affiliés')
    const [table] = await site.database.ownerQuery<{ source: string }>(
      `select source from parameters where key = 'contribution_rates_al_kamil' order by valid_from limit 1`,
    )
    expect(text).toContain(folded(table?.source ?? ''))
  })

  it('lead to each one’s own page, under the number of today', async () => {
    const screen = await reader.get(lines)
    const link = screen.document.querySelectorAll('tbody a')[1]?.getAttribute('href') ?? ''
    expect((await reader.get(link)).title).toContain('DUPONT JEAN')
  })

  it('leave a trace, and are of declarations alone', async () => {
    const [event] = await site.database.ownerQuery<{ receipt: string }>(
      `select details ->> 'receipt' as receipt from audit_events
        where employer_id = $1 and action = 'members.declared_viewed' limit 1`,
      [atlas.id],
    )
    expect(event?.receipt).toMatch(/^R-2024T3-/)
    await paid(site, atlas, { amount: '100', on: '2026-11-20' })
    expect((await reader.get(own.entryLines({ number: '2' }))).status).toBe(404)
    expect((await reader.get(own.entryLines({ number: '99' }))).status).toBe(404)
  })

  it('AT44: are nobody’s of another company', async () => {
    const other = await anEmployer(site)
    const profile = await aProfile(site, other, { service: 'employer_account' })
    expect((await (await signedIn(site, profile, other)).get(lines)).status).toBe(404)
  })
})
