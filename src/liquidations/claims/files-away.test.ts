import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { addScans, beginClaim, fillStep, scans } from '../../../test/support/claiming.ts'
import { Clamd, eicar } from '../../../test/support/clamd.ts'
import { anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { aMember } from '../../../test/support/members.ts'
import { S3Store } from '../../../test/support/s3.ts'
import { aPdf } from '../../../test/support/scans.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { noSmallDisk, SmallDisk } from '../../../test/support/small-disk.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { checkWaiting } from '../../platform/files/scanner/check-waiting.ts'
import { paths } from '../../web/paths.ts'
import { hearPageVerdict } from './hear-page-verdict.ts'

const closing: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function aDraft(settings: Record<string, string> = {}) {
  const site = await openSite(undefined, settings)
  closing.push(() => site.close())
  const company = await anEmployer(site)
  const clerk = await aProfile(site, company, { service: 'liquidation' })
  const who = await signedIn(site, clerk, company)
  const person = { lastName: 'BENNANI', firstName: 'YOUSSEF', bornOn: '1966-11-30' }
  const membershipId = await aMember(site, company, { ...person, cin: 'BE610001' })
  const id = await beginClaim(who, membershipId, 'normal')
  return { site, who, id, clerk }
}

/** Nothing half-done: no page, no file, no event, nothing on its way. */
async function expectNothingKept(site: TestSite, id: string): Promise<void> {
  const ownerQuery: TestSite['database']['ownerQuery'] = (...asked) =>
    site.database.ownerQuery(...asked)
  expect(await ownerQuery('select from claim_documents where claim_id = $1', [id])).toEqual([])
  expect(await ownerQuery(`select from files where purpose = 'claim_document'`)).toEqual([])
  expect(
    await ownerQuery(
      `select from audit_events where action = 'claim.pages_added' and subject_id = $1`,
      [id],
    ),
  ).toEqual([])
  const incoming = path.join(site.app.config.dataFolder, 'files', 'incoming')
  expect(await readdir(incoming).catch(() => [])).toEqual([])
}

/** The rest of the claim goes on meanwhile, and the same files arrive once there is room. */
async function expectGoesOn(who: Visitor, id: string): Promise<void> {
  const added = await addScans(who, id, 'identity', [scans.jpeg('recto.jpg'), scans.pdf()])
  expect(added.text).toContain('2 fichiers ajoutés')
  const file = added.document.querySelector('ol a')?.getAttribute('href') ?? ''
  expect((await who.raw(file)).status).toBe(200)
}

// A file system of its own can be mounted by root on Linux only: elsewhere this is skipped, which the report of the run shows.
describe.skipIf(noSmallDisk !== null)('while the disk of documents is full', () => {
  it('RE16: no page of a claim is half kept, the sentence says so, and it goes on once there is room', async () => {
    const { site, who, id } = await aDraft()
    const folder = path.join(site.app.config.dataFolder, 'files')
    await mkdir(folder, { recursive: true })
    const disk = new SmallDisk(folder, 20)
    closing.push(() => disk.remove())
    await addScans(who, id, 'identity', []).catch(() => undefined)
    const filler = disk.fill()
    const large = new File([new Uint8Array(aPdf('x'.repeat(3_000_000)))], 'piece.pdf')
    const refused = await addScans(who, id, 'identity', [scans.pdf('petite.pdf'), large])
    expect(refused.status).toBe(507)
    expect(refused.text).toContain('Rien n’est perdu chez vous')
    await expectNothingKept(site, id)
    const career = await fillStep(who, id, 'career', { relue: 'on' })
    expect(career.url).toBe(paths.claims.claim({ id }))
    await rm(filler)
    await expectGoesOn(who, id)
  })
})

describe('while the store of documents is away', () => {
  it('RE16: no page is half kept nor opened, the rest of the claim goes on, and so does it afterwards', async () => {
    const store = await S3Store.open()
    closing.push(() => store.close())
    const { site, who, id } = await aDraft({ GUICHET_FILES_URL: store.url })
    store.isAway = true
    const away = await addScans(who, id, 'identity')
    expect([away.status, away.text]).toEqual([
      503,
      expect.stringContaining('Une panne de notre côté nous empêche de garder'),
    ])
    await expectNothingKept(site, id)
    const career = await fillStep(who, id, 'career', { relue: 'on' })
    expect(career.url).toBe(paths.claims.claim({ id }))
    store.isAway = false
    await expectGoesOn(who, id)
    const shown = await who.get(paths.claims.documents({ id }))
    const file = shown.document.querySelector('ol a')?.getAttribute('href') ?? ''
    store.isAway = true
    expect((await who.raw(file)).status).toBe(503)
    store.isAway = false
    expect((await who.raw(file)).status).toBe(200)
  })
})

describe('a verdict of the scanner that comes late', () => {
  it('RE11: is heard by two workers at once and again: the page goes once, with one line of the trail', async () => {
    const clamd = await Clamd.open()
    closing.push(() => clamd.close())
    const { site, who, id } = await aDraft({ CLAMAV_URL: clamd.url })
    clamd.mood = 'hanging_up'
    const infected = new File([new Uint8Array(aPdf(eicar))], 'piece.pdf')
    await addScans(who, id, 'identity', [infected])
    clamd.mood = 'answering'
    const check = () => checkWaiting(site.app, { claim_document: hearPageVerdict })
    await Promise.all([check(), check()])
    await check()
    const events = await site.database.ownerQuery(
      `select from audit_events where action = 'claim.page_infected' and subject_id = $1`,
      [id],
    )
    expect(events).toHaveLength(1)
    const removed = await site.database.ownerQuery(
      'select from claim_documents where claim_id = $1 and removed_at is not null',
      [id],
    )
    expect(removed).toHaveLength(1)
    expect((await who.get(paths.claims.documents({ id }))).text).toContain('contenait un virus')
  })
})
