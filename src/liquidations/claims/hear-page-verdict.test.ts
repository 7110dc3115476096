import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptDocuments } from '../../../test/support/deciding.ts'
import { addScans, aSentClaim, beginClaim } from '../../../test/support/claiming.ts'
import { Clamd, eicar } from '../../../test/support/clamd.ts'
import { anAgent, anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { aMember } from '../../../test/support/members.ts'
import { aPdf } from '../../../test/support/scans.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { paths } from '../../web/paths.ts'
import { hearPageVerdict } from './hear-page-verdict.ts'

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

it('AT93: a page found infected after it was accepted is asked for again, by mail and on the agents’ page', async () => {
  const company = await anEmployer(site)
  const clerk = await aProfile(site, company, { service: 'liquidation' })
  const who = await signedIn(site, clerk, company)
  const person = { lastName: 'ALAOUI', firstName: 'SALMA', number: '000410009' }
  const cin = 'BE410009'
  const membershipId = await aMember(site, company, { ...person, bornOn: '1966-11-30', cin })
  const id = await aSentClaim(who, { membershipId, cin })
  await addSecondPage(id)
  const agent = await signedIn(site, await anAgent(site))
  await acceptDocuments(agent, id)
  site.clock.set('2026-11-25T09:05:00Z')
  const [page] = await site.database.ownerQuery<{ file_id: string; sha256: Buffer }>(
    `select file_id, sha256 from claim_documents where claim_id = $1 and code = 'identity' and number = 90`,
    [id],
  )
  await site.app.db.transaction({ as: 'system' }, async (tx) => {
    await tx
      .updateTable('files')
      .set({ check_state: 'infected', checked_at: site.clock.now() })
      .where('id', '=', page?.file_id ?? '')
      .execute()
    const file = { id: page?.file_id ?? '', employerId: company.id, purpose: 'claim_document' }
    const verdict = { found: 'Eicar-Test-Signature' }
    await hearPageVerdict(
      tx,
      site.app,
      { ...file, sha256: page?.sha256 ?? Buffer.alloc(32) },
      verdict,
    )
  })
  await site.runJobs()
  const mail = site.mails.findLast(({ to }) => to === clerk.email)
  expect(mail?.subject).toContain('contenait un virus')
  expect(mail?.text).toContain('l’Agence Virtuelle va vous la redemander')
  const examined = await agent.get(`${paths.agency.claim({ id })}?piece=identity`)
  const identity = examined.document
    .querySelectorAll('.task')
    .find((task) => task.text.includes('CNIE'))
  expect(identity?.text).toContain('Un fichier contenait un virus')
  expect(identity?.text).toContain('Reçue')
  expect(examined.text).toContain('Un fichier contenait un virus : il est écarté')
  const asked = await agent.submit(examined, {}, paths.agency.askForMore({ id }))
  expect(asked.text).toContain('Le complément est demandé')
})

/** Another page of the identity document, which the company had handed in before it sent the claim. */
async function addSecondPage(id: string): Promise<void> {
  await site.database.ownerQuery(
    `with copy as (
       insert into files select (jsonb_populate_record(file, jsonb_build_object('id', gen_random_uuid()))).*
       from files file join claim_documents first on first.file_id = file.id
       where first.claim_id = $1 and first.code = 'identity' returning id)
     insert into claim_documents (id, claim_id, employer_id, code, number, file_id, sha256, added_by, added_at)
     select gen_random_uuid(), claim_id, employer_id, code, 90, copy.id, sha256, added_by, added_at
     from claim_documents, copy where claim_id = $1 and code = 'identity'`,
    [id],
  )
}
