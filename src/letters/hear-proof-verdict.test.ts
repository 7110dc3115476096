import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signedIn } from '../../test/support/factories.ts'
import { Clamd, eicar } from '../../test/support/clamd.ts'
import { anAgent, anEmployer } from '../../test/support/factories.ts'
import {
  agentActor,
  aSubscription,
  anUpload,
  letterNow,
  newestProof,
} from '../../test/support/letters.ts'
import { aPdf } from '../../test/support/scans.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { subscribe } from '../../test/support/subscribing.ts'
import { guest } from '../actors/actor.ts'
import { checkWaiting } from '../platform/files/scanner/check-waiting.ts'
import { sweepFiles } from '../platform/files/sweep-files.ts'
import { receiveSignedLetter } from '../subscriptions/receive-signed-letter.ts'
import { paths } from '../web/paths.ts'
import { hearProofVerdict } from './hear-proof-verdict.ts'

let clamd: Clamd
let site: TestSite
let number = 810_000
beforeAll(async () => {
  clamd = await Clamd.open()
  site = await openSite(undefined, { CLAMAV_URL: clamd.url })
})
afterAll(async () => {
  await site.close()
  await clamd.close()
})
beforeEach(() => {
  clamd.mood = 'answering'
  number += 1
})

const infected = (about = '') => aPdf(`${about} ${eicar}`)

async function sent(content: Buffer, letterId: string) {
  const upload = await anUpload(site, content, 'scan.pdf')
  return receiveSignedLetter(site.app, guest, { letterId, upload, by: 'upload' })
}

async function aKnownLetter() {
  number += 1
  const employer = await anEmployer(site, { number: String(number) })
  const letterId = await aSubscription(site, { number: employer.number, employerId: employer.id })
  return { employerId: employer.id, letterId }
}

/** Contents on the disk, by their hash. */
async function onDisk(): Promise<string[]> {
  const folder = path.join(site.app.config.dataFolder, 'files')
  const all = await readdir(folder, { recursive: true }).catch(() => [])
  return all.map((one) => path.basename(one)).filter((name) => /^[0-9a-f]{64}$/.test(name))
}

const checkNow = async () => {
  await site.database.ownerQuery(`select graphile_worker.add_job('check-waiting')`)
  await site.runJobs()
}

async function actionsOn(employerId: string): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ action: string }>(
    'select action from audit_events where employer_id = $1 order by sequence',
    [employerId],
  )
  return rows.map(({ action }) => action)
}

describe('a scanner that answers', () => {
  it('AT93: lets a clean document through, and an infected one is told to whoever sent it and kept nowhere', async () => {
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, String(number))
    const before = await onDisk()
    const send = (content: Buffer) =>
      visitor.submit(
        ready,
        { proof: new File([new Uint8Array(content)], 'scan.pdf') },
        '/suivi/dossier/justificatif',
      )
    const refused = await send(infected())
    expect(refused.status).toBe(409)
    expect(refused.mistakes.join()).toContain('Ce fichier contient un virus (Eicar-Test-Signature)')
    expect(refused.mistakes.join()).toContain('numérisez de nouveau le document papier')
    expect(await onDisk()).toEqual(before)
    expect(await site.database.ownerQuery('select from files')).toEqual([])
    const accepted = await send(aPdf('propre'))
    expect(accepted.text).toContain('Document reçu')
    const [file] = await site.database.ownerQuery('select check_state, checked_at from files')
    expect(file).toEqual({ check_state: 'clean', checked_at: site.clock.now() })
  })
})

