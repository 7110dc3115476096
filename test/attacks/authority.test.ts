import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPasswords } from '../../src/platform/secrets/passwords.ts'
import { aDelegate, anAgent, anEmployer, aProfile, signedIn } from '../support/factories.ts'
import type { TestEmployer } from '../support/factories.ts'
import {
  accept,
  agentActor,
  aRequestedLetter,
  compareNumber,
  letterNow,
  newestProof,
  signedBack,
} from '../support/letters.ts'
import { openSite, type TestSite } from '../support/site.ts'
import { delegate as applicant, putInForce, sendSigned } from '../support/subscribing.ts'
import type { Screen, Visitor } from '../support/visitor.ts'
import { actionsSince, csrfOf, effects, refusals } from './people.ts'

let site: TestSite
let employer: TestEmployer
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const caseOf = (id: string) => `/agence/dossiers/${id}`
const allChecks = ['number', 'signatory', 'signature', 'stamp', 'identity']

async function aCase(): Promise<string> {
  employer = await anEmployer(site, { services: [] })
  return (await sendSigned(site, employer.number)).letterId
}

async function open(agent: Visitor, letterId: string): Promise<Screen> {
  const proof = await newestProof(site, letterId)
  const seen = await agent.raw(`${caseOf(letterId)}/justificatifs/${proof.id}`)
  expect(seen.status).toBe(200)
  return agent.get(caseOf(letterId))
}

/** Sends the acceptance with what this page carries; by hand when the page has no form for it. */
async function acceptFrom(agent: Visitor, page: Screen, letterId: string): Promise<Screen> {
  const field = (name: string) =>
    page.document.querySelector(`input[name=${name}]`)?.getAttribute('value')
  const body = new URLSearchParams({
    csrf: csrfOf(page),
    version: field('version') ?? String((await letterNow(site, letterId)).version),
    justificatif: field('justificatif') ?? (await newestProof(site, letterId)).id,
    decision: 'accept',
  })
  for (const check of allChecks) body.append('controles', check)
  return agent.raw(`${caseOf(letterId)}/decision`, { method: 'POST', body })
}

async function isStill(letterId: string, state: string): Promise<void> {
  expect((await letterNow(site, letterId)).state).toBe(state)
}

describe('a proof exchanged between its reading and the decision', () => {
  it('AT61: takes the decision back: what was shown is no longer what is there', async () => {
    const letterId = await aCase()
    const agent = await signedIn(site, await anAgent(site))
    const page = await open(agent, letterId)
    await signedBack(site, letterId)
    const before = await effects(site)
    const noted = (await refusals(site)).length
    const answer = await acceptFrom(agent, page, letterId)
    expect(answer.status).toBe(409)
    await isStill(letterId, 'received')
    // The page that says so shows the file again, which leaves its own trace.
    expect(await actionsSince(site, before)).toEqual(['letter.viewed'])
    expect((await refusals(site)).length).toBe(noted + 1)
    const unseen = await acceptFrom(agent, await agent.get(caseOf(letterId)), letterId)
    expect(unseen.status).toBe(409)
    expect((await acceptFrom(agent, await open(agent, letterId), letterId)).status).toBe(303)
    await isStill(letterId, 'applied')
  })

  it('AT61: on the disk itself is found by its hash, and nobody is said to have seen it', async () => {
    const letterId = await aCase()
    await signedBack(site, letterId)
    const agent = await signedIn(site, await anAgent(site))
    const proof = await newestProof(site, letterId)
    const name = Buffer.from(proof.file?.sha256 ?? []).toString('hex')
    await writeFile(
      path.join(site.app.config.dataFolder, 'files', name.slice(0, 2), name),
      '%PDF-1.7 autre',
    )
    const before = await effects(site)
    const answer = await agent.raw(`${caseOf(letterId)}/justificatifs/${proof.id}`)
    expect(answer.status).toBe(500)
    expect(answer.body).not.toContain('autre')
    expect(await actionsSince(site, before)).toEqual([])
    expect((await acceptFrom(agent, await agent.get(caseOf(letterId)), letterId)).status).toBe(409)
    await isStill(letterId, 'received')
  })
})

