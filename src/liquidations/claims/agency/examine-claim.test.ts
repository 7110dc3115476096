import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addScans, aSentClaim, beginClaim } from '../../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../../test/support/claims-setting.ts'
import {
  askForMore,
  openPages,
  rankInQueue,
  reviewDocument,
} from '../../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../../test/support/factories.ts'
import type { Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'

const own = paths.agency
let setting: ClaimsSetting
let agent: Visitor
beforeAll(async () => {
  setting = await openClaims()
  agent = await signedIn(setting.site, await anAgent(setting.site))
})
afterAll(() => setting.close())

describe('the agency examines (L5)', () => {
  it('what was sent, from the queue, and each opening is in the company’s trail', async () => {
    const { site, atlas, aClaim } = setting
    const { id } = await aClaim()
    expect(await rankInQueue(site, id)).toBe(1)
    const queue = await agent.get(`${own.queue()}?type=claim`)
    expect(queue.text).toContain('Dossier de pension')
    const page = await agent.get(own.claim({ id }))
    expect(page.text).toContain('Sortie pas encore déclarée')
    const file = page.document.querySelector('a[href*="/fichiers/"]')?.getAttribute('href') ?? ''
    expect((await agent.raw(file)).headers.get('content-disposition')).toMatch(/^attachment/)
    const events = await site.database.ownerQuery<{ action: string }>(
      `select action from audit_events where subject_id = $1 and actor_kind = 'agent' and employer_id = $2`,
      [id, atlas.id],
    )
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['claim.viewed', 'claim.page_viewed']),
    )
  })

  it('what it takes in hand: the company reads that the examination has begun, once', async () => {
    const { site, who, aClaim } = setting
    const { id } = await aClaim()
    const [item] = await site.database.ownerQuery<{ id: string }>(
      'select id from work_items where subject_id = $1',
      [id],
    )
    const address = own.takeWork({ id: item?.id ?? '' })
    const csrf =
      (await agent.get(own.queue())).document.querySelector('[name=csrf]')?.getAttribute('value') ??
      ''
    for (const geste of ['prendre', 'rendre', 'prendre']) {
      const [held] = await site.database.ownerQuery<{ taken_by: string | null }>(
        'select taken_by from work_items where subject_id = $1',
        [id],
      )
      await agent.post(address, { csrf, geste, detenteur: held?.taken_by ?? '' })
    }
    const page = await who.get(paths.claims.claim({ id }))
    expect(page.text.split('Examen commencé par l’Agence Virtuelle')).toHaveLength(2)
  })

  it('an identity that no declaration gave: nothing was compared, and the agent reads it', async () => {
    const { site, who, somebody, aClaim } = setting
    const compared = await aClaim()
    expect((await agent.get(own.claim({ id: compared.id }))).text).toContain(
      'Identique à celle des déclarations',
    )
    const undeclared = await somebody()
    await site.database.ownerQuery('update memberships set identity_key = null where id = $1', [
      undeclared.membershipId,
    ])
    const id = await aSentClaim(who, undeclared)
    expect((await agent.get(own.claim({ id }))).text).toContain('Non comparée')
    await askForMore(agent, id, 'La carte, s’il vous plaît.')
    const person = await who.get(paths.claims.person({ id }))
    expect(person.text).toContain('Enregistrée, non comparée')
  })

  it('nothing of a draft', async () => {
    const { site, who, somebody } = setting
    const { membershipId } = await somebody()
    const draft = await beginClaim(who, membershipId, 'normal')
    expect((await agent.get(own.claim({ id: draft }))).status).toBe(404)
    expect(await rankInQueue(site, draft)).toBeUndefined()
  })

  it('document by document, and a page added later undoes an opinion', async () => {
    const { site, clerk, who, aClaim, stateOf } = setting
    const { id } = await aClaim()
    expect((await reviewDocument(agent, { id, code: 'identity' }, {})).status).toBe(422)
    expect(
      (await reviewDocument(agent, { id, code: 'identity' }, { avis: 'refused' })).status,
    ).toBe(422)
    await reviewDocument(agent, { id, code: 'identity' }, { avis: 'refused', motif: 'illegible' })
    await openPages(agent, id, 'bank_details')
    await reviewDocument(agent, { id, code: 'bank_details' }, { avis: 'accepted' })
    const asked = await askForMore(agent, id)
    expect(asked.text).toContain('Le complément est demandé')
    expect([await stateOf(id), await rankInQueue(site, id)]).toEqual(['incomplete', 3])
    const page = await who.get(paths.claims.claim({ id }))
    expect(page.text).toContain('Illisible')
    expect(page.text).toContain('À reprendre')
    const settled = await addScans(who, id, 'identity')
    expect(settled.text).toContain('Fichier ajouté')
    expect(settled.document.querySelector(`form[action$="/pieces/bank_details"]`)).toBeNull()
    const check = await who.get(paths.claims.check({ id }))
    const again = await who.submit(check, {}, paths.claims.send({ id }))
    expect(again.text).toContain('renvoyé')
    expect([await stateOf(id), await rankInQueue(site, id)]).toEqual(['sent', 1])
    await site.runJobs()
    const mail = site.mails.findLast(
      ({ to, subject }) => to === clerk.email && subject.includes('complément'),
    )
    expect(mail?.text).not.toContain('BENNANI')
  })

  it('asks for nothing without saying what', async () => {
    const { aClaim } = setting
    const { id } = await aClaim()
    const silent = await askForMore(agent, id)
    expect([silent.status, silent.text]).toEqual([
      422,
      expect.stringContaining('Dites ce qui manque'),
    ])
  })
})
