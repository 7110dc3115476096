import { afterAll, beforeAll, expect, it } from 'vitest'
import { paid } from '../../../test/support/accounts.ts'
import { aReadyClaim, aSentClaim } from '../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../test/support/claims-setting.ts'
import { acceptDocuments, decideClaim } from '../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../test/support/factories.ts'
import { aQuarterOf } from '../../../test/support/members.ts'
import { paths } from '../../web/paths.ts'

const own = paths.claims
let setting: ClaimsSetting
beforeAll(async () => {
  setting = await openClaims()
})
afterAll(() => setting.close())

/** 200 points exactly: 265 900 at 6 % and 6 % is 31 908, ÷ (26,59 × 6); thirteen and eight tenths of a percent are due. */
const limit = { salary: '265900', due: '36694.20' }
const justBelow = { salary: '265890', due: '36692.82' }

function pay(quarter: string, amount: string) {
  const { site, atlas } = setting
  return paid(site, atlas, { amount, on: '2026-11-20', dues: [{ quarter, amount }] })
}

async function begin(membershipId: string) {
  const form = await setting.who.get(`${own.start()}?membre=${membershipId}`)
  return setting.who.submit(form, { demande: 'single_payment' }, own.start())
}

it('a single payment is of fewer points than the limit: from it on the kind to ask for is said (L2)', async () => {
  const { site, atlas, somebody } = setting
  const [below, at, late] = [
    await somebody(),
    await somebody(),
    await somebody({ bornOn: '1964-05-05' }),
  ]
  await aQuarterOf(site, atlas, [below.membershipId], {
    quarter: '2026T1',
    salary: justBelow.salary,
  })
  await pay('2026T1', justBelow.due)
  for (const [person, quarter] of [
    [at, '2026T2'],
    [late, '2026T3'],
  ] as const) {
    await aQuarterOf(site, atlas, [person.membershipId], { quarter, salary: limit.salary })
    await pay(quarter, limit.due)
  }
  expect((await begin(below.membershipId)).status).toBe(200)
  const early = await begin(at.membershipId)
  expect([early.status, early.mistakes]).toEqual([
    409,
    [expect.stringMatching(/200,00 points.*départ anticipé.*01\/01\/2027/)],
  ])
  const deferred = await begin(late.membershipId)
  expect(deferred.mistakes).toEqual([expect.stringMatching(/départ ajourné.*01\/07\/2024/)])
})

it('points paid for meanwhile are told when it is sent, and to the agent when it was', async () => {
  const { site, atlas, who, somebody, stateOf } = setting
  const [late, later] = [await somebody(), await somebody()]
  const people = [late.membershipId, later.membershipId]
  await aQuarterOf(site, atlas, people, { quarter: '2025T4', salary: limit.salary })
  const kind = 'single_payment' as const
  const ready = await aReadyClaim(who, { ...late, kind })
  const sent = await aSentClaim(who, { ...later, kind })
  await pay('2025T4', '73388.40')
  const refused = await who.submit(
    await who.get(own.check({ id: ready })),
    {},
    own.send({ id: ready }),
  )
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('départ anticipé')])
  const agent = await signedIn(site, await anAgent(site))
  await acceptDocuments(agent, sent)
  const page = await agent.get(paths.agency.claim({ id: sent }))
  expect(page.text).toContain('Trop de points pour un versement unique')
  const typed = { decision: 'granted', unique: '9000', raison: 'Barème.' }
  const answer = await decideClaim(agent, sent, typed)
  expect([answer.status, answer.text]).toEqual([
    409,
    expect.stringContaining('une pension est due'),
  ])
  await decideClaim(agent, sent, { decision: 'refused', raison: 'Demandez un départ anticipé.' })
  expect(await stateOf(sent)).toBe('refused')
})

it('too young for any pension, the points stay theirs until the first that may begin', async () => {
  const { site, atlas, somebody } = setting
  const young = await somebody({ bornOn: '1991-02-03' })
  await aQuarterOf(site, atlas, [young.membershipId], { quarter: '2025T3', salary: limit.salary })
  await pay('2025T3', limit.due)
  const told = await begin(young.membershipId)
  expect([told.status, told.mistakes]).toEqual([
    409,
    [expect.stringMatching(/restent acquis.*01\/04\/2041/)],
  ])
  expect(told.text).not.toContain('Demandez')
})

it('points paid for meanwhile of somebody too young for a pension: the agent reads what to say, not a pension to ask for', async () => {
  const { site, atlas, who, somebody } = setting
  const young = await somebody({ bornOn: '1991-02-03' })
  await aQuarterOf(site, atlas, [young.membershipId], { quarter: '2025T1', salary: limit.salary })
  const sent = await aSentClaim(who, { ...young, kind: 'single_payment' as const })
  await pay('2025T1', limit.due)
  const agent = await signedIn(site, await anAgent(site))
  await acceptDocuments(agent, sent)
  const page = await agent.get(paths.agency.claim({ id: sent }))
  expect(page.text).toContain('trop tôt pour une pension')
  expect(page.text).toContain('dès le 1er avril 2041')
  const typed = { decision: 'granted', unique: '9000', raison: 'Barème.' }
  const answer = await decideClaim(agent, sent, typed)
  expect([answer.status, answer.text]).toEqual([
    409,
    expect.stringMatching(/n’a pas l’âge d’une pension.*restent acquis.*01\/04\/2041/),
  ])
  expect(answer.text).not.toContain('une pension est due')
})

it('what began before the rule of the points is paid at once, whatever they are; a day after it is not', async () => {
  const { site, atlas, who, somebody } = setting
  const [before, after] = [
    await somebody({ bornOn: '1950-05-05' }),
    await somebody({ bornOn: '1951-05-05' }),
  ]
  const people = [before.membershipId, after.membershipId]
  await aQuarterOf(site, atlas, people, { quarter: '2025T2', salary: limit.salary })
  await pay('2025T2', '73388.40')
  const kind = 'single_payment' as const
  const sent = await aSentClaim(who, { ...before, kind, endedOn: '31/12/2015' })
  const agent = await signedIn(site, await anAgent(site))
  const page = await agent.get(paths.agency.claim({ id: sent }))
  expect(page.text).not.toContain('Trop de points pour un versement unique')
  const ready = await aReadyClaim(who, { ...after, kind, endedOn: '31/12/2016' })
  const check = await who.get(own.check({ id: ready }))
  const refused = await who.submit(check, {}, own.send({ id: ready }))
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('départ ajourné')])
})
