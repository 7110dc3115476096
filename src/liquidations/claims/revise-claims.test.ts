import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../../test/support/accounts.ts'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { acceptDocuments, decideClaim } from '../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../test/support/factories.ts'
import { aQuarterOf } from '../../../test/support/members.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { reviseClaims } from './revise-claims.ts'

const own = paths.agency
let setting: ClaimsSetting
let agent: Visitor
beforeAll(async () => {
  setting = await openClaims()
  agent = await signedIn(setting.site, await anAgent(setting.site))
})
afterAll(() => setting.close())

describe('arrears (L6)', () => {
  it('a pension is worked out again by itself once a quarter is paid, once', async () => {
    const { site, atlas, who, aClaim } = setting
    const { id, membershipId } = await aClaim()
    await aQuarterOf(site, atlas, [membershipId], { quarter: '2026T1', salary: '30000' })
    await acceptDocuments(agent, id)
    const granted = { decision: 'granted', annuelle: '0', raison: 'Points du relevé à venir.' }
    const done = await decideClaim(agent, id, granted)
    expect(done.text).toContain('La décision est enregistrée')
    expect(await reviseClaims(site.app)).toBe(0)
    await paid(site, atlas, { amount: '4140', on: '2026-11-20' })
    expect(await reviseClaims(site.app)).toBe(1)
    expect(await reviseClaims(site.app)).toBe(0)
    const shown = await who.get(paths.claims.claim({ id }))
    expect(shown.text).toContain('Pension révisée')
    await site.runJobs()
    expect(site.mails.some(({ subject }) => subject.includes('pension révisée'))).toBe(true)
  })

  it('what an agent added to the rules stays in the pension that is worked out again, with why', async () => {
    const { site, atlas, who, aClaim } = setting
    const { id, membershipId } = await aClaim()
    await aQuarterOf(site, atlas, [membershipId], { quarter: '2025T4', salary: '300000' })
    await acceptDocuments(agent, id)
    const raison = 'Points du relevé de la caisse.'
    await decideClaim(agent, id, { decision: 'granted', annuelle: '12000', raison })
    await paid(site, atlas, { amount: '41400', on: '2026-11-20' })
    expect(await reviseClaims(site.app)).toBe(1)
    const decided = await site.database.ownerQuery<{ verdict: string; reason: string }>(
      'select verdict, reason from claim_decisions where claim_id = $1 order by number',
      [id],
    )
    expect(decided).toEqual([
      { verdict: 'granted', reason: raison },
      { verdict: 'revised', reason: raison },
    ])
    const shown = await who.get(paths.claims.claim({ id }))
    expect(shown.text).toMatch(
      /le motif de la décision dit pourquoi\.\s*Motif\s:\s*Points du relevé/,
    )
  })

  it('what was paid at once is left to an agent, and a claim that fails holds back no other', async () => {
    const { site, atlas, who, aClaim } = setting
    const [lump, shared, plain, faulty] = [
      await aClaim(),
      await aClaim({ capital: 'capital' }),
      await aClaim(),
      await aClaim(),
    ]
    const everybody = [lump, shared, plain, faulty]
    const people = everybody.map(({ membershipId }) => membershipId)
    await aQuarterOf(site, atlas, people, { quarter: '2026T2', salary: '30000' })
    const typed = { decision: 'granted', raison: 'Montant de la caisse.' }
    for (const { id } of everybody) await acceptDocuments(agent, id)
    await decideClaim(agent, lump.id, { ...typed, annuelle: '', unique: '5000' })
    await decideClaim(agent, shared.id, { ...typed, annuelle: '0', unique: '800' })
    for (const { id } of [plain, faulty]) await decideClaim(agent, id, { ...typed, annuelle: '0' })
    await site.database.ownerQuery(
      `alter table claim_decisions add constraint no_more check (claim_id <> '${faulty.id}') not valid`,
    )
    await paid(site, atlas, { amount: '16560', on: '2026-11-21' })
    expect(await reviseClaims(site.app)).toBe(1)
    expect(await reviseClaims(site.app)).toBe(0)
    expect(site.logged.join()).toContain('could not be worked out again')
    const decided = await site.database.ownerQuery<{ claim_id: string; verdict: string }>(
      `select claim_id, verdict from claim_decisions where claim_id = any($1) and verdict = 'revised'`,
      [everybody.map(({ id }) => id)],
    )
    expect(decided).toEqual([{ claim_id: plain.id, verdict: 'revised' }])
    for (const { id } of [lump, shared]) {
      const company = await who.get(paths.claims.claim({ id }))
      expect(company.text.split('fixe le complément')).toHaveLength(2)
      expect((await agent.get(own.claim({ id }))).text).toContain('points ont été réglés')
    }
    await site.runJobs()
    expect(site.mails.some(({ subject }) => subject.includes('complément reste'))).toBe(true)
  })
})
