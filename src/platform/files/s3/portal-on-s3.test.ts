import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { anAgent, anEmployer, signedIn } from '../../../../test/support/factories.ts'
import { newestProof } from '../../../../test/support/letters.ts'
import { aKey, ask } from '../../../../test/support/machine.ts'
import { S3Store } from '../../../../test/support/s3.ts'
import { aPdf } from '../../../../test/support/scans.ts'
import { openSite, type TestSite } from '../../../../test/support/site.ts'
import { scan, subscribe } from '../../../../test/support/subscribing.ts'
import type { Screen, Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'
import { tellOfStore } from '../../../web/outage.ts'
import { sweepFiles } from '../sweep-files.ts'

let store: S3Store
let site: TestSite
let visitor: Visitor
let ready: Screen
let number = 820_000
beforeAll(async () => {
  store = await S3Store.open()
  site = await openSite(undefined, { GUICHET_FILES_URL: store.url })
})
afterAll(async () => {
  await site.close()
  await store.close()
})
beforeEach(async () => {
  store.isAway = false
  visitor = site.visitor()
  number += 1
  ready = await subscribe(site, visitor, String(number))
})

const send = () => visitor.submit(ready, { proof: scan('signé') }, '/suivi/dossier/justificatif')
const letterOf = (screen: Screen) =>
  screen.document.querySelector('[name="dossier"]')?.getAttribute('value') ?? ''

it('X2: a signed form goes to the bucket, and the agent reads it from there', async () => {
  const letterId = letterOf(ready)
  expect((await send()).text).toContain('Document reçu')
  const agent = await signedIn(site, await anAgent(site))
  const proof = await newestProof(site, letterId)
  const opened = await agent.raw(paths.agency.proof({ id: letterId, proof: proof.id }))
  expect(opened.status).toBe(200)
  expect(opened.body).toContain(aPdf('signé').toString('latin1').slice(0, 60))
  const name = proof.file?.sha256.toString('hex') ?? ''
  expect(store.asked.some((one) => one.startsWith('PUT') && one.includes(name))).toBe(true)
  const here = await readdir(path.join(site.app.config.dataFolder, 'files', 'incoming'))
  expect(here).toEqual([])
})

it('RE16: while the store is away nothing is acknowledged, nothing half kept, and the sentence says so', async () => {
  store.isAway = true
  const away = await send()
  expect(away.status).toBe(503)
  expect(away.text).toContain('Une panne de notre côté nous empêche de garder')
  expect(site.logged.join()).toContain('no file can be kept or opened: the store is away')
  const states = await site.database.ownerQuery(
    'select state from letters where employer_number = $1',
    [String(number)],
  )
  expect(states).toEqual([{ state: 'awaiting_signature' }])
  const kept = await site.database.ownerQuery('select from letter_proofs where letter_id = $1', [
    letterOf(ready),
  ])
  expect(kept).toEqual([])
  const here = await readdir(path.join(site.app.config.dataFolder, 'files', 'incoming'))
  expect(here).toEqual([])
  store.isAway = false
  expect((await send()).text).toContain('Document reçu')
})

it('X7: a program is told to come back, and `/ready` what is away', async () => {
  const key = await aKey(site, await anEmployer(site))
  store.isAway = true
  const period = 'category=01&quarter=2026T1'
  const told = await ask(site, 'POST', `/api/v1/declarations?${period}`, {
    key,
    file: 'not looked at before it is kept',
    headers: { 'Idempotency-Key': 'paie-1' },
  })
  expect(told).toMatchObject({ status: 503, body: { code: 'machine.unavailable' } })
  expect(told.headers.get('retry-after')).toBe('60')
  const ready = await site.visitor().raw('/ready')
  expect(JSON.parse(ready.body)).toMatchObject({ status: 'not ready', files: 'away' })
})

it('is said to be away when a program starts, with what the store said', async () => {
  site.logged.length = 0
  await tellOfStore(site.app.log, site.app.files)
  expect(site.logged).toEqual([])
  store.isAway = true
  await tellOfStore(site.app.log, site.app.files)
  expect(site.logged.join()).toMatch(/"reason":"[^"]{5,}".*the store is away/)
})

it('is compared with the database every night, like a disk', async () => {
  await send()
  const proof = await newestProof(site, letterOf(ready))
  const orphan = await site.app.files.put(Buffer.from('nobody’s'))
  site.clock.set(new Date(Date.now() + 2 * 86_400_000))
  expect(await sweepFiles(site.app)).toEqual({ removed: 1, missing: [] })
  expect(await site.app.files.has(orphan)).toBe(false)
  await site.app.files.contents.remove(proof.file?.sha256.toString('hex') ?? '')
  expect((await sweepFiles(site.app)).missing).toContain(proof.file?.id)
})
