import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDelegate, anEmployer, signedIn } from '../../test/support/factories.ts'
import {
  accept,
  answering,
  aReceivedSubscription,
  aRequestedLetter,
  deciders,
  delegatesOf,
  letterNow,
  read,
  signedBack,
} from '../../test/support/letters.ts'
import type { TestSite } from '../../test/support/site.ts'
import type { AgentActor } from '../actors/actor.ts'
import { paths } from '../web/paths.ts'
import { checklistOf } from './checklist.ts'
import { decideCase } from './decide-case.ts'

const hourMs = 3_600_000
let site: TestSite
let first: AgentActor
let second: AgentActor
beforeAll(async () => {
  ;({ site, first, second } = await deciders())
})
afterAll(() => site.close())

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
    expect(await delegatesOf(site, employer.id)).toMatchObject([{ password_hash: null }])
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
    expect(await delegatesOf(site, employer.id)).toMatchObject([{ email: delegate.email }])
    site.clock.advance(24 * hourMs)
    await site.runJobs()
    expect(await delegatesOf(site, employer.id)).toMatchObject([{ email: 'neuve@example.com' }])
  })

  it('asked for a completion, the applicant reads what is missing and the clock waits', async () => {
    const { letterId } = await aReceivedSubscription(site)
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
