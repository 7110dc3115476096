import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimRib, fillStep } from '../../../../test/support/claiming.ts'
import { type ClaimsSetting, openClaims } from '../../../../test/support/claims-setting.ts'
import { acceptDocuments, askForMore, decideClaim } from '../../../../test/support/deciding.ts'
import { anAgent, signedIn } from '../../../../test/support/factories.ts'
import { maskedRib, ribKey } from '../../../employers/rib.ts'
import { paths } from '../../../web/paths.ts'

const own = paths.claims
const otherRib = `0117800009876543210987${ribKey('0117800009876543210987')}`
let setting: ClaimsSetting
beforeAll(async () => {
  setting = await openClaims()
})
afterAll(() => setting.close())

it('another account reopens the paper that proves it, and the agent reads both (L5)', async () => {
  const { site, who, aClaim, stateOf } = setting
  const { id } = await aClaim()
  const agent = await signedIn(site, await anAgent(site))
  await acceptDocuments(agent, id)
  await askForMore(agent, id, 'Précisez le compte.')
  await fillStep(who, id, 'account', { rib: otherRib })
  await who.submit(await who.get(own.check({ id })), {}, own.send({ id }))
  const page = await agent.get(paths.agency.claim({ id }))
  expect(page.text).toContain(`Compte bancaire : ${maskedRib(claimRib)} → ${maskedRib(otherRib)}`)
  const granted = {
    decision: 'granted',
    debut: '01/01/2027',
    annuelle: '12000',
    raison: 'Relevé.',
  }
  expect((await decideClaim(agent, id, granted)).status).toBe(409)
  site.clock.advance(60_000)
  await acceptDocuments(agent, id)
  await decideClaim(agent, id, granted)
  expect(await stateOf(id)).toBe('granted')
})

it('the same answers written again reopen nothing', async () => {
  const { site, who, aClaim } = setting
  const { id, cin } = await aClaim()
  const agent = await signedIn(site, await anAgent(site))
  await acceptDocuments(agent, id)
  await askForMore(agent, id, 'Confirmez.')
  await fillStep(who, id, 'account', { rib: claimRib })
  await fillStep(who, id, 'person', { piece: 'cin', numero: cin, confirme: 'on' })
  await fillStep(who, id, 'end', { jour: '31/12/2026', note: 'Déclarée.' })
  await who.submit(await who.get(own.check({ id })), {}, own.send({ id }))
  const page = await agent.get(paths.agency.claim({ id }))
  expect(page.text).not.toContain('Modifié par l’entreprise')
})

it('a capital that was chosen is granted with its amount, on a signed choice (L2)', async () => {
  const { site, aClaim, stateOf } = setting
  const { id } = await aClaim({ capital: 'capital' })
  const agent = await signedIn(site, await anAgent(site))
  await acceptDocuments(agent, id)
  const typed = { decision: 'granted', debut: '01/01/2027', annuelle: '12000', raison: 'Relevé.' }
  const without = await decideClaim(agent, id, typed)
  expect([without.status, without.text]).toEqual([
    409,
    expect.stringContaining('L’affilié a choisi le capital'),
  ])
  await decideClaim(agent, id, { ...typed, unique: '9000' })
  expect(await stateOf(id)).toBe('granted')
})

it('nothing is granted from a day before the one that the rules give', async () => {
  const { site, aClaim } = setting
  const { id } = await aClaim()
  const agent = await signedIn(site, await anAgent(site))
  await acceptDocuments(agent, id)
  const early = { decision: 'granted', debut: '01/01/2020', annuelle: '12000', raison: 'Relevé.' }
  const answer = await decideClaim(agent, id, early)
  expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('01/01/2027')])
})
