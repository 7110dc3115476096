import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../../../test/support/accounts.ts'
import { type ClaimsSetting, openClaims } from '../../../../test/support/claims-setting.ts'
import {
  acceptDocuments,
  decideClaim,
  largePension,
  openPages,
  settleClaim,
} from '../../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../../test/support/factories.ts'
import { aQuarterOf } from '../../../../test/support/members.ts'
import type { Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'

const own = paths.agency
let setting: ClaimsSetting
let agent: Visitor
let other: Visitor
beforeAll(async () => {
  setting = await openClaims()
  agent = await signedIn(setting.site, await anAgent(setting.site))
  other = await signedIn(setting.site, await anAgent(setting.site))
})
afterAll(() => setting.close())

describe('two agents decide (L5, P5)', () => {
  it('AT67: above the amount by two people, and never by an agent of the company', async () => {
    const { site, atlas, who, aClaim, stateOf } = setting
    const { id } = await aClaim()
    await acceptDocuments(agent, id)
    const announced = await decideClaim(agent, id, largePension)
    expect(announced.text).toContain('un second agent doit la confirmer')
    expect(await stateOf(id)).toBe('sent')
    expect((await who.get(paths.claims.notification({ id, number: '1' }))).status).toBe(404)
    const mine = await agent.get(own.claim({ id }))
    expect(mine.text).toContain('elle attend un second agent')
    const version = /name="version" value="(\d+)"/.exec(
      (await other.get(own.claim({ id }))).body,
    )?.[1]
    const csrf = mine.document.querySelector('[name=csrf]')?.getAttribute('value') ?? ''
    const alone = await agent.post(own.settleClaim({ id }), {
      csrf,
      version: version ?? '',
      accord: 'oui',
    })
    expect(alone.status).toBe(409)
    const insider = await signedIn(site, await anAgent(site, { ownEmployerNumber: atlas.number }))
    const theirs = await insider.get(own.claim({ id }))
    expect(theirs.text).toContain('un autre agent décide')
    const inside = await insider.post(own.settleClaim({ id }), {
      csrf: theirs.document.querySelector('[name=csrf]')?.getAttribute('value') ?? '',
      version: version ?? '',
      accord: 'oui',
    })
    expect(inside.status).toBe(409)
    const proposed = await other.get(own.claim({ id }))
    for (const said of ['Proposée par', 'Relevé.', '240 000,00', 'Proposé le 25 novembre 2026'])
      expect(proposed.text.replace(/\s/g, ' ')).toContain(said)
    expect(proposed.text).not.toContain('Décidé le')
    const silent = await other.submit(proposed, { accord: 'non' }, own.settleClaim({ id }))
    expect([silent.status, silent.mistakes]).toEqual([
      422,
      ['Dites pourquoi vous renvoyez cette décision à l’examen.'],
    ])
    const back = await settleClaim(other, id, 'non')
    expect(back.document.querySelector('#decision .note')?.text).toContain('Montant à revoir.')
    expect(back.document.querySelector('[name=annuelle]')?.getAttribute('value')).toBe('240000,00')
    expect(back.document.querySelector('[name=raison]')?.textContent).toContain('Relevé.')
    expect(back.text).toContain('Décision renvoyée à l’examen')
    await decideClaim(agent, id, largePension)
    await openPages(other, id)
    await settleClaim(other, id, 'oui')
    expect(await stateOf(id)).toBe('granted')
  })

  it('nothing that a decision rests on changes while it waits for a second agent', async () => {
    const { aClaim } = setting
    const { id } = await aClaim()
    await acceptDocuments(agent, id)
    const before = await other.get(`${own.claim({ id })}?piece=identity`)
    await decideClaim(agent, id, largePension)
    const version = (await other.get(own.claim({ id }))).document
      .querySelector('[name=version]')
      ?.getAttribute('value')
    const late = await other.submit(
      before,
      { avis: 'refused', motif: 'illegible', version: version ?? '' },
      own.reviewDocument({ id, code: 'identity' }),
    )
    expect([late.status, late.text]).toEqual([
      409,
      expect.stringContaining('attend déjà un second agent'),
    ])
  })

  it('the second agent confirms nothing whose documents or points have changed since', async () => {
    const { site, atlas, aClaim, stateOf } = setting
    const infected = await aClaim()
    const paidSince = await aClaim()
    await aQuarterOf(site, atlas, [paidSince.membershipId], { quarter: '2025T4', salary: '30000' })
    for (const { id } of [infected, paidSince]) {
      await acceptDocuments(agent, id)
      await decideClaim(agent, id, largePension)
    }
    await site.database.ownerQuery(
      `update claim_documents set removed_at = now() where claim_id = $1 and code = 'identity'`,
      [infected.id],
    )
    await paid(site, atlas, { amount: '4140', on: '2026-11-20' })
    for (const { id } of [infected, paidSince]) {
      await openPages(other, id)
      const page = await other.get(own.claim({ id }))
      const settled = await other.submit(page, { accord: 'oui' }, own.settleClaim({ id }))
      expect([settled.status, settled.text]).toEqual([
        409,
        expect.stringContaining('Renvoyez-la à l’examen'),
      ])
      expect(await stateOf(id)).toBe('sent')
      const back = await other.submit(
        settled,
        { accord: 'non', raison: 'Pièce changée.' },
        own.settleClaim({ id }),
      )
      expect(back.text).toContain('Décision renvoyée à l’examen')
    }
  })
})
