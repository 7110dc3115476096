import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../../../test/support/accounts.ts'
import { aSentClaim } from '../../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../../test/support/claims-setting.ts'
import {
  acceptDocuments,
  askForMore,
  decideClaim,
  rankInQueue,
} from '../../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../../test/support/factories.ts'
import { aQuarterOf } from '../../../../test/support/members.ts'
import { readPdf } from '../../../../test/support/read-pdf.ts'
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

describe('the agency decides (L5)', () => {
  it('whatever is wrong in a decision is told at once', async () => {
    const { id } = await setting.aClaim()
    const typed = { decision: 'granted', debut: '31/31/2026', unique: '12,,3' }
    const both = await decideClaim(agent, id, typed)
    expect([both.status, both.mistakes.length]).toEqual([422, 2])
  })

  it('only once every document is accepted, and a difference is explained', async () => {
    const { site, who, aClaim, stateOf } = setting
    const { id } = await aClaim()
    const grant = { decision: 'granted', debut: '01/01/2027', annuelle: '12000' }
    const early = await decideClaim(agent, id, grant)
    expect([early.status, early.text]).toEqual([
      409,
      expect.stringContaining('Acceptez chaque pièce'),
    ])
    await acceptDocuments(agent, id)
    const silent = await decideClaim(agent, id, grant)
    expect([silent.status, silent.text]).toEqual([
      409,
      expect.stringContaining('diffère du calcul'),
    ])
    expect((await decideClaim(agent, id, { decision: 'refused' })).status).toBe(422)
    expect((await decideClaim(agent, id, { ...grant, annuelle: '-3' })).status).toBe(422)
    const done = await decideClaim(agent, id, {
      ...grant,
      raison: 'Points du relevé de la caisse.',
    })
    expect(done.text).toContain('La décision est enregistrée')
    expect([await stateOf(id), await rankInQueue(site, id)]).toEqual(['granted', undefined])
    const page = await who.get(paths.claims.claim({ id }))
    expect(page.text.replace(/\s/g, ' ')).toContain('1 000,00')
    for (const language of ['fr', 'ar']) {
      const address = `${paths.claims.notification({ id, number: '1' })}?langue=${language}`
      const letter = await who.raw(address)
      expect(letter.headers.get('content-type')).toBe('application/pdf')
      expect(readPdf(letter.bytes).text).toMatch(/LQ-\d{6}-\d{6}/)
    }
    const number = /LQ-\d{6}-\d{6}/.exec(page.text)?.[0] ?? ''
    const found = await agent.get(`${own.search()}?q=${number.toLowerCase()}`)
    expect(found.body).toContain(own.claim({ id }))
    const [company] = await site.database.ownerQuery<{ employer_id: string }>(
      'select employer_id from claims where id = $1',
      [id],
    )
    const file = await agent.get(own.employer({ id: company?.employer_id ?? '' }))
    expect(file.text).toContain(number)
    expect((await decideClaim(agent, id, grant).catch(() => null))?.status ?? 404).toBe(404)
  })

  it('what began before the known values, or on a birthday of fifty years', async () => {
    const { who, aClaim, stateOf } = setting
    const old = await aClaim({ bornOn: '1935-03-10', endedOn: '31/12/1996' })
    const young = await aClaim({ bornOn: '1977-01-01', kind: 'early', endedOn: '31/10/2026' })
    const company = await who.get(paths.claims.claim({ id: old.id }))
    expect(company.status).toBe(200)
    const page = await agent.get(own.claim({ id: old.id }))
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('avant le 1')])
    expect(page.text).toContain('Rien ne se calcule')
    await decideClaim(agent, old.id, { decision: 'refused', raison: 'Droits déjà servis.' })
    expect(await stateOf(old.id)).toBe('refused')
    const other = await agent.get(own.claim({ id: young.id }))
    expect([other.status, other.text]).toEqual([200, expect.stringContaining('aura 49 ans')])
  })

  it('a day before the one of the published rule is nobody’s to give; before one of ours, with why', async () => {
    const { aClaim, stateOf } = setting
    const worked = { endedOn: '30/06/2026' }
    const early = await aClaim({ ...worked, bornOn: '1970-03-10', kind: 'early' })
    const whole = await aClaim({ ...worked, bornOn: '1966-03-10' })
    const single = await aClaim({ ...worked, bornOn: '1990-03-10', kind: 'single_payment' })
    const sooner = { decision: 'granted', debut: '01/07/2026' }
    const why = { raison: 'Demande reçue sur papier en mai.' }
    for (const [{ id }, amount] of [
      [early, { annuelle: '9000' }],
      [single, { unique: '9000' }],
    ] as const) {
      await acceptDocuments(agent, id)
      const silent = await decideClaim(agent, id, { ...sooner, ...amount })
      expect(silent.mistakes).toEqual([expect.stringContaining('diffère du calcul')])
      await decideClaim(agent, id, { ...sooner, ...amount, ...why })
      expect(await stateOf(id)).toBe('granted')
    }
    await acceptDocuments(agent, whole.id)
    const never = { ...sooner, debut: '01/04/2026', annuelle: '9000', ...why }
    const refused = await decideClaim(agent, whole.id, never)
    expect([refused.status, refused.mistakes]).toEqual([
      409,
      [expect.stringContaining('rien avant le 01/07/2026')],
    ])
  })

  it('an amount paid at once is explained where the rules give none', async () => {
    const { site, atlas, aClaim } = setting
    const { id, membershipId } = await aClaim()
    await aQuarterOf(site, atlas, [membershipId], { quarter: '2025T3', salary: '30000' })
    await paid(site, atlas, { amount: '4140', on: '2026-11-20' })
    await acceptDocuments(agent, id)
    await site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative)
       values ('single_payment_points', '2026-12-01', '0', 'Sans seuil', true)`,
    )
    const page = await agent.get(own.claim({ id }))
    const typed = { decision: 'granted', unique: '9000' }
    const silent = await agent.submit(page, typed, own.decideClaim({ id }))
    expect([silent.status, silent.text]).toEqual([
      409,
      expect.stringContaining('diffère du calcul'),
    ])
    const said = await agent.submit(
      page,
      { ...typed, raison: 'Arriérés de la caisse.' },
      own.decideClaim({ id }),
    )
    expect(said.text).toContain('La décision est enregistrée')
  })

  it('grants on the points that the agent saw: a quarter paid since is shown first', async () => {
    const { site, atlas, aClaim, stateOf } = setting
    const { id, membershipId } = await aClaim({ kind: 'single_payment' })
    await aQuarterOf(site, atlas, [membershipId], { quarter: '2025T2', salary: '30000' })
    await acceptDocuments(agent, id)
    const page = await agent.get(own.claim({ id }))
    await paid(site, atlas, { amount: '4140', on: '2026-11-20' })
    const typed = { decision: 'granted', annuelle: '', unique: '9000', raison: 'Caisse.' }
    const stale = await agent.submit(page, typed, own.decideClaim({ id }))
    expect([stale.status, stale.text]).toEqual([
      409,
      expect.stringContaining('Quelqu’un a modifié ces informations'),
    ])
    expect(await stateOf(id)).toBe('sent')
    const said = await agent.submit(stale, typed, own.decideClaim({ id }))
    expect(said.text).toContain('La décision est enregistrée')
  })

  it('refuses a claim that its company does not complete, and grants none', async () => {
    const { site, who, aClaim, stateOf } = setting
    const { id } = await aClaim()
    await askForMore(agent, id, 'La carte.')
    const waiting = await agent.get(own.claim({ id }))
    expect(waiting.text).toContain('Clore le dossier')
    const silent = await agent.submit(waiting, { raison: '' }, own.decideClaim({ id }))
    expect([silent.status, silent.mistakes]).toEqual([
      422,
      ['Dites pourquoi la demande est refusée.'],
    ])
    const granted = await agent.submit(
      waiting,
      { decision: 'granted', debut: '01/01/2027', annuelle: '1200', raison: 'x' },
      own.decideClaim({ id }),
    )
    expect(granted.status).toBe(409)
    const done = await agent.submit(waiting, { raison: 'Sans réponse.' }, own.decideClaim({ id }))
    expect(done.text).toContain('La décision est enregistrée')
    expect([await stateOf(id), await rankInQueue(site, id)]).toEqual(['refused', undefined])
    expect((await who.get(paths.claims.claim({ id }))).text).toContain('Sans réponse.')
  })

  it('never the same points twice, and shows what else was sent for the person', async () => {
    const { site, who, aClaim, stateOf } = setting
    const first = await aClaim()
    await site.database.ownerQuery(
      `update claims set state = 'withdrawn', ended_at = now() where id = $1`,
      [first.id],
    )
    const second = await aSentClaim(who, { ...first, kind: 'early' })
    await acceptDocuments(agent, second)
    await site.database.ownerQuery(`update claims set state = 'granted' where id = $1`, [first.id])
    const page = await agent.get(own.claim({ id: second }))
    expect(page.document.querySelector(`a[href="${own.claim({ id: first.id })}"]`)).not.toBeNull()
    const twice = await decideClaim(agent, second, { decision: 'granted', raison: 'Demande.' })
    expect([twice.status, twice.text]).toEqual([
      409,
      expect.stringContaining('déjà donné une pension'),
    ])
    expect(await stateOf(second)).toBe('sent')
  })

  it('refuses with a reason that the company reads', async () => {
    const { who, aClaim, stateOf } = setting
    const { id } = await aClaim()
    await decideClaim(agent, id, {
      decision: 'refused',
      raison: 'La personne est encore en activité.',
    })
    const page = await who.get(paths.claims.claim({ id }))
    expect(page.text).toContain('encore en activité')
    expect(await stateOf(id)).toBe('refused')
  })
})
