import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgent } from '../../test/support/factories.ts'
import {
  accept,
  accepting,
  agentActor,
  answering,
  aReceivedSubscription,
  aSubscription,
  deciders,
  delegatesOf,
  letterNow,
  newestProof,
  read,
  signedBack,
} from '../../test/support/letters.ts'
import type { TestSite } from '../../test/support/site.ts'
import type { AgentActor } from '../actors/actor.ts'
import { applyLetter } from './apply-letter.ts'
import { decideCase } from './decide-case.ts'
import { registerPaper } from './register-paper.ts'
import { takeCase } from './take-case.ts'

const hourMs = 3_600_000
let site: TestSite
let first: AgentActor
let second: AgentActor
beforeAll(async () => {
  ;({ site, first, second } = await deciders())
})
afterAll(() => site.close())

async function actionsOf(letterId: string): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ action: string }>(
    'select action from audit_events where subject_id = $1 order by sequence',
    [letterId],
  )
  return rows.map(({ action }) => action)
}

describe('a first subscription', () => {
  it('is in force with one acceptance, in the same instant, and the trail tells it', async () => {
    const { employer, letterId } = await aReceivedSubscription(site)
    expect(await accept(site, first, letterId)).toBe('accepted')
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    expect(await delegatesOf(site, employer.id)).toMatchObject([{ state: 'active' }])
    expect(await actionsOf(letterId)).toEqual([
      'letter.drawn_up',
      'letter.received',
      'letter.proof_viewed',
      'letter.accepted',
      'subscription.in_force',
      'letter.applied',
    ])
  })

  it('is refused its acceptance when the agent did not open the scan', async () => {
    const { letterId } = await aReceivedSubscription(site)
    const proof = await newestProof(site, letterId)
    const shown = {
      letterId,
      version: (await letterNow(site, letterId)).version,
      proofId: proof.id,
    }
    await expect(decideCase(site.app, first, accepting(shown))).rejects.toThrow(
      'agency.proof_not_opened',
    )
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'received' })
  })

  it('is not decided by an agent of that company', async () => {
    const { employer, letterId } = await aReceivedSubscription(site)
    const own = agentActor(await anAgent(site, { ownEmployerNumber: employer.number }))
    await expect(accept(site, own, letterId)).rejects.toThrow('agency.own_employer')
  })

  it('AT67: is neither held by an agent of that company, nor given a paper by them', async () => {
    const { employer, letterId } = await aReceivedSubscription(site)
    const own = agentActor(await anAgent(site, { ownEmployerNumber: employer.number }))
    const before = await letterNow(site, letterId)
    const taken = takeCase(site.app, own, { letterId, release: false, holder: null })
    await expect(taken).rejects.toThrow('agency.own_employer')
    const paper = registerPaper(site.app, own, { letterId, upload: null, by: 'counter' })
    await expect(paper).rejects.toThrow('agency.own_employer')
    expect(await letterNow(site, letterId)).toEqual(before)
  })

  it('of an unknown number is only refused, and only the applicant is told', async () => {
    const letterId = await aSubscription(site, { number: '999001', email: 'inconnu@example.com' })
    await signedBack(site, letterId)
    await expect(accept(site, first, letterId)).rejects.toThrow('agency.unknown_number')
    const shown = await read(site, first, letterId)
    await decideCase(site.app, first, answering(shown, 'refuse', ['unknown_number']))
    await site.runJobs()
    const mail = site.mails.findLast((one) => one.to === 'inconnu@example.com')
    expect(mail?.text).toContain('n’est celui d’aucune entreprise adhérente')
  })

  it('two agents deciding at once: one verdict counts, the other reads again', async () => {
    const { letterId } = await aReceivedSubscription(site)
    const [yes, no] = [await read(site, first, letterId), await read(site, second, letterId)]
    const verdicts = await Promise.allSettled([
      decideCase(site.app, first, accepting(yes)),
      decideCase(site.app, second, answering(no, 'refuse', ['not_authorised'])),
    ])
    const refused = verdicts.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(String(refused[0]?.reason)).toContain('web.changed_meanwhile')
  })
})

describe('replacing a delegate', () => {
  it('takes two different agents, then waits for the end of the 24 hours', async () => {
    const { employer, delegate, letterId } = await aReceivedSubscription(site, true)
    expect(await accept(site, first, letterId)).toBe('second_agent_needed')
    await expect(accept(site, first, letterId)).rejects.toThrow('agency.accepted_by_you')
    expect(await accept(site, second, letterId)).toBe('accepted')
    expect(await delegatesOf(site, employer.id)).toMatchObject([{ email: delegate?.email }])
    await site.runJobs()
    const told = site.mails.findLast(({ subject }) => subject.includes('demande est acceptée'))
    const { applicant } = await letterNow(site, letterId)
    expect(told?.to).toBe(applicant.email)
    expect(told?.text).toContain('La demande prend effet le')

    expect(await applyLetter(site.app, { letterId })).toBe(false)
    site.clock.advance(24 * hourMs)
    await site.runJobs()
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    expect(await delegatesOf(site, employer.id)).toMatchObject([
      { state: 'replaced', email: delegate?.email },
      { state: 'active', email: 'k.lahlou@atlas-textile.example' },
    ])
    expect(await applyLetter(site.app, { letterId })).toBe(false)
  })

  it('by one person with two accounts is one acceptance', async () => {
    const { letterId } = await aReceivedSubscription(site, true)
    const one = agentActor(await anAgent(site, { cin: 'BK777001' }))
    const other = agentActor(await anAgent(site, { cin: 'BK777001' }))
    await accept(site, one, letterId)
    await expect(accept(site, other, letterId)).rejects.toThrow('agency.accepted_by_you')
  })

  it('a scan exchanged after the first acceptance opens the review again', async () => {
    const { letterId } = await aReceivedSubscription(site, true)
    await accept(site, first, letterId)
    const shown = await read(site, second, letterId)
    await signedBack(site, letterId)
    await expect(decideCase(site.app, second, accepting(shown))).rejects.toThrow(
      'web.changed_meanwhile',
    )
    const current = { ...shown, version: (await letterNow(site, letterId)).version }
    await expect(decideCase(site.app, second, accepting(current))).rejects.toThrow(
      'web.changed_meanwhile',
    )
    expect(await accept(site, second, letterId)).toBe('second_agent_needed')
    expect(await accept(site, first, letterId)).toBe('accepted')
  })

  it('the database itself refuses an acceptance that lacks an agent', async () => {
    const { letterId } = await aReceivedSubscription(site, true)
    await accept(site, first, letterId)
    await expect(
      site.database.ownerQuery(
        `update letters set state = 'accepted', clock_running_since = null, effective_at = now() where id = $1`,
        [letterId],
      ),
    ).rejects.toThrow('1 of 2 agents')
  })
})