describe('an agent', () => {
  it('AT67: decides nothing without having opened the proof; opening it is in the employer’s trail', async () => {
    const letterId = await aCase()
    const agent = await signedIn(site, await anAgent(site))
    const answer = await acceptFrom(agent, await agent.get(caseOf(letterId)), letterId)
    expect(answer.status).toBe(409)
    await isStill(letterId, 'received')
    await open(agent, letterId)
    const seen = await site.database.ownerQuery(
      `select from audit_events where action = 'letter.proof_viewed' and subject_id = $1 and employer_id = $2`,
      [letterId, employer.id],
    )
    expect(seen).toHaveLength(1)
  })

  it.each(['agent', 'supervisor'] as const)(
    'AT67: decides nothing about their own company (%s)',
    async (role) => {
      const letterId = await aCase()
      const own = await signedIn(
        site,
        await anAgent(site, { role, ownEmployerNumber: employer.number }),
      )
      const answer = await acceptFrom(own, await open(own, letterId), letterId)
      expect(answer.status).toBe(409)
      await isStill(letterId, 'received')
      const suspend = `/agence/adherents/${employer.id}/suspendre-delegue`
      await aDelegate(site, employer)
      const page = await own.get(`/agence/adherents/${employer.id}`)
      const done = await own.post(suspend, { csrf: csrfOf(page), courrier: 'C-1', motif: 'x' })
      expect(done.status).toBe(409)
    },
  )

  it('AT67: alone changes nobody’s e-mail and resets nobody’s password, not even with two accounts', async () => {
    for (const kind of ['email_update', 'password_reset'] as const) {
      const company = await anEmployer(site)
      const boss = await aDelegate(site, company)
      const letterId = await aRequestedLetter(site, company, kind)
      await signedBack(site, letterId)
      const cin = `BK${randomBytes(2).readUInt16BE() + 100_000}`
      const accounts = [await anAgent(site, { cin }), await anAgent(site, { cin })] as const
      const [one, same] = [await signedIn(site, accounts[0]), await signedIn(site, accounts[1])]
      for (const account of accounts) await compareNumber(site, agentActor(account), letterId)
      await acceptFrom(one, await open(one, letterId), letterId)
      expect((await acceptFrom(one, await open(one, letterId), letterId)).status).toBe(409)
      expect((await acceptFrom(same, await open(same, letterId), letterId)).status).toBe(409)
      site.clock.advance(3 * 86_400_000)
      await site.runJobs()
      await isStill(letterId, 'received')
      const [row] = await site.database.ownerQuery('select email from delegates where id = $1', [
        boss.id,
      ])
      expect(row).toEqual({ email: boss.email })
    }
  })

  it('AT67: cannot use a page that another company’s person could forge', async () => {
    const letterId = await aCase()
    const page = await open(await signedIn(site, await anAgent(site)), letterId)
    for (const visitor of [await signedIn(site, await aDelegate(site, employer)), site.visitor()])
      expect([403, 409]).toContain((await acceptFrom(visitor, page, letterId)).status)
    await isStill(letterId, 'received')
  })
})

describe('a delegate who is replaced', () => {
  it('AT66: keeps no session, form, invitation, link, known browser or request', async () => {
    const company = await anEmployer(site)
    const former = await aDelegate(site, company, { email: 'sortante@entreprise.example' })
    const session = await signedIn(site, former)
    const create = '/administration/utilisateurs/compte-adherent/nouveau'
    const form = await session.get(create)
    await session.submit(form, {
      lastName: 'Lahlou',
      firstName: 'Khadija',
      jobTitle: 'Paie',
      email: 'invitee@entreprise.example',
      identityNumber: 'BE112233',
    })
    await site.runJobs()
    const invited = site.mails.findLast(({ to }) => to === 'invitee@entreprise.example')
    const invitation = invited?.text.match(/\/activer\/[\w-]+/)?.[0] ?? ''
    expect((await site.visitor().raw(invitation)).status).toBe(200)
    const { letterId } = await sendSigned(site, company.number, {
      delegate: { ...applicant, email: 'entrante@entreprise.example' },
    })
    for (const _ of [1, 2]) await accept(site, agentActor(await anAgent(site)), letterId)
    expect((await session.raw('/administration')).status).toBe(200)
    site.clock.advance(25 * 3_600_000)
    await site.runJobs()
    await isStill(letterId, 'applied')
    const before = await effects(site)
    expect((await session.raw('/administration')).status).toBe(303)
    expect((await session.post(create, { csrf: csrfOf(form) })).status).toBe(409)
    expect((await site.visitor().raw(invitation)).status).toBe(404)
    const visitor = site.visitor()
    const back = await visitor.submit(await visitor.get('/administration/connexion'), {
      employerNumber: company.number,
      password: former.password,
    })
    expect(back.status).toBe(422)
    expect((await actionsSince(site, before)).filter((one) => one.startsWith('user.'))).toEqual([])
    const alive = await site.database.ownerQuery(
      `select 1 from sessions where account_id = $1 and ended_at is null`,
      [former.id],
    )
    expect(alive).toEqual([])
  })
})

