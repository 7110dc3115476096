import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addScans, aReadyClaim, scans } from '../../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../../test/support/claims-setting.ts'
import {
  acceptDocuments,
  decideClaim,
  largePension,
  openPages,
  reviewDocument,
  settleClaim,
} from '../../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../../test/support/factories.ts'
import type { Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'

const own = paths.agency
const accepted = { avis: 'accepted' }
let setting: ClaimsSetting
let agent: Visitor
let other: Visitor
let id: string
beforeAll(async () => {
  setting = await openClaims()
  agent = await signedIn(setting.site, await anAgent(setting.site))
  other = await signedIn(setting.site, await anAgent(setting.site))
})
afterAll(() => setting.close())
/** A claim whose identity document has two pages. */
beforeEach(async () => {
  const { who, somebody } = setting
  id = await aReadyClaim(who, await somebody())
  await addScans(who, id, 'identity', [scans.pdf('verso.pdf')])
  const { check, send } = paths.claims
  await who.submit(await who.get(check({ id })), {}, send({ id }))
})

const scansOf = async (by: Visitor, code: string) =>
  (await by.get(`${own.claim({ id })}?piece=${code}`)).document
    .querySelectorAll('a[href*="/fichiers/"]')
    .map((link) => link.getAttribute('href') ?? '')

describe('a document is accepted by who has opened it (AT67)', () => {
  it('every page of it, and by themselves', async () => {
    const unread = await reviewDocument(agent, { id, code: 'identity' }, accepted)
    expect([unread.status, unread.text]).toEqual([
      409,
      expect.stringContaining('Vous n’avez pas ouvert toutes les pages'),
    ])
    const [front = '', back = ''] = await scansOf(agent, 'identity')
    await agent.raw(front)
    expect((await reviewDocument(agent, { id, code: 'identity' }, accepted)).status).toBe(409)
    await agent.raw(back)
    const theirs = await reviewDocument(other, { id, code: 'identity' }, accepted)
    expect(theirs.status).toBe(409)
    const read = await reviewDocument(agent, { id, code: 'identity' }, accepted)
    expect(read.text).toContain('L’avis est enregistré')
  })

  it('and is refused unread: a page may not be readable at all', async () => {
    const typed = { avis: 'refused', motif: 'illegible' }
    const refused = await reviewDocument(agent, { id, code: 'identity' }, typed)
    expect(refused.text).toContain('L’avis est enregistré')
  })

  it('whom its content never reached has opened nothing', async () => {
    const { files } = setting.site.app
    const [address = ''] = await scansOf(agent, 'bank_details')
    const read = files.read.bind(files)
    files.read = () => Promise.reject(new Error('the disk is gone'))
    await agent.raw(address).finally(() => {
      files.read = read
    })
    expect((await reviewDocument(agent, { id, code: 'bank_details' }, accepted)).status).toBe(409)
  })

  it('the second agent too, before they confirm', async () => {
    await acceptDocuments(agent, id)
    await decideClaim(agent, id, largePension)
    const unread = await settleClaim(other, id, 'oui')
    expect([unread.status, unread.text]).toEqual([
      409,
      expect.stringContaining('Vous n’avez pas ouvert toutes les pages'),
    ])
    await openPages(other, id)
    await settleClaim(other, id, 'oui')
    expect(await setting.stateOf(id)).toBe('granted')
  })

  it('whatever the program is made to do', async () => {
    const { site } = setting
    const [someone] = await site.database.ownerQuery<{ id: string }>(
      'select id from agents limit 1',
    )
    const write = (verdict: 'accepted' | 'refused') =>
      site.app.db.transaction({ as: 'agency' }, async (tx) => {
        const claim = await tx
          .selectFrom('claims')
          .select('employer_id')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        await tx
          .insertInto('claim_document_reviews')
          .values({
            claim_id: id,
            employer_id: claim.employer_id,
            code: 'end_of_work',
            seen_number: 1,
            verdict,
            reason: verdict === 'refused' ? 'illegible' : '',
            agent_id: someone?.id ?? '',
            reviewed_at: site.clock.now(),
          })
          .execute()
      })
    await expect(write('accepted')).rejects.toThrow('row-level security')
    await expect(write('refused')).resolves.toBeUndefined()
  })
})

describe('one document at a time', () => {
  it('the first to review, then the one that comes next, or the one that was asked for', async () => {
    const inHand = async (address: string) =>
      (await agent.get(address)).document.querySelector('.task-name[aria-current]')?.text
    expect(await inHand(own.claim({ id }))).toContain('Demande')
    expect(await inHand(`${own.claim({ id })}?piece=bank_details`)).toContain('banc')
    await openPages(agent, id)
    const next = await reviewDocument(agent, { id, code: 'signed_form' }, accepted)
    expect(next.document.querySelector('.task-name[aria-current]')?.text).toContain('CNIE')
    const wrong = await reviewDocument(agent, { id, code: 'bank_details' }, {})
    expect(wrong.status).toBe(422)
    expect(wrong.document.querySelector('.task-name[aria-current]')?.text).toContain('banc')
  })

  it('shows each page as opened or to open, and leads to the next document', async () => {
    const page = await agent.get(`${own.claim({ id })}?piece=identity`)
    expect(page.text).toContain('À ouvrir')
    const next = page.document.querySelector('[data-enhance="next-document"]')
    expect(next?.getAttribute('href')).toContain('?piece=bank_details')
    await openPages(agent, id, 'identity')
    const read = await agent.get(`${own.claim({ id })}?piece=identity`)
    expect(read.text).not.toContain('À ouvrir')
    expect(read.text).toContain('Ouverte')
  })
})
