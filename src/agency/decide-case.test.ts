import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDelegate, anAgent, anEmployer, signedIn } from '../../test/support/factories.ts'
import {
  accept,
  accepting,
  agentActor,
  answering,
  aRequestedLetter,
  aSubscription,
  letterNow,
  newestProof,
  read,
  signedBack,
} from '../../test/support/letters.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { AgentActor } from '../actors/actor.ts'
import { spentMsAt } from '../calendar/index.ts'
import { raiseObjection } from '../letters/raise-objection.ts'
import { paths } from '../web/paths.ts'
import { applyLetter } from './apply-letter.ts'
import { checklistOf } from './checklist.ts'
import { decideCase } from './decide-case.ts'
import { decideObjection } from './decide-objection.ts'

const hourMs = 3_600_000
let site: TestSite
let first: AgentActor
let second: AgentActor
let supervisor: AgentActor

beforeAll(async () => {
  site = await openSite()
  first = agentActor(await anAgent(site))
  second = agentActor(await anAgent(site))
  supervisor = agentActor(await anAgent(site, { role: 'supervisor' }), 'supervisor')
})
afterAll(() => site.close())

async function aReceivedSubscription(delegateInFunction = false) {
  const employer = await anEmployer(site, { services: [] })
  const delegate = delegateInFunction ? await aDelegate(site, employer) : undefined
  const letterId = await aSubscription(site, { number: employer.number, employerId: employer.id })
  await signedBack(site, letterId)
  return { employer, delegate, letterId }
}

async function delegatesOf(employerId: string) {
  return site.database.ownerQuery<{ state: string; email: string; password_hash: string | null }>(
    'select state, email, password_hash from delegates where employer_id = $1 order by created_at, state',
    [employerId],
  )
}

async function actionsOf(letterId: string): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ action: string }>(
    'select action from audit_events where subject_id = $1 order by sequence',
    [letterId],
  )
  return rows.map(({ action }) => action)
}

describe('a first subscription', () => {
  it('is in force with one acceptance, in the same instant, and the trail tells it', async () => {
    const { employer, letterId } = await aReceivedSubscription()
    expect(await accept(site, first, letterId)).toBe('accepted')
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    expect(await delegatesOf(employer.id)).toMatchObject([{ state: 'active' }])
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
    const { letterId } = await aReceivedSubscription()
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
    const { employer, letterId } = await aReceivedSubscription()
    const own = agentActor(await anAgent(site, { ownEmployerNumber: employer.number }))
    await expect(accept(site, own, letterId)).rejects.toThrow('agency.own_employer')
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
    const { letterId } = await aReceivedSubscription()
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
    const { employer, delegate, letterId } = await aReceivedSubscription(true)
    expect(await accept(site, first, letterId)).toBe('second_agent_needed')
    await expect(accept(site, first, letterId)).rejects.toThrow('agency.accepted_by_you')
    expect(await accept(site, second, letterId)).toBe('accepted')
    expect(await delegatesOf(employer.id)).toMatchObject([{ email: delegate?.email }])
    await site.runJobs()
    const told = site.mails.findLast(({ subject }) => subject.includes('demande est acceptée'))
    const { applicant } = await letterNow(site, letterId)
    expect(told?.to).toBe(applicant.email)
    expect(told?.text).toContain('La demande prend effet le')

    expect(await applyLetter(site.app, { letterId })).toBe(false)
    site.clock.advance(24 * hourMs)
    await site.runJobs()
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    expect(await delegatesOf(employer.id)).toMatchObject([
      { state: 'replaced', email: delegate?.email },
      { state: 'active', email: 'k.lahlou@atlas-textile.example' },
    ])
    expect(await applyLetter(site.app, { letterId })).toBe(false)
  })

  it('by one person with two accounts is one acceptance', async () => {
    const { letterId } = await aReceivedSubscription(true)
    const one = agentActor(await anAgent(site, { cin: 'BK777001' }))
    const other = agentActor(await anAgent(site, { cin: 'BK777001' }))
    await accept(site, one, letterId)
    await expect(accept(site, other, letterId)).rejects.toThrow('agency.accepted_by_you')
  })

  it('a scan exchanged after the first acceptance opens the review again', async () => {
    const { letterId } = await aReceivedSubscription(true)
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
    const { letterId } = await aReceivedSubscription(true)
    await accept(site, first, letterId)
    await expect(
      site.database.ownerQuery(
        `update letters set state = 'accepted', clock_running_since = null, effective_at = now() where id = $1`,
        [letterId],
      ),
    ).rejects.toThrow('1 of 2 agents')
  })
})

