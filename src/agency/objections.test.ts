import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgent, signedIn } from '../../test/support/factories.ts'
import { aReceivedSubscription, letterNow, newestProof } from '../../test/support/letters.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { guest } from '../actors/actor.ts'
import { raiseObjection } from '../letters/raise-objection.ts'
import { paths } from '../web/paths.ts'

let site: TestSite
let agent: Visitor
let supervisor: Visitor

beforeAll(async () => {
  site = await openSite()
  agent = await signedIn(site, await anAgent(site))
  supervisor = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
})
afterAll(() => site.close())

const caseOf = (id: string) => paths.agency.letter({ id })

describe('an objection', () => {
  it('is read by all and decided by a supervisor only', async () => {
    const { employer, letterId } = await aReceivedSubscription(site, true)
    await site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
      raiseObjection(tx, { kind: 'guest', name: '' }, site.clock.now(), {
        letterId,
        statement: 'Je suis <b>toujours</b> en poste.',
      }),
    )
    const path = paths.agency.objection({ id: letterId })
    const seen = await agent.get(caseOf(letterId))
    expect(seen.text).toContain('Je suis <b>toujours</b> en poste.')
    expect(seen.body).not.toContain('<b>toujours</b>')
    expect(seen.body).not.toContain(path)
    const csrf = seen.document.querySelector('[name="csrf"]')?.getAttribute('value') ?? ''
    expect((await agent.post(path, { csrf })).status).toBe(403)

    const screen = await supervisor.get(caseOf(letterId))
    const blank = await supervisor.submit(screen, {}, path)
    expect(blank.mistakes).toHaveLength(3)
    const proof = (await newestProof(site, letterId)).id
    await supervisor.raw(paths.agency.proof({ id: letterId, proof }))
    const done = await supervisor.submit(
      screen,
      { decision: 'upheld', motif: 'La lettre n’émane pas de l’entreprise.', lu: 'on' },
      path,
    )
    expect(done.text).toContain('L’opposition a été retenue.')
    expect(await letterNow(site, letterId)).toMatchObject({ state: 'refused' })
  })

  it('in a case that another has in hand is taken over before it is decided', async () => {
    const { employer, letterId } = await aReceivedSubscription(site, true)
    await site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
      raiseObjection(tx, guest, site.clock.now(), { letterId, statement: 'Je suis en poste.' }),
    )
    const path = paths.agency.objection({ id: letterId })
    const take = paths.agency.take({ id: letterId })
    const early = await supervisor.get(caseOf(letterId))
    await agent.submit(await agent.get(caseOf(letterId)), { geste: 'prendre' }, take)

    // The form of a page that was open before comes back as it was filled, and no other form with it.
    const typed = { decision: 'upheld', motif: 'La lettre n’émane pas de l’entreprise.', lu: 'on' }
    const late = await supervisor.submit(early, typed, path)
    expect([late.status, late.body]).toEqual([409, expect.stringContaining(typed.motif)])
    expect(late.body).not.toContain(paths.agency.review({ id: letterId }))

    const seen = await supervisor.get(caseOf(letterId))
    expect(seen.body).not.toContain(path)
    expect(seen.text.split('a ce dossier en main')).toHaveLength(2)
    const taken = await supervisor.submit(seen, {}, take)
    expect(taken.body).toContain(path)
    expect((await agent.get(caseOf(letterId))).body).not.toContain(take)
  })
})
