import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDelegate, anAgent, anEmployer } from '../../test/support/factories.ts'
import {
  agentActor,
  anUpload,
  aSubscription,
  letterNow,
  newestProof,
  signedBack,
} from '../../test/support/letters.ts'
import { aPng } from '../../test/support/scans.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { guest } from '../actors/actor.ts'
import { receiveSignedLetter } from '../subscriptions/receive-signed-letter.ts'
import { tellItIsOver } from '../subscriptions/tell-it-is-over.ts'
import { expireLetters } from './expire-letters.ts'
import { followLetter } from './follow.ts'
import { withdrawLetter } from './withdraw-letter.ts'

const dayMs = 86_400_000
let site: TestSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('the signed form comes back', () => {
  it('starts the 48 hours and keeps the scan as it was received', async () => {
    const letterId = await aSubscription(site, { number: '100001' })
    const sent = aPng(1)
    const upload = await anUpload(site, sent)
    await receiveSignedLetter(site.app, guest, { letterId, upload, by: 'upload' })
    const letter = await letterNow(site, letterId)
    expect(letter).toMatchObject({ state: 'received', clock: { runningSince: site.clock.now() } })
    const proof = await newestProof(site, letterId)
    const kept = await site.app.files.read(proof.file?.sha256 ?? Buffer.alloc(32))
    expect(kept).toEqual(sent)
  })

  it('is known by its content, not by its name', async () => {
    const letterId = await aSubscription(site, { number: '100002' })
    const refused: readonly (readonly [string, string])[] = [
      ['<html><script>alert(1)</script>', 'formulaire.pdf'],
      ['MZ\u0090', 'scan.png'],
      ['', 'vide.pdf'],
    ]
    for (const [content, name] of refused) {
      const upload = await anUpload(site, Buffer.from(content), name)
      await expect(
        receiveSignedLetter(site.app, guest, { letterId, upload, by: 'upload' }),
      ).rejects.toThrow(content === '' ? 'scans.empty' : 'scans.wrong_type')
    }
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'awaiting_signature' })
  })

  it('on line it is a file; on paper it may be scanned later', async () => {
    const letterId = await aSubscription(site, { number: '100003' })
    await expect(
      receiveSignedLetter(site.app, guest, { letterId, upload: null, by: 'upload' }),
    ).rejects.toThrow('letters.no_file')
    const agent = agentActor(await anAgent(site))
    await receiveSignedLetter(site.app, agent, { letterId, upload: null, by: 'counter' })
    const proof = await newestProof(site, letterId)
    expect(proof).toMatchObject({ receivedBy: 'counter', registeredBy: agent.id, file: null })
    await site.runJobs()
    expect(site.mails.at(-1)?.subject).toContain('Nous avons reçu votre document signé')
    expect(site.mails.at(-1)?.text).toContain('au guichet')
  })

  it('is acknowledged by mail when it was uploaded too, a few times an hour at most', async () => {
    const letterId = await aSubscription(site, { number: '100009', email: 'recu@atlas.example' })
    for (let scans = 0; scans < 5; scans += 1) await signedBack(site, letterId)
    await site.runJobs()
    const told = site.mails.filter(({ to }) => to === 'recu@atlas.example')
    expect(told).toHaveLength(3)
    expect(told[0]?.text).toContain('en ligne')
    expect(told[0]?.text).toContain('/suivi')
  })

  it('what was received is never changed', async () => {
    const letterId = await aSubscription(site, { number: '100004' })
    await signedBack(site, letterId)
    const { id } = await newestProof(site, letterId)
    const change = site.app.db.transaction({ as: 'agency' }, (tx) =>
      tx.updateTable('letter_proofs').set({ received_by: 'post' }).where('id', '=', id).execute(),
    )
    await expect(change).rejects.toThrow('permission denied')
  })

  it('does not come back to a file that is closed', async () => {
    const letterId = await aSubscription(site, { number: '100005' })
    await site.app.db.transaction({ as: 'public', letterId }, (tx) =>
      withdrawLetter(tx, guest, site.clock.now(), letterId),
    )
    await expect(signedBack(site, letterId)).rejects.toThrow('letters.too_late')
  })
})