describe('an objection', () => {
  async function opposed(acceptFirst: boolean) {
    const { employer, delegate, letterId } = await aReceivedSubscription(true)
    if (acceptFirst) {
      await accept(site, first, letterId)
      await accept(site, second, letterId)
    }
    site.clock.advance(2 * hourMs)
    await site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
      raiseObjection(tx, { kind: 'guest', name: '' }, site.clock.now(), {
        letterId,
        statement: 'Je suis toujours en poste.',
      }),
    )
    const version = async () => (await letterNow(site, letterId)).version
    return { employer, delegate, letterId, version }
  }

  it('pauses the 48 hours until a supervisor dismisses it', async () => {
    site.clock.set('2026-11-24T10:00:00Z')
    const { letterId, version } = await opposed(false)
    site.clock.advance(10 * hourMs)
    const paused = await letterNow(site, letterId)
    expect(paused.clock.runningSince).toBeNull()
    expect(spentMsAt(paused.clock, site.clock.now(), new Set())).toBe(2 * hourMs)
    await read(site, supervisor, letterId)
    const decision = {
      letterId,
      version: await version(),
      decision: 'dismissed',
      note: 'Vu.',
      hasRead: true,
    } as const
    await expect(decideObjection(site.app, first, decision)).rejects.toThrow('web.not_allowed')
    await decideObjection(site.app, supervisor, decision)
    expect((await letterNow(site, letterId)).clock.runningSince).toEqual(site.clock.now())
  })

  it('blocks the effect of what was accepted, whatever the hour, and nobody reads a day on which it takes effect', async () => {
    const { delegate, employer, letterId, version } = await opposed(true)
    const { reference, applicant } = await letterNow(site, letterId)
    const visitor = site.visitor()
    const door = await visitor.get(paths.follow.start())
    const followed = await visitor.submit(door, { reference, email: applicant.email })
    expect(followed.title).toContain('attend une vérification complémentaire')
    expect(followed.text).not.toContain('Prend effet le')
    if (!delegate) throw new Error('no delegate')
    const list = await (await signedIn(site, delegate)).get(paths.administration.letters())
    expect(list.text).toContain('Suspendue par votre opposition')
    expect(list.text).not.toContain('en vigueur le')
    site.clock.advance(30 * hourMs)
    await site.runJobs()
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'accepted' })
    await read(site, supervisor, letterId)
    await decideObjection(site.app, supervisor, {
      letterId,
      hasRead: true,
      version: await version(),
      decision: 'dismissed',
      note: 'L’entreprise a confirmé.',
    })
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    expect(await delegatesOf(employer.id)).toHaveLength(2)
    await site.runJobs()
    const told = site.mails.filter((mail) => mail.to === delegate?.email)
    expect(told.map((mail) => mail.text).join()).toContain('n’a pas été retenue')
  })

  it('AT67: dismissed early, what was accepted waits for the end of the hours promised', async () => {
    const { employer, letterId, version } = await opposed(true)
    await read(site, supervisor, letterId)
    await decideObjection(site.app, supervisor, {
      letterId,
      hasRead: true,
      version: await version(),
      decision: 'dismissed',
      note: 'L’entreprise a confirmé.',
    })
    await site.runJobs()
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'accepted' })
    expect(await delegatesOf(employer.id)).toHaveLength(1)
    site.clock.advance(22 * hourMs)
    await site.runJobs()
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    expect(await delegatesOf(employer.id)).toHaveLength(2)
  })

  it('AT67: is decided with the paper and the objection read, by a supervisor who gave no agreement', async () => {
    const { letterId, version } = await opposed(false)
    const decision = async (hasRead: boolean) => ({
      letterId,
      hasRead,
      version: await version(),
      decision: 'dismissed' as const,
      note: 'Vu.',
    })
    const decide = async (who: AgentActor, hasRead = true) =>
      decideObjection(site.app, who, await decision(hasRead))
    await expect(decide(supervisor)).rejects.toThrow('agency.proof_not_opened')
    await read(site, supervisor, letterId)
    await expect(decide(supervisor, false)).rejects.toThrow('agency.objection_not_read')
    const partial = agentActor(await anAgent(site, { role: 'supervisor' }), 'supervisor')
    await accept(site, partial, letterId)
    await expect(decide(partial)).rejects.toThrow('agency.objection_of_your_agreement')
    await decide(supervisor)
    await expect(accept(site, supervisor, letterId)).rejects.toThrow(
      'agency.objection_decided_by_you',
    )
    expect(await accept(site, second, letterId)).toBe('accepted')
  })

  it('upheld, the letter is refused and nothing changes', async () => {
    const { employer, letterId, version } = await opposed(true)
    await read(site, supervisor, letterId)
    await decideObjection(site.app, supervisor, {
      letterId,
      hasRead: true,
      version: await version(),
      decision: 'upheld',
      note: 'La lettre n’émane pas de l’entreprise.',
    })
    expect(await letterNow(site, letterId)).toMatchObject({
      state: 'refused',
      reasons: ['objection_upheld'],
    })
    expect(await delegatesOf(employer.id)).toHaveLength(1)
    site.clock.advance(48 * hourMs)
    await site.runJobs()
    expect(await delegatesOf(employer.id)).toHaveLength(1)
  })
})

