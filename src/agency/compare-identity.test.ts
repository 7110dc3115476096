import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  signedIn,
  type TestPerson,
} from '../../test/support/factories.ts'
import { agentActor, aRequestedLetter, read, signedBack } from '../../test/support/letters.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'
import { commonChecks } from './checklist.ts'

let site: TestSite
let first: TestPerson
let agent: Visitor

beforeAll(async () => {
  site = await openSite()
  first = await anAgent(site)
  agent = await signedIn(site, first)
})
afterAll(() => site.close())

const caseOf = (id: string) => paths.agency.letter({ id })

describe('the number written by hand', () => {
  async function aReset() {
    const company = await anEmployer(site)
    const cin = `EE${company.number}`
    await aDelegate(site, company, { cin })
    site.clock.advance(1000)
    const letterId = await aRequestedLetter(site, company, 'password_reset')
    await signedBack(site, letterId)
    return { cin, letterId, path: paths.agency.compareIdentity({ id: letterId }) }
  }

  it('is told to be the one on file, or not, and never shown', async () => {
    const { cin, letterId, path } = await aReset()
    const screen = await agent.get(caseOf(letterId))
    expect(screen.text).toContain(`EE••••${cin.slice(-2)}`)
    expect(screen.body).not.toContain(cin)
    expect((await agent.submit(screen, { numero: ' ' }, path)).status).toBe(422)
    const other = await agent.submit(screen, { numero: 'BE999999' }, path)
    expect(other.status).toBe(422)
    expect(other.mistakes.join()).toContain('n’est pas celui que nous connaissons')
    const same = await agent.submit(other, { numero: ` ${cin.toLowerCase()} ` }, path)
    expect(same.text).toContain('est celui que nous connaissons.')
    const events = await site.database.ownerQuery<{ action: string }>(
      `select action from audit_events where subject_id = $1 and action like 'letter.identity%' order by sequence`,
      [letterId],
    )
    expect(events.map(({ action }) => action)).toEqual([
      'letter.identity_other',
      'letter.identity_same',
    ])
  })

  it('AT67: is compared before an agent may accept', async () => {
    const { cin, letterId, path } = await aReset()
    const review = paths.agency.review({ id: letterId })
    await read(site, agentActor(first), letterId)
    const ticked = { decision: 'accept', controles: [...commonChecks] }
    const before = await agent.get(caseOf(letterId))
    expect(before.body).not.toContain('name="controles"')
    const early = await agent.submit(before, ticked, review)
    expect(early.status).toBe(409)
    expect(early.mistakes.join()).toContain('n’a pas été comparé')
    const same = await agent.submit(early, { numero: cin }, path)
    // Nothing is left to compare that would bring the page back with the checks unticked.
    expect(same.body).toContain('name="controles"')
    expect(same.body).not.toContain('name="numero"')
    const done = await agent.submit(same, ticked, review)
    expect(done.status).toBe(200)
  })

  it('AT67: is not found by trying', async () => {
    const { cin, letterId, path } = await aReset()
    const screen = await agent.get(caseOf(letterId))
    for (let n = 0; n < 6; n += 1) await agent.submit(screen, { numero: `BE00000${n}` }, path)
    const late = await agent.submit(screen, { numero: cin }, path)
    expect(late.mistakes.join()).toContain('Trop de numéros')
    site.clock.advance(61 * 60_000)
    agent = await signedIn(site, first)
    const now = await agent.submit(await agent.get(caseOf(letterId)), { numero: cin }, path)
    expect(now.text).toContain('est celui que nous connaissons.')
  })
})