describe('one proven file per employer', () => {
  it('of fifty subscriptions for one number, all signed at once, one is examined', async () => {
    const employer = await anEmployer(site, { number: '100050' })
    const delegate = await aDelegate(site, employer)
    const letterIds: string[] = []
    for (let one = 0; one < 50; one += 1) {
      letterIds.push(
        await aSubscription(site, { number: employer.number, employerId: employer.id }),
      )
    }
    const back = await Promise.allSettled(letterIds.map((id) => signedBack(site, id)))
    const refused = back.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(49)
    for (const one of refused) expect(String(one.reason)).toContain('letters.another_in_review')
    const states = await site.database.ownerQuery<{ state: string; count: bigint }>(
      'select state, count(*) from letters where employer_id = $1 group by state order by state',
      [employer.id],
    )
    expect(states).toEqual([
      { state: 'awaiting_signature', count: 49n },
      { state: 'received', count: 1n },
    ])
    await site.runJobs()
    const told = site.mails.filter((mail) => mail.to === delegate.email)
    expect(told).toHaveLength(1)
    const [inFunction] = await site.database.ownerQuery(
      'select state from delegates where id = $1',
      [delegate.id],
    )
    expect(inFunction).toEqual({ state: 'active' })
  })

  it('a renewal counts as a subscription, and a refused file makes room', async () => {
    const employer = await anEmployer(site, { number: '100051' })
    const subscription = await aSubscription(site, {
      number: employer.number,
      employerId: employer.id,
    })
    const renewal = await aSubscription(site, {
      number: employer.number,
      employerId: employer.id,
      kind: 'renewal',
    })
    await signedBack(site, subscription)
    await expect(signedBack(site, renewal)).rejects.toThrow('letters.another_in_review')
    await site.app.db.transaction({ as: 'public', letterId: subscription }, (tx) =>
      withdrawLetter(tx, guest, site.clock.now(), subscription),
    )
    await signedBack(site, renewal)
    expect(await letterNow(site, renewal)).toMatchObject({ state: 'received' })
  })

  it('a scan that was refused is kept nowhere', async () => {
    const kept = async () => {
      const folder = path.join(site.app.config.dataFolder, 'files')
      const all = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = all.filter((one) => one.isFile() && !one.parentPath.endsWith('incoming'))
      const rows = await site.database.ownerQuery('select from files')
      return { onDisk: files.length, rows: rows.length }
    }
    await signedBack(site, await aSubscription(site, { number: '100052' }))
    const before = await kept()
    const late = await aSubscription(site, { number: '100052' })
    await expect(signedBack(site, late)).rejects.toThrow('letters.another_in_review')
    expect(await kept()).toEqual(before)
  })
})

describe('following a letter', () => {
  it('takes its code and the address it was asked with, however they are typed', async () => {
    const letterId = await aSubscription(site, { number: '100006', email: 'Suivi@example.com' })
    const { reference } = await letterNow(site, letterId)
    const follow = (code: string, email: string) =>
      site.app.db.transaction({ as: 'public' }, (tx) => followLetter(tx, code, email))
    expect(await follow(reference.toLowerCase(), 'suivi@EXAMPLE.com')).toBe(letterId)
    expect(await follow(reference, 'autre@example.com')).toBeUndefined()
    expect(await follow('AB-0000-0000', 'suivi@example.com')).toBeUndefined()
    expect(await follow('n’importe quoi', 'suivi@example.com')).toBeUndefined()
  })
})

describe('forgotten letters', () => {
  it('leave after ninety days without a signature, not before', async () => {
    const letterId = await aSubscription(site, { number: '100007' })
    const signed = await aSubscription(site, { number: '100008' })
    await signedBack(site, signed)
    site.clock.advance(89 * dayMs)
    await expireLetters(site.app, tellItIsOver)
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'awaiting_signature' })
    site.clock.advance(2 * dayMs)
    await expireLetters(site.app, tellItIsOver)
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'expired' })
    expect(await letterNow(site, signed)).toMatchObject({ state: 'received' })
    expect(await expireLetters(site.app, tellItIsOver)).toEqual({ expired: 0 })
  })
})
