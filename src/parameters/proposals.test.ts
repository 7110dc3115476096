import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgent, signedIn } from '../../test/support/factories.ts'
import { agentActor } from '../../test/support/letters.ts'
import { aChange, aProposal } from '../../test/support/parameters.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { AgentActor } from '../actors/actor.ts'
import { localDate } from '../calendar/index.ts'
import { paths } from '../web/paths.ts'
import { decideProposal } from './decide-proposal.ts'
import { rowDifferences } from './differences.ts'
import { catalogue } from './parameter-catalogue.ts'
import { getParameter } from './parameters.ts'
import { proposeChange } from './propose-change.ts'
import { readHistory } from './read-history.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

let site: TestSite
let agent: AgentActor
let supervisor: AgentActor
let other: AgentActor

beforeAll(async () => {
  site = await openSite()
  agent = agentActor(await anAgent(site))
  supervisor = agentActor(
    await anAgent(site, { role: 'supervisor', cin: 'BE700001' }),
    'supervisor',
  )
  other = agentActor(await anAgent(site, { role: 'supervisor' }), 'supervisor')
})
afterAll(() => site.close())

const approve = (proposalId: string, by = supervisor, wishes = {}) =>
  decideProposal(site.app, by, {
    proposalId,
    version: 1,
    verdict: 'approve',
    knowsItIsPast: false,
    ...wishes,
  })

const dueDaysOn = (day: string) =>
  site.app.db.transaction({ as: 'public' }, (tx) =>
    getParameter(tx, 'declaration_due_days', localDate(day)),
  )

const events = () =>
  site.database.ownerQuery<{ action: string; actor_id: string; details: Record<string, unknown> }>(
    "select action, actor_id, details from audit_events where subject_kind = 'parameter' order by sequence",
  )

describe('a change', () => {
  it('counts from its day once another person has approved it, and both are in the trail', async () => {
    const before = (await events()).length
    const id = await aProposal(site, agent)
    expect(await dueDaysOn('2027-01-01')).toBe(30)
    await approve(id)
    expect(await dueDaysOn('2026-12-31')).toBe(30)
    expect(await dueDaysOn('2027-01-01')).toBe(20)
    await site.runJobs()
    expect(site.mails.at(-1)?.subject).toMatch(/^Paramètre approuvé\s: Délai de déclaration$/)
    expect(site.mails.at(-1)?.text).toContain('Elle prend effet le 1er janvier 2027.')
    const told = (await events()).slice(before)
    expect(told.map((event) => [event.action, event.actor_id])).toEqual([
      ['parameter.proposed', agent.id],
      ['parameter.approved', supervisor.id],
    ])
    expect(told[1]?.details).toMatchObject({ parameter: 'declaration_due_days', value: 20 })
  })

  it('AT67: is never decided by the person who proposed it, whatever their account', async () => {
    const id = await aProposal(site, supervisor, { key: 'dormant_months' })
    await expect(approve(id, supervisor)).rejects.toMatchObject({
      code: 'parameters.own_proposal',
    })
    const twin = agentActor(
      await anAgent(site, { role: 'supervisor', cin: 'be 700001' }),
      'supervisor',
    )
    await expect(approve(id, twin)).rejects.toMatchObject({ code: 'parameters.own_proposal' })
    const suspended = agentActor(
      await anAgent(site, { role: 'supervisor', state: 'suspended' }),
      'supervisor',
    )
    await expect(approve(id, suspended)).rejects.toMatchObject({ code: 'web.not_allowed' })
    await approve(id, other)
  })

  it('AT67: is refused to one account by the table itself', async () => {
    const id = await aProposal(site, agent, { key: 'marriage_years', value: 3 })
    await expect(
      site.database.ownerQuery(
        `update parameter_proposals set state = 'approved', decided_by = proposed_by, decided_at = now() where id = $1`,
        [id],
      ),
    ).rejects.toThrow('check constraint')
    await withdrawProposal(site.app, agent, { proposalId: id, version: 1 })
  })

  it('leaves nothing when it is refused, but its reason', async () => {
    const id = await aProposal(site, agent, { key: 'orphan_share', value: 2500 })
    await decideProposal(site.app, supervisor, {
      proposalId: id,
      version: 1,
      verdict: 'refuse',
      reason: 'La décision citée n’est pas encore signée',
    })
    const history = await readHistory(site.app, 'orphan_share')
    expect(history.inForce?.value).toBe(2000)
    expect(history.closed[0]?.decisionNote).toContain('pas encore signée')
    await site.runJobs()
    expect(site.mails.at(-1)?.text).toContain('La décision citée n’est pas encore signée')
    await expect(approve(id)).rejects.toMatchObject({ code: 'parameters.already_decided' })
  })

  it('is withdrawn by its author alone', async () => {
    const id = await aProposal(site, agent, { key: 'reversion_share', value: 6000 })
    const shown = { proposalId: id, version: 1 }
    await expect(withdrawProposal(site.app, other, shown)).rejects.toMatchObject({
      code: 'parameters.not_yours',
    })
    await withdrawProposal(site.app, agent, shown)
    await expect(approve(id)).rejects.toMatchObject({ code: 'parameters.already_decided' })
  })

  it('waits alone: one proposal at a time for a value', async () => {
    const id = await aProposal(site, agent, { key: 'limitation_years', value: 6 })
    await expect(
      aProposal(site, other, { key: 'limitation_years', value: 7 }),
    ).rejects.toMatchObject({ code: 'parameters.already_waiting' })
    await withdrawProposal(site.app, agent, { proposalId: id, version: 1 })
    await aProposal(site, other, { key: 'limitation_years', value: 7 })
  })

  it('RE9: sent twice, is one proposal', async () => {
    const change = aChange({ key: 'cnss_ceiling', value: 700_000n })
    await Promise.all(Array.from({ length: 20 }, () => proposeChange(site.app, agent, change)))
    const [row] = await site.database.ownerQuery<{ count: bigint }>(
      "select count(*) from parameter_proposals where key = 'cnss_ceiling'",
    )
    expect(row?.count).toBe(1n)
  })

  it('must change something', async () => {
    const [present] = (await readHistory(site.app, 'employer_surcharge')).values
    const same = {
      key: 'employer_surcharge' as const,
      value: present?.value,
      source: present?.source ?? '',
      illustrative: false,
    }
    await expect(aProposal(site, agent, same)).rejects.toMatchObject({
      code: 'parameters.no_change',
    })
    // The same value with a source of its own is worth saying.
    await aProposal(site, agent, { ...same, source: 'Statuts, article 12' })
  })

  it('cannot touch what the leaflet prints', async () => {
    await expect(aProposal(site, agent, { key: 'review_hours', value: 72 })).rejects.toMatchObject({
      code: 'parameters.fixed',
    })
  })
})

