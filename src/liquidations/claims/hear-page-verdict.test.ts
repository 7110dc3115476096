import { afterAll, beforeAll, expect, it } from 'vitest'
import { addScans, beginClaim } from '../../../test/support/claiming.ts'
import { Clamd, eicar } from '../../../test/support/clamd.ts'
import { anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { aMember } from '../../../test/support/members.ts'
import { aPdf } from '../../../test/support/scans.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { paths } from '../../web/paths.ts'

let clamd: Clamd
let site: TestSite
beforeAll(async () => {
  clamd = await Clamd.open()
  site = await openSite(undefined, { CLAMAV_URL: clamd.url })
  site.clock.set('2026-11-25T09:00:00Z')
})
afterAll(async () => {
  await site.close()
  await clamd.close()
})

const checkNow = async () => {
  await site.database.ownerQuery(`select graphile_worker.add_job('check-waiting')`)
  await site.runJobs()
}

const file = (content: string) => new File([new Uint8Array(aPdf(content))], 'piece.pdf')

it('AT93: a page of a claim waits for the scanner; infected, it is taken out and the document is asked for again', async () => {
  const atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  const clerk = await aProfile(site, atlas, { service: 'liquidation' })
  const who = await signedIn(site, clerk, atlas)
  const member = { lastName: 'BENNANI', firstName: 'YOUSSEF', number: '000410001' }
  const personId = await aMember(site, atlas, { ...member, bornOn: '1966-11-30', cin: 'BE410001' })
  const id = await beginClaim(who, personId, 'normal')
  const refused = await addScans(who, id, 'identity', [file(eicar)])
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringContaining('contient un virus'),
  ])
  clamd.mood = 'hanging_up'
  await addScans(who, id, 'identity', [file('sain')])
  const waiting = await addScans(who, id, 'bank_details', [file(eicar)])
  expect(waiting.text).toContain('en cours de vérification par l’antivirus')
  const [page] = await site.database.ownerQuery<{ id: string }>(
    `select id from claim_documents where claim_id = $1 and code = 'identity'`,
    [id],
  )
  const address = paths.claims.page({ id, page: page?.id ?? '' })
  expect((await who.get(address)).status).toBe(409)
  clamd.mood = 'answering'
  await checkNow()
  expect((await who.raw(address)).status).toBe(200)
  const documents = await who.get(paths.claims.documents({ id }))
  expect(documents.text).toContain('Un fichier contenait un virus')
  const events = await site.database.ownerQuery<{ action: string }>(
    `select action from audit_events where subject_id = $1 and action like 'claim.page_%' order by sequence`,
    [id],
  )
  expect(events.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['claim.page_clean', 'claim.page_infected']),
  )
  const kept = await site.database.ownerQuery(
    `select from claim_documents where claim_id = $1 and removed_at is null`,
    [id],
  )
  expect(kept).toHaveLength(1)
})
