import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../../../test/support/accounts.ts'
import {
  addScans,
  aReadyClaim,
  aReadySurvivorsClaim,
  aSentClaim,
  aSurvivorsClaim,
  child,
  fillStep,
  spouse,
  type Survivor,
} from '../../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../../test/support/claims-setting.ts'
import { decideClaim, grantClaim } from '../../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../../test/support/factories.ts'
import { aQuarterOf } from '../../../../test/support/members.ts'
import type { Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'

const own = paths.agency
let claims: ClaimsSetting
let agent: Visitor
beforeAll(async () => {
  claims = await openClaims()
  agent = await signedIn(claims.site, await anAgent(claims.site))
})
afterAll(() => claims.close())

const grown: Survivor = {
  ...child,
  prenom: 'Nadia',
  naissance: '01/02/2005',
  rib: '230780000000000000000039',
  titulaire: 'own',
}

const otherRib = '011780000012000000000811'

/** Somebody with 752,16 points paid for, or none. */
async function somebodyPaid(bornOn: string, quarter = '') {
  const { site, atlas, somebody } = claims
  const person = await somebody({ bornOn })
  if (quarter === '') return person
  await aQuarterOf(site, atlas, [person.membershipId], { quarter, salary: '1000000' })
  await paid(site, atlas, { amount: '138000', on: '2026-11-20' })
  return person
}

const diedOn = '01/09/2026'
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('a stated death', () => {
  it('takes the person off the list of departures, and no pension of theirs is begun or sent', async () => {
    const { who } = claims
    const dead = await somebodyPaid('1966-11-30')
    const ready = await aReadyClaim(who, dead)
    const list = paths.liquidations.nearing()
    expect((await who.get(list)).body).toContain(dead.number)
    await aSurvivorsClaim(who, { ...dead, kind: 'reversion', diedOn, survivors: [spouse] })
    expect((await who.get(list)).body).not.toContain(dead.number)
    const check = await who.get(paths.claims.check({ id: ready }))
    expect(check.text).toContain('Un décès est déclaré pour cette personne')
    const sent = await who.submit(check, {}, paths.claims.send({ id: ready }))
    expect([sent.status, plain(sent.text)]).toEqual([
      409,
      expect.stringContaining('Le décès de cette personne le 01/09/2026 est déclaré'),
    ])
    const form = await who.get(`${paths.claims.start()}?membre=${dead.membershipId}`)
    const begun = await who.submit(form, { demande: 'early' }, paths.claims.start())
    expect([begun.status, begun.text]).toEqual([
      409,
      expect.stringContaining('une pension de la personne elle-même ne se demande plus'),
    ])
  })

  it('after a pension was sent is said to the agent, who grants it with why', async () => {
    const { who, aClaim, stateOf } = claims
    const person = await aClaim({ endedOn: '30/06/2026' })
    await aSurvivorsClaim(who, { ...person, kind: 'reversion', diedOn, survivors: [spouse] })
    const page = await agent.get(own.claim({ id: person.id }))
    expect(page.text).toContain('Un décès est déclaré pour cette personne')
    const silent = await grantClaim(agent, person.id, { annuelle: '0' })
    expect(silent.mistakes).toEqual([expect.stringContaining('Un décès est déclaré')])
    await decideClaim(agent, person.id, {
      decision: 'granted',
      annuelle: '1200',
      raison: 'Due avant le décès.',
    })
    expect(await stateOf(person.id)).toBe('granted')
  })

  it('with another day in another claim is told to the company and to the agent', async () => {
    const { who } = claims
    const dead = await somebodyPaid('1967-01-05')
    const survivors = [{ ...spouse, lien: 'spouse' }] as const
    await aSurvivorsClaim(who, { ...dead, kind: 'death_capital', diedOn, survivors })
    const other = { ...dead, kind: 'reversion', diedOn: '02/09/2026', survivors: [spouse] } as const
    const id = await aSurvivorsClaim(who, other)
    for (const page of [
      await who.get(paths.claims.claim({ id })),
      await agent.get(own.claim({ id })),
    ])
      expect(page.text).toContain('Un autre dossier donne un autre jour de décès')
    const silent = await grantClaim(agent, id, { unique: '900' })
    expect(silent.mistakes).toEqual([expect.stringContaining('un autre jour de décès')])
  })
})

describe('what no published rule gives survivors', () => {
  it('a child of age without a disability has no part, and is granted something with why', async () => {
    const { who } = claims
    const dead = await somebodyPaid('1968-05-05', '2026T1')
    const asked = { ...dead, kind: 'orphan', diedOn, survivors: [child, grown] } as const
    const id = await aReadySurvivorsClaim(who, asked)
    const check = await who.get(paths.claims.check({ id }))
    expect(check.text).toContain('Majeur sans situation de handicap')
    await who.submit(check, {}, paths.claims.send({ id }))
    const page = await agent.get(own.claim({ id }))
    // One fifth of 752,16 at 15,36, of the minor alone.
    expect(page.document.querySelector('[name=annuelle]')?.getAttribute('value')).toBe('2310,60')
    const silent = await grantClaim(agent, id, {})
    expect(silent.mistakes).toEqual([expect.stringContaining('Un enfant est majeur')])
  })

  it('a child of somebody who was eleven is asked about', async () => {
    const { who } = claims
    const dead = await somebodyPaid('1990-05-05')
    const early = { ...child, naissance: '06/05/2001', handicap: 'on', titulaire: 'own' } as const
    const survivors = [early]
    const id = await aSurvivorsClaim(who, { ...dead, kind: 'orphan', diedOn, survivors })
    const page = await agent.get(own.claim({ id }))
    expect(page.text).toContain('aurait eu 11 ans à sa naissance')
    expect(page.text).toContain('les deux parents sont décédés')
    const silent = await grantClaim(agent, id, { unique: '900' })
    expect(silent.mistakes).toEqual([expect.stringContaining('peu croyable')])
  })

  it('the deed of guardianship is needed where a representative is paid', async () => {
    const { who } = claims
    const dead = await somebodyPaid('1969-05-05')
    const alone = { ...child, titulaire: 'own' } as const
    const asked = { ...dead, kind: 'orphan', diedOn, survivors: [alone] } as const
    const id = await aReadySurvivorsClaim(who, asked)
    await fillStep(who, id, 'payees', { ...child, prenom: 'Leila', rib: grown.rib })
    const check = await who.get(paths.claims.check({ id }))
    expect(check.text).toContain('Il reste à faire Pièces')
  })

  it('a deferred pension that begins early is granted with why', async () => {
    const { who, stateOf } = claims
    const person = await somebodyPaid('1970-04-04')
    const id = await aSentClaim(who, { ...person, kind: 'deferred' })
    const page = await agent.get(own.claim({ id }))
    expect(page.text).toContain('un départ anticipé conviendrait')
    const amount = { unique: '9000' }
    const silent = await grantClaim(agent, id, amount)
    expect(silent.mistakes).toEqual([expect.stringContaining('La demande ne va pas avec')])
    const raison = 'La personne confirme un départ anticipé.'
    await decideClaim(agent, id, { decision: 'granted', ...amount, raison })
    expect(await stateOf(id)).toBe('granted')
  })

  it('the certificate of a disability is needed where one of age has a part by it alone', async () => {
    const { who } = claims
    const dead = await somebodyPaid('1969-06-06')
    const asked = { ...dead, kind: 'orphan', diedOn, survivors: [child] } as const
    const id = await aReadySurvivorsClaim(who, asked)
    const disabled = { ...grown, handicap: 'on', prenom: 'Leila', numero: 'BK445566' } as const
    const minor = { ...disabled, naissance: '01/02/2015', numero: '' }
    await fillStep(who, id, 'payees', minor)
    const check = await who.get(paths.claims.check({ id }))
    expect(check.text).not.toContain('Il reste à faire')
    await fillStep(who, id, 'payees', { ...disabled, prenom: 'Nadia', rib: otherRib })
    const grownUp = await who.get(paths.claims.check({ id }))
    expect(grownUp.text).toContain('Il reste à faire Pièces')
    await addScans(who, id, 'disability')
    const sent = await who.submit(
      await who.get(paths.claims.check({ id })),
      {},
      paths.claims.send({ id }),
    )
    expect(sent.url).toBe(paths.claims.claim({ id }))
  })

  it('of the capital, nobody has a part by a disability, and no certificate of it is needed', async () => {
    const { site, who } = claims
    await site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative, revision)
       select capital.key, capital.valid_from, capital.value || document, capital.source, true, 2
       from parameters capital, parameters orphan, jsonb_array_elements(orphan.value) document
       where capital.key = 'documents_death_capital' and orphan.key = 'documents_orphan'
         and document ->> 'code' = 'disability'`,
    )
    const dead = await somebodyPaid('1969-07-07')
    const survivors = [{ ...grown, lien: 'child', handicap: 'on' }] as const
    const id = await aReadySurvivorsClaim(who, {
      ...dead,
      kind: 'death_capital',
      diedOn,
      survivors,
    })
    const check = await who.get(paths.claims.check({ id }))
    expect(check.text).not.toContain('Il reste à faire')
    expect((await who.get(paths.claims.documents({ id }))).text).toContain(
      'Certificat d’invalidité',
    )
  })

  it('more than the share before reduction, or a short marriage, is explained', async () => {
    const { who, stateOf } = claims
    const dead = await somebodyPaid('1968-06-06', '2026T2')
    const young = { ...spouse, naissance: '01/02/1980' }
    const id = await aSurvivorsClaim(who, {
      ...dead,
      kind: 'reversion',
      diedOn,
      survivors: [young],
    })
    const page = await agent.get(own.claim({ id }))
    expect(plain(page.text)).toMatch(/sans réduction ni partage ?5 776,59/)
    const above = await grantClaim(agent, id, { annuelle: '5776,60' })
    expect(above.mistakes).toEqual([expect.stringContaining('dépasse la part sans réduction')])
    await decideClaim(agent, id, { decision: 'granted', annuelle: '5000', raison: 'Caisse.' })
    expect(await stateOf(id)).toBe('granted')

    const other = await somebodyPaid('1968-07-07', '2025T4')
    const late = { ...spouse, mariage: '01/06/2026' }
    const short = await aSurvivorsClaim(who, {
      ...other,
      kind: 'reversion',
      diedOn,
      survivors: [late],
    })
    const silent = await grantClaim(agent, short, {})
    expect(silent.mistakes).toEqual([expect.stringContaining('Le mariage est trop court')])
  })

  it('under the points of a pension says the same to the company and to the agent', async () => {
    const { who } = claims
    const dead = await somebodyPaid('1967-08-08')
    for (const kind of ['reversion', 'orphan'] as const) {
      const survivors = [kind === 'orphan' ? { ...child, titulaire: 'own' as const } : spouse]
      const id = await aSurvivorsClaim(who, { ...dead, kind, diedOn, survivors })
      for (const page of [
        await who.get(paths.claims.claim({ id })),
        await agent.get(own.claim({ id })),
      ]) {
        expect(plain(page.text)).toMatch(
          /Moins de 200 points[^:]*: un versement unique remplace la pension/,
        )
        expect(plain(page.text)).not.toMatch(/Par an ?0,00/)
      }
    }
  })
})