describe('two decisions at once', () => {
  it('one wins, the other is told, one value is added', async () => {
    const id = await aProposal(site, agent, { key: 'late_interest_rate', value: 1100 })
    const decisions = await Promise.allSettled([
      approve(id, supervisor),
      approve(id, other),
      decideProposal(site.app, other, {
        proposalId: id,
        version: 1,
        verdict: 'refuse',
        reason: 'Non',
      }),
    ])
    const lost = decisions.filter((one) => one.status === 'rejected')
    expect(lost).toHaveLength(2)
    for (const { reason } of lost) {
      expect(reason).toMatchObject({ code: 'parameters.already_decided' })
    }
  })

  it('another version than the one shown is not decided', async () => {
    const id = await aProposal(site, agent, { key: 'death_capital_pensions', value: 4 })
    await expect(approve(id, supervisor, { version: 2 })).rejects.toMatchObject({
      code: 'web.changed_meanwhile',
    })
  })
})

describe('a date that has passed', () => {
  it('is approved only by who says that they know it', async () => {
    const id = await aProposal(site, agent, {
      key: 'single_payment_points',
      value: 250,
      validFrom: localDate('2026-01-01'),
    })
    await expect(approve(id)).rejects.toMatchObject({ code: 'parameters.past_unsaid' })
    await approve(id, supervisor, { knowsItIsPast: true })
  })

  it('is also one that passed while the proposal waited', async () => {
    const id = await aProposal(site, agent, { key: 'reversion_age_widow', value: 51 })
    site.clock.set('2027-01-05T09:00:00Z')
    await expect(approve(id)).rejects.toMatchObject({ code: 'parameters.past_unsaid' })
    site.clock.set('2026-11-24T10:00:00Z')
    await approve(id)
  })
})

describe('a proposal for a parameter that has left', () => {
  it('is not there, and stops no list', async () => {
    const id = await aProposal(site, agent, { key: 'marriage_years', value: 3 })
    await approve(id)
    await site.database.ownerQuery(
      "update parameter_proposals set key = 'reversion_coefficients' where id = $1",
      [id],
    )
    const visitor = await signedIn(site, await anAgent(site))
    expect((await visitor.get(paths.agency.proposal({ id }))).status).toBe(404)
    expect((await visitor.get(paths.agency.parameters())).status).toBe(200)
  })
})

describe('a correction', () => {
  it('of a value of the same day keeps the old one readable', async () => {
    const validFrom = localDate('2002-01-01')
    const id = await aProposal(site, agent, {
      key: 'point_value_liquidation',
      value: 116_500,
      validFrom,
      source: 'Relevé au registre du conseil',
    })
    await approve(id, supervisor, { knowsItIsPast: true })
    const { values } = await readHistory(site.app, 'point_value_liquidation')
    const ofThatDay = values.filter((value) => value.validFrom === validFrom)
    expect(ofThatDay.map((value) => [value.value, value.standing, value.revision])).toEqual([
      [116_500, 'past', 2],
      [116_400, 'corrected', 1],
    ])
    expect(ofThatDay[0]?.approvedBy).toContain('Berrada')
  })

  it('of a list of facts is its newest version, without a day', async () => {
    const { inForce } = await readHistory(site.app, 'bank_codes')
    const banks = inForce?.value as { code: string; name: string }[]
    const id = await aProposal(site, agent, {
      key: 'bank_codes',
      validFrom: localDate('1990-01-01'),
      value: [...banks, { code: '366', name: 'Umnia Bank' }],
    })
    await approve(id)
    const after = await readHistory(site.app, 'bank_codes')
    expect(after.inForce?.value).toHaveLength(banks.length + 1)
    expect(after.values.map((value) => value.standing)).toEqual(['in_force', 'corrected'])
  })
})

describe('the difference of two lists', () => {
  it('names the rows by their key', () => {
    const { type } = catalogue.contribution_rates_al_kamil
    const before = [
      { employee: 300, employer: 390 },
      { employee: 600, employer: 780 },
    ]
    const after = [
      { employee: 600, employer: 800 },
      { employee: 700, employer: 910 },
    ]
    expect(rowDifferences(type, before, after)).toEqual({
      same: 0,
      changes: [
        { kind: 'changed', before: before[1], after: after[0] },
        { kind: 'added', after: after[1] },
        { kind: 'removed', before: before[0] },
      ],
    })
  })
})
