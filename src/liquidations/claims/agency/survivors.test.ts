import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../../../test/support/accounts.ts'
import { type ClaimsSetting, openClaims } from '../../../../test/support/claims-setting.ts'
import {
  addScans,
  aReadySurvivorsClaim,
  aSurvivorsClaim,
  beginClaim,
  child,
  fillStep,
  spouse,
  type Survivor,
} from '../../../../test/support/claiming.ts'
import {
  acceptDocuments,
  decideClaim,
  grantClaim,
  partsOf,
} from '../../../../test/support/deciding.ts'
import { anAgent, anEmployer, signedIn } from '../../../../test/support/factories.ts'
import { aMember, aQuarterOf } from '../../../../test/support/members.ts'
import type { Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'

const own = paths.agency
let claims: ClaimsSetting
let agent: Visitor
/** With 752,16 points paid for: 1 000 000 at 6 % and 6 %, ÷ (26,59 × 6). */
let dead: { readonly membershipId: string; readonly cin: string }
beforeAll(async () => {
  claims = await openClaims()
  const { site, atlas, somebody } = claims
  agent = await signedIn(site, await anAgent(site))
  dead = await somebody({ bornOn: '1968-05-05' })
  await aQuarterOf(site, atlas, [dead.membershipId], { quarter: '2026T1', salary: '1000000' })
  await paid(site, atlas, { amount: '138000', on: '2026-11-20' })
})
afterAll(() => claims.close())

type Kind = 'reversion' | 'orphan' | 'death_capital'

/** Sent, and given up again so that the next may be begun. */
async function sent(kind: Kind, survivors: readonly Survivor[]): Promise<string> {
  await claims.site.database.ownerQuery(
    `update claims set state = 'withdrawn', ended_at = now() where state = 'sent' and kind = $1`,
    [kind],
  )
  return aSurvivorsClaim(claims.who, { ...dead, kind, diedOn: '01/09/2026', survivors })
}

const decided = async (id: string) =>
  (
    await claims.site.database.ownerQuery<Record<string, unknown>>(
      `select state, starts_on::text as "from", yearly_centimes::text as yearly, at_once_centimes::text as "atOnce"
         from claim_decisions where claim_id = $1`,
      [id],
    )
  )[0]
const offered = async (id: string) =>
  (await agent.get(own.claim({ id }))).document
    .querySelector('[name=annuelle]')
    ?.getAttribute('value')

const plain = (text: string) => text.replace(/\s/g, ' ')

/** Nobody publishes how they share it: the parts are asked for, each at its field. */
async function expectEachAsked(id: string, typed: Record<string, string>): Promise<void> {
  const empty = await partsOf(agent, id, ['', ''])
  const asked = await decideClaim(agent, id, { ...typed, ...empty })
  expect([asked.status, asked.mistakes.length]).toEqual([422, 2])
  const nobody = await partsOf(agent, id, ['0', '0'])
  expect((await decideClaim(agent, id, { ...typed, ...nobody })).status).toBe(422)
}

describe('what those who survive are granted (domain §2.7)', () => {
  it('a spouse: half of the points, from the quarter after the death, to the centime', async () => {
    const id = await sent('reversion', [spouse])
    const done = await grantClaim(agent, id, {})
    expect(done.text).toContain('La décision est enregistrée')
    // 376,08 × 15,36 = 5 776,5888.
    expect(await decided(id)).toEqual({
      state: 'final',
      from: '2026-10-01',
      yearly: '577659',
      atOnce: null,
    })
  })

  it('orphans: a fifth each, and the amount of the fund where they would have more than the whole', async () => {
    const two = await sent('orphan', [child, { ...child, prenom: 'Salma' }])
    const page = plain((await agent.get(own.claim({ id: two }))).text)
    expect(page).toContain('chaque enfant reçoit 20 % des points')
    for (const amount of ['2 310,61', '2 310,60'])
      expect(page).toMatch(new RegExp(`BENNANI (OMAR|SALMA) 1 sur 2 192,55 DH ${amount} DH`))
    const unequal = await grantClaim(agent, two, await partsOf(agent, two, ['1', '3']))
    expect(unequal.mistakes).toEqual([expect.stringContaining('n’est pas celle de la règle')])
    await decideClaim(agent, two, { decision: 'granted' })
    // 2 × 150,43 × 15,36 = 4 621,2096.
    expect(await decided(two)).toMatchObject({ state: 'final', yearly: '462121' })
    const names = ['Ali', 'Omar', 'Salma', 'Nadia', 'Karim', 'Leila']
    const six = await sent(
      'orphan',
      names.map((prenom) => ({ ...child, prenom })),
    )
    expect(await offered(six)).toBe('')
  })

  it('several spouses, or one too young: nobody publishes the rule, so the agent types the amount and says why', async () => {
    const second = { ...spouse, prenom: 'Nadia', numero: 'BK223456', rib: child.rib }
    for (const survivors of [[spouse, second], [{ ...spouse, naissance: '01/02/1980' }]]) {
      const id = await sent('reversion', survivors)
      expect(await offered(id)).toBe('')
      const isShared = survivors.length > 1
      const parts = isShared ? await partsOf(agent, id, ['1', '3']) : {}
      const silent = await grantClaim(agent, id, { annuelle: '5776,59', ...parts })
      expect([silent.status, silent.text]).toEqual([
        409,
        expect.stringContaining('diffère du calcul'),
      ])
      const typed = { decision: 'granted', annuelle: '5776,59', raison: 'Partage de la caisse.' }
      if (isShared) await expectEachAsked(id, typed)
      await decideClaim(agent, id, { ...typed, ...parts })
      expect(await decided(id)).toMatchObject({ state: 'final', yearly: '577659' })
    }
  })

  it('the capital of a death: paid at once, by two agents above the amount', async () => {
    const heir = { ...child, lien: 'heir', piece: 'cin', numero: 'BK323456' } as const
    const id = await sent('death_capital', [{ ...spouse, lien: 'spouse' }, heir])
    await acceptDocuments(agent, id)
    const typed = { decision: 'granted', annuelle: '', unique: '10000,01' }
    await decideClaim(agent, id, { ...typed, ...(await partsOf(agent, id, ['1', '7'])) })
    expect(await decided(id)).toEqual({
      state: 'proposed',
      from: '2026-10-01',
      yearly: null,
      atOnce: '1000001',
    })
  })

  it('of a pensioner, three months of the pension granted here: an estimate until it is decided', async () => {
    const { who, aClaim } = claims
    const pensioner = await aClaim({ bornOn: '1966-03-03', endedOn: '30/06/2026' })
    await grantClaim(agent, pensioner.id, { annuelle: '24000', raison: 'Relevé.' })
    const asked = { kind: 'death_capital', diedOn: '01/09/2026' } as const
    const survivors = [{ ...spouse, lien: 'spouse' }] as const
    const id = await aSurvivorsClaim(who, { ...pensioner, ...asked, survivors })
    const expected = (await who.get(paths.claims.claim({ id }))).text.replace(/\s/g, ' ')
    expect(expected).toMatch(/Estimation Sans engagement.*2 000,00 DH.*6 000,00 DH/)
    expect(expected).toContain('« Capital décès »')
    const page = await agent.get(own.claim({ id }))
    expect(page.document.querySelector('[name=unique]')?.getAttribute('value')).toBe('6000,00')
    const other = await grantClaim(agent, id, { unique: '6100' })
    expect(other.mistakes).toEqual([expect.stringContaining('diffère du calcul')])
    await decideClaim(agent, id, { decision: 'granted' })
    expect(await decided(id)).toMatchObject({ state: 'final', yearly: null, atOnce: '600000' })
    expect((await who.get(paths.claims.claim({ id }))).text).not.toContain('Sans engagement')
  })

  it('of a member who was none, the company reads that the agency fixes the amount', async () => {
    const { who } = claims
    const id = await sent('death_capital', [{ ...spouse, lien: 'spouse' }])
    const page = await who.get(paths.claims.claim({ id }))
    expect(page.text).toContain('Montant fixé par l’Agence Virtuelle')
  })

  it('salaries declared after the death are named before anything is granted, and granted with why', async () => {
    const { site, atlas, who, somebody } = claims
    const paidAfter = await somebody({ bornOn: '1969-05-05' })
    for (const quarter of ['2025T4', '2026T2'])
      await aQuarterOf(site, atlas, [paidAfter.membershipId], { quarter, salary: '50000' })
    const rival = await anEmployer(site, { name: 'Rif Conserves SA' })
    const there = { lastName: 'BENNANI', firstName: 'YOUSSEF', bornOn: '1969-05-05' }
    const elsewhere = await aMember(site, rival, { ...there, number: paidAfter.number })
    await aQuarterOf(site, rival, [elsewhere], { quarter: '2026T3', salary: '50000' })
    const asked = { kind: 'death_capital', diedOn: '01/03/2026' } as const
    const survivors = [{ ...spouse, lien: 'spouse' }] as const
    const id = await aSurvivorsClaim(who, { ...paidAfter, ...asked, survivors })
    const page = await agent.get(own.claim({ id }))
    const doubt = page.text.slice(page.text.indexOf('salaires sont déclarés après ce décès'))
    expect(doubt).toMatch(/^[^.]*2.{0,12}trimestre 2026.*3.{0,12}trimestre 2026, Rif Conserves SA/)
    const silent = await grantClaim(agent, id, { unique: '9000' })
    expect([silent.status, silent.mistakes]).toEqual([
      409,
      [expect.stringContaining('dites pourquoi')],
    ])
    await decideClaim(agent, id, {
      decision: 'granted',
      unique: '9000',
      raison: 'Rappel de salaire, vérifié.',
    })
    expect(await decided(id)).toMatchObject({ state: 'final', atOnce: '900000' })
  })

  it('a spouse too young for a whole réversion: both read why, and a child may be proved', async () => {
    const { who, somebody } = claims
    const person = await somebody({ bornOn: '1968-06-06' })
    const young = { ...spouse, naissance: '01/02/1990', mariage: '01/06/2015' }
    const asked = { kind: 'reversion', diedOn: '01/09/2026', survivors: [young] } as const
    const id = await aReadySurvivorsClaim(who, { ...person, ...asked })
    expect((await who.get(paths.claims.claim({ id }))).text).toContain(
      'n’a pas encore l’âge d’une réversion entière',
    )
    await addScans(who, id, 'dependent_child')
    await who.submit(await who.get(paths.claims.check({ id })), {}, paths.claims.send({ id }))
    const page = await agent.get(own.claim({ id }))
    expect(page.text).toContain('36 ans au décès')
    expect(page.text).toContain('enfant mineur à charge')
  })

  it('the company is told of its own alone, while it may still correct the day', async () => {
    const { site, atlas, who, somebody } = claims
    const person = await somebody({ bornOn: '1969-06-06' })
    await aQuarterOf(site, atlas, [person.membershipId], { quarter: '2026T3', salary: '50000' })
    const id = await beginClaim(who, person.membershipId, 'reversion')
    const silent = await fillStep(who, id, 'end', { jour: '01/03/2026' })
    expect([silent.status, silent.mistakes]).toEqual([
      409,
      [expect.stringContaining('Des salaires sont déclarés après cette date')],
    ])
    await fillStep(who, id, 'end', { jour: '01/03/2026', note: 'Rappel de salaire.' })
    const told = await who.get(paths.claims.claim({ id }))
    expect(told.text).toContain('Des salaires sont déclarés après ce décès')
    await fillStep(who, id, 'end', { jour: '30/09/2026' })
    expect((await who.get(paths.claims.claim({ id }))).text).not.toContain('après ce décès')
  })
})
