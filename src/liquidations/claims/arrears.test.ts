import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../../test/support/accounts.ts'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { fixComplement, grantClaim } from '../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../test/support/factories.ts'
import { aQuarterOf } from '../../../test/support/members.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { timetable } from '../../timetable.ts'
import { paths } from '../../web/paths.ts'
import { languages } from '../../web/words/language.ts'

let setting: ClaimsSetting
let agent: Visitor
beforeAll(async () => {
  setting = await openClaims()
  agent = await signedIn(setting.site, await anAgent(setting.site))
})
afterAll(() => setting.close())

/** As every hour of the timetable, then the mails that it queued. */
async function theHourPasses(): Promise<void> {
  expect(timetable).toContain('35 * * * * revise-claims')
  await setting.site.database.ownerQuery(`select graphile_worker.add_job('revise-claims')`)
  await setting.site.runJobs()
}

/** Granted while a quarter was declared and not paid. */
async function granted(
  quarter: string,
  capital: 'capital' | 'pension',
  typed: Record<string, string>,
): Promise<string> {
  const { site, atlas, aClaim } = setting
  const { id, membershipId } = await aClaim({ capital })
  await aQuarterOf(site, atlas, [membershipId], { quarter, salary: '30000' })
  await grantClaim(agent, id, typed)
  return id
}

async function arrearsArePaid(): Promise<void> {
  await paid(setting.site, setting.atlas, { amount: '4140', on: '2026-11-20' })
  await theHourPasses()
}

const plain = (text: string) => text.replace(/[\s\u2066-\u2069]+/g, ' ')
const followed = async (id: string) =>
  plain((await setting.who.get(paths.claims.claim({ id }))).text)
const examined = async (id: string) => plain((await agent.get(paths.agency.claim({ id }))).text)

async function letter(id: string, number: string, language: string): Promise<string> {
  const address = `${paths.claims.notification({ id, number })}?langue=${language}`
  return plain(readPdf((await setting.who.raw(address)).bytes).text)
}

const mailed = (said: string) =>
  setting.site.mails.filter(
    ({ to, subject }) => to === setting.clerk.email && subject.includes(said),
  )

describe('what a company sees once arrears of a decided claim are paid (L6)', () => {
  it('a pension is revised, with its letter and its mail; the decision of before keeps its figures', async () => {
    const id = await granted('2026T1', 'pension', { annuelle: '0', raison: 'Points à venir.' })
    const first = await letter(id, '1', 'fr')
    expect(first).toContain('Trimestres impayés, non comptés1er trimestre 2026')
    expect(await examined(id)).not.toContain('Calcul à ce jour')
    await arrearsArePaid()
    expect(await followed(id)).toMatch(/Révisé .*28,88 DH/)
    // 30 000 at 6 % and 6 %, ÷ (26,59 × 6) = 22,56 points, × 15,36.
    for (const language of languages) {
      const revised = await letter(id, '2', language)
      for (const said of ['346,52', '28,88', '22,56', '15,36']) expect(revised).toContain(said)
      expect(revised).not.toContain('impayés')
    }
    expect(mailed('pension révisée')).toHaveLength(1)
    expect(await letter(id, '1', 'fr')).toBe(first)
    await theHourPasses()
    expect(mailed('pension révisée')).toHaveLength(1)
  })

  it('beside a capital an agent decides: nothing is revised, today’s points are told apart, then the complement has its letter', async () => {
    const typed = { annuelle: '12000', unique: '8000', raison: 'Relevé.' }
    const id = await granted('2026T2', 'capital', typed)
    await arrearsArePaid()
    expect(await followed(id)).toContain('l’Agence Virtuelle fixe le complément')
    expect(await followed(id)).not.toContain('Révisé')
    expect(mailed('complément reste à fixer')).toHaveLength(1)
    const page = await examined(id)
    const then = page.slice(
      page.indexOf('Calcul de la décision du 25 novembre 2026'),
      page.indexOf('Calcul à ce jour, 25 novembre 2026'),
    )
    expect(then).toContain('Points acquis et réglés 0,00')
    expect(then).not.toContain('22,56')
    expect(page.slice(page.indexOf('Calcul à ce jour'))).toContain('Points acquis et réglés 22,56')
    await fixComplement(agent, id, { unique: '90', raison: 'Barème du 12 mai.' })
    await setting.site.runJobs()
    expect(mailed('complément fixé')).toHaveLength(1)
    for (const language of languages) {
      const told = await letter(id, '2', language)
      for (const said of ['90,00', '12 173,26', 'Barème du 12 mai.']) expect(told).toContain(said)
    }
    expect(await examined(id)).not.toContain('Calcul à ce jour')
  })
})