describe('a subscription for somebody else’s company', () => {
  it('AT60: unproven, warns nobody and changes nothing; the same answer as for a number nobody has', async () => {
    const company = await anEmployer(site)
    const boss = await aDelegate(site, company, { email: 'en-place@entreprise.example' })
    const before = site.mails.length
    await sendSigned(site, '999977')
    await site.runJobs()
    expect(site.mails.slice(before).some(({ to }) => to === boss.email)).toBe(false)
    const { letterId } = await sendSigned(site, company.number)
    await site.runJobs()
    expect(site.mails.filter(({ to }) => to === boss.email)).toHaveLength(1)
    expect((await letterNow(site, letterId)).agentsRequired).toBe(2)
    await expect(putInForce(site, letterId)).resolves.toBeUndefined()
  })
})

describe('five hundred passwords at once', () => {
  it('AT11: are hashed a few at a time, and leave the rest of the portal its turn', async () => {
    const passwords = createPasswords(2)
    let isOver = false
    const storm = Promise.all(Array.from({ length: 100 }, () => passwords.verify(null, 'essai')))
    const hashed = storm.then(() => (isOver = true))
    expect((await site.visitor().raw('/')).status).toBe(200)
    expect(isOver).toBe(false)
    expect(await passwords.verify(null, 'x'.repeat(1_000_000))).toBe(false)
    expect(isOver, 'one too long is not hashed, and waits for none that are').toBe(false)
    await hashed
  })
})

describe('a company', () => {
  it('AT64: gives nobody a service that it has not subscribed to, by the page or past it', async () => {
    const statusesOf = async (company: TestEmployer) => {
      const boss = await signedIn(site, await aDelegate(site, company))
      const csrf = csrfOf(await boss.get('/administration'))
      const statuses: number[] = []
      for (const [index, cell] of ['compte-adherent', 'e-liquidation', 'profils'].entries()) {
        const answer = await boss.post(`/administration/utilisateurs/${cell}/nouveau`, {
          csrf,
          entreprise: company.id,
          lastName: 'Lahlou',
          firstName: 'Khadija',
          jobTitle: 'Paie',
          email: 'k@entreprise.example',
          language: 'fr',
          identityKind: 'cin',
          identityNumber: `BE99887${index}`,
          firstPassword: 'link',
          questionsWho: 'user',
          powers: 'maker',
          service: 'agency',
          role: 'agent',
        })
        statuses.push(answer.status)
      }
      return statuses
    }
    const before = await effects(site)
    const refused = await statusesOf(await anEmployer(site, { services: ['declaration'] }))
    expect(refused.every((status) => [404, 409, 422].includes(status))).toBe(true)
    expect(await actionsSince(site, before)).toEqual([])
    expect(await statusesOf(await anEmployer(site))).toEqual([303, 303, 303])
  })

  it('AT65: sees at once that one person holds ordonnateur and validateur under two logins', async () => {
    const company = await anEmployer(site, { confirmationsRequired: 1 })
    const boss = await signedIn(site, await aDelegate(site, company))
    const cin = 'BE565656'
    await aProfile(site, company, { service: 'payment', isMaker: true, cin, firstName: 'Hind' })
    const calm = await boss.get('/administration/utilisateurs/profils')
    await aProfile(site, company, { service: 'payment', isValidator: true, cin, firstName: 'Hind' })
    const warned = await boss.get('/administration/utilisateurs/profils')
    const notes = (screen: Screen) =>
      screen.document.querySelectorAll('.note').map((one) => one.text)
    expect(notes(warned).join()).not.toBe(notes(calm).join())
    expect(warned.text).toMatch(/même personne|une seule personne/)
  })
})