describe('the other letters', () => {
  it('a password reset takes two agents and ends in a link to the address on file', async () => {
    const employer = await anEmployer(site)
    const delegate = await aDelegate(site, employer)
    const letterId = await aRequestedLetter(site, employer, 'password_reset')
    site.clock.advance(hourMs)
    await signedBack(site, letterId, { actor: first, by: 'post' })
    await accept(site, first, letterId)
    await accept(site, second, letterId)
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    expect(await delegatesOf(employer.id)).toMatchObject([{ password_hash: null }])
    await site.runJobs()
    expect(site.mails.some((mail) => mail.to === delegate.email)).toBe(true)
  })

  const factorOf = async (delegateId: string) => {
    const rows = await site.database.ownerQuery<{ factor: boolean; codes: number }>(
      `select totp_sealed is not null as factor,
        (select count(*)::int from recovery_codes where account_id = d.id) as codes
       from delegates d where id = $1`,
      [delegateId],
    )
    return rows[0]
  }

  async function aDelegateWithFactor(lostFactor: boolean) {
    const employer = await anEmployer(site)
    const delegate = await aDelegate(site, employer)
    await site.database.ownerQuery('update delegates set totp_sealed = $1 where id = $2', [
      site.app.keyring.seal('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
      delegate.id,
    ])
    await site.database.ownerQuery(
      `insert into recovery_codes (account_kind, account_id, code_hash) values ('delegate', $1, '\\x01')`,
      [delegate.id],
    )
    const letterId = await aRequestedLetter(site, employer, 'password_reset', { lostFactor })
    site.clock.advance(hourMs)
    await signedBack(site, letterId, { actor: first, by: 'post' })
    return { employer, delegate, letterId }
  }

  it('AT28: a reset leaves the second factor, and says how to ask for more', async () => {
    const { delegate, letterId } = await aDelegateWithFactor(false)
    await accept(site, first, letterId)
    await accept(site, second, letterId)
    expect(await factorOf(delegate.id)).toEqual({ factor: true, codes: 1 })
    await site.runJobs()
    const mail = site.mails.findLast(({ to }) => to === delegate.email)
    expect(mail?.text).toContain('reste demandé')
    expect(mail?.text).toContain('J’ai aussi perdu mon téléphone')
  })

  it('a paper that says that the telephone and the codes are lost takes both off, and tells the company too', async () => {
    const { employer, delegate, letterId } = await aDelegateWithFactor(true)
    await accept(site, first, letterId)
    expect(await factorOf(delegate.id)).toEqual({ factor: true, codes: 1 })
    await accept(site, second, letterId)
    expect(await factorOf(delegate.id)).toEqual({ factor: false, codes: 0 })
    await site.runJobs()
    const told = site.mails
      .filter(({ subject }) => subject.includes('double vérification de la personne déléguée'))
      .map(({ to }) => to)
    expect(told.sort()).toEqual(
      [delegate.email, `contact@entreprise-${employer.number}.example`].sort(),
    )
    const [event] = await site.database.ownerQuery(
      `select from audit_events where action = 'delegate.second_factor_reset' and employer_id = $1`,
      [employer.id],
    )
    expect(event).toBeDefined()
  })

  it('AT67: nobody accepts such a paper without having read that it asks for it', async () => {
    const { letterId } = await aDelegateWithFactor(true)
    const shown = await read(site, first, letterId)
    const checklist = checklistOf(['number', 'signatory', 'signature', 'stamp', 'identity'])
    await expect(
      decideCase(site.app, first, { ...shown, verdict: { verdict: 'accept', checklist } }),
    ).rejects.toMatchObject({ code: 'agency.checklist_incomplete' })
  })

  it('an e-mail update is told to the old address and takes effect a day later', async () => {
    const employer = await anEmployer(site)
    const delegate = await aDelegate(site, employer)
    const letterId = await aRequestedLetter(site, employer, 'email_update', {
      email: 'neuve@example.com',
    })
    await signedBack(site, letterId)
    await accept(site, first, letterId)
    await accept(site, second, letterId)
    await site.runJobs()
    const warning = site.mails.findLast((mail) => mail.to === delegate.email)
    expect(warning?.text).toContain('neuve@example.com')
    const link = /\/opposition\/[\w-]{43}/.exec(warning?.text ?? '')?.[0] ?? ''
    const page = await site.visitor().get(link)
    expect(page.title).toContain('changer votre adresse e-mail')
    expect(page.text).toContain('neuve@example.com')
    const own = await (await signedIn(site, delegate)).get(paths.administration.information())
    expect(own.text).toContain('changer votre adresse e-mail')
    expect(own.text).not.toContain('vise à vous remplacer')
    expect(await delegatesOf(employer.id)).toMatchObject([{ email: delegate.email }])
    site.clock.advance(24 * hourMs)
    await site.runJobs()
    expect(await delegatesOf(employer.id)).toMatchObject([{ email: 'neuve@example.com' }])
  })

  it('asked for a completion, the applicant reads what is missing and the clock waits', async () => {
    const { letterId } = await aReceivedSubscription()
    const shown = await read(site, first, letterId)
    await decideCase(site.app, first, answering(shown, 'complete', ['missing_stamp']))
    await site.runJobs()
    expect(site.mails.at(-1)?.text).toContain('Le cachet de l’entreprise manque.')
    expect(await letterNow(site, letterId)).toMatchObject({
      state: 'to_complete',
      clock: { runningSince: null },
    })
    await signedBack(site, letterId)
    expect((await letterNow(site, letterId)).clock.runningSince).not.toBeNull()
  })
})