describe('RE24: a scanner that is away', () => {
  it('leaves the document waiting: both sides see it, nobody opens it or decides, until it is looked into', async () => {
    clamd.mood = 'hanging_up'
    const { letterId } = await aKnownLetter()
    await sent(aPdf('patience'), letterId)
    expect(site.logged.join()).toContain('the virus scanner does not answer: documents wait')
    const agent = await signedIn(site, await anAgent(site))
    const page = await agent.get(paths.agency.letter({ id: letterId }))
    expect(page.text).toContain('En cours de vérification')
    expect(page.document.querySelector('[name="decision"]')).toBeNull()
    const proof = await newestProof(site, letterId)
    const address = paths.agency.proof({ id: letterId, proof: proof.id })
    const unseen = await agent.get(address)
    expect(unseen.status).toBe(409)
    expect(unseen.text).toContain('L’antivirus n’a pas encore examiné ce document')
    await checkNow()
    expect((await newestProof(site, letterId)).file?.check).toBe('waiting')
    clamd.mood = 'answering'
    await checkNow()
    expect((await agent.raw(address)).status).toBe(200)
    const decided = await agent.get(paths.agency.letter({ id: letterId }))
    expect(decided.document.querySelector('[name="decision"]')).not.toBeNull()
  })

  it('says so to the applicant, who has nothing to do', async () => {
    clamd.mood = 'hanging_up'
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, String(number))
    const proof = new File([new Uint8Array(aPdf('attente'))], 'scan.pdf')
    const shown = await visitor.submit(ready, { proof }, '/suivi/dossier/justificatif')
    expect(shown.text).toContain('en cours de vérification par l’antivirus')
    clamd.mood = 'answering'
    await checkNow()
    expect((await visitor.get('/suivi/dossier')).text).not.toContain('en cours de vérification')
  })

  it('and then finds a virus: the applicant is asked for another, nothing is kept, the trail says so', async () => {
    clamd.mood = 'hanging_up'
    const { letterId, employerId } = await aKnownLetter()
    await sent(infected('plus tard'), letterId)
    const name = (await newestProof(site, letterId)).file?.sha256.toString('hex') ?? ''
    expect(await onDisk()).toContain(name)
    clamd.mood = 'answering'
    await checkNow()
    await checkNow()
    expect(await letterNow(site, letterId)).toMatchObject({
      state: 'to_complete',
      reasons: ['infected_proof'],
      clock: { runningSince: null },
    })
    expect(await onDisk()).not.toContain(name)
    expect((await sweepFiles(site.app)).missing).toEqual([])
    expect(site.mails.at(-1)?.text).toContain('Le document envoyé contenait un virus')
    expect(await actionsOn(employerId)).toEqual([
      'letter.drawn_up',
      'letter.received',
      'letter.proof_infected',
    ])
    const agent = await signedIn(site, await anAgent(site))
    const page = await agent.get(paths.agency.letter({ id: letterId }))
    expect(page.text).toContain('Ce document contenait un virus')
    await sent(aPdf('sain'), letterId)
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'received', reasons: [] })
  })

  it('RE24: one that it never gets through, and many that are gone, keep no other waiting', async () => {
    clamd.mood = 'hanging_up'
    const [stuck, other] = [await aKnownLetter(), await aKnownLetter()]
    await sent(aPdf('étouffe'), stuck.letterId)
    await site.database.ownerQuery(
      `update files set stored_at = stored_at - interval '1 day' where check_state = 'waiting'`,
    )
    await sent(aPdf('après lui'), other.letterId)
    await site.database.ownerQuery(
      `insert into files (sha256, size, media_type, name, purpose, stored_at, check_state)
        select sha256(n::text::bytea), 1, 'application/pdf', 'gone', 'letter_proof', '2020-01-01', 'waiting'
        from generate_series(1, 50) n`,
    )
    clamd.mood = 'answering'
    clamd.chokesOn = 'étouffe'
    await checkNow()
    await checkNow()
    const checkOf = async (id: string) => (await newestProof(site, id)).file?.check
    expect(await checkOf(stuck.letterId)).toBe('waiting')
    expect(await checkOf(other.letterId)).toBe('clean')
    await site.database.ownerQuery(`delete from files where name = 'gone'`)
    clamd.chokesOn = undefined
    await checkNow()
    expect(await checkOf(stuck.letterId)).toBe('clean')
  })

  it('RE24: that answers about none is not asked about all of them at each turn', async () => {
    clamd.mood = 'hanging_up'
    const letters = [await aKnownLetter(), await aKnownLetter(), await aKnownLetter()]
    letters.push(await aKnownLetter())
    for (const { letterId } of letters) await sent(aPdf(letterId), letterId)
    const check = () => checkWaiting(site.app, { letter_proof: hearProofVerdict })
    const tried = () =>
      site.database.ownerQuery(
        `select from files where check_state = 'waiting' and check_tried_at is not null`,
      )
    expect(await check()).toEqual({ clean: 0, infected: 0, waiting: 4 })
    expect(await tried()).toHaveLength(3)
    await check()
    expect(await tried()).toHaveLength(4)
    clamd.mood = 'answering'
    expect(await check()).toEqual({ clean: 4, infected: 0, waiting: 0 })
  })

  it('the same content twice is found once, and a newer document is not asked for again', async () => {
    clamd.mood = 'hanging_up'
    const [one, other] = [await aKnownLetter(), await aSubscription(site, { number: '799999' })]
    await sent(infected('deux fois'), one.letterId)
    await sent(infected('deux fois'), other)
    await sent(aPdf('le bon'), one.letterId)
    clamd.mood = 'answering'
    await checkNow()
    expect(await letterNow(site, one.letterId)).toMatchObject({ state: 'received' })
    expect(await letterNow(site, other)).toMatchObject({ state: 'to_complete' })
    const waiting = await site.database.ownerQuery(
      `select from files where check_state = 'waiting'`,
    )
    expect(waiting).toEqual([])
  })

  it('RE11: is asked by two workers at once and again: one verdict, one mail, one line of the trail', async () => {
    clamd.mood = 'hanging_up'
    const { letterId, employerId } = await aKnownLetter()
    await sent(infected('une fois'), letterId)
    clamd.mood = 'answering'
    const before = site.mails.length
    const check = () => checkWaiting(site.app, { letter_proof: hearProofVerdict })
    await Promise.all([check(), check()])
    await check()
    await site.runJobs()
    const told = site.mails.slice(before).filter(({ text }) => text.includes('contenait un virus'))
    expect(told).toHaveLength(1)
    const found = (await actionsOn(employerId)).filter((one) => one === 'letter.proof_infected')
    expect(found).toHaveLength(1)
  })

  it('on paper that an agent scanned, the agent sees it and the company owes nothing', async () => {
    clamd.mood = 'hanging_up'
    const { letterId } = await aKnownLetter()
    const agent = agentActor(await anAgent(site))
    const upload = await anUpload(site, infected('guichet'), 'scan.pdf')
    await receiveSignedLetter(site.app, agent, { letterId, upload, by: 'counter' })
    clamd.mood = 'answering'
    await checkNow()
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'received' })
    expect((await newestProof(site, letterId)).file?.check).toBe('infected')
  })
})
