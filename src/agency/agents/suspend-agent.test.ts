import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  agentRow,
  agentTrail,
  askedReset,
  aWorkingAgent,
  formWith,
  origin,
  pageOf,
  shownTo,
  twoSupervisors,
} from '../../../test/support/agents.ts'
import { anAgent, signedIn, type TestPerson } from '../../../test/support/factories.ts'
import { agentActor } from '../../../test/support/letters.ts'
import type { TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { confirmRequest } from './decide-request.ts'
import { suspendAgent } from './suspend-agent.ts'

let site: TestSite
let driss: TestPerson
let amal: TestPerson
let first: Visitor
let second: Visitor
beforeAll(async () => {
  ;({ site, driss, amal, first, second } = await twoSupervisors())
})
afterAll(() => site.close())

describe('suspending and giving back', () => {
  it('takes one supervisor to suspend, at the next click, and two to give back', async () => {
    const agent = await aWorkingAgent(site, { lastName: 'Suspendu' })
    const working = await signedIn(site, agent)
    const page = await first.get(pageOf(agent))
    const empty = await first.submit(
      page,
      { geste: 'suspendre', reason: '' },
      formWith(page, 'Suspendre maintenant'),
    )
    expect(empty.text).toContain('Saisissez le motif')
    const done = await first.submit(
      empty,
      { geste: 'suspendre', reason: 'Départ le 30 novembre' },
      formWith(empty, 'Suspendre maintenant'),
    )
    expect(done.text).toContain('L’accès est suspendu.')
    expect(done.text).toContain('Départ le 30 novembre')
    expect((await working.get(paths.agency.queue())).url).toContain('/agence/connexion')
    const asked = await first.submit(
      done,
      { geste: 'rendre', reason: 'Revenue de congé' },
      formWith(done, 'Demander à rendre l’accès'),
    )
    expect(asked.text).toContain('Votre demande attend un autre superviseur.')
    const waiting = await second.get(pageOf(agent))
    await second.submit(
      waiting,
      { password: amal.password },
      formWith(waiting, 'Rendre son accès à'),
    )
    expect((await agentRow(site, agent.id))?.state).toBe('active')
    expect(await agentTrail(site, agent.id)).toEqual([
      'agent.suspended',
      'agent.reactivate_asked',
      'agent.reactivated',
    ])
  })

  it('is never for oneself; what a suspended supervisor asked for falls', async () => {
    const supervisor = await anAgent(site, { role: 'supervisor' })
    const agent = await aWorkingAgent(site)
    const actor = agentActor(supervisor, 'supervisor')
    const own = suspendAgent(site.app, actor, { agentId: supervisor.id, reason: 'x' })
    await expect(own).rejects.toThrow('agents.own_account')
    const requestId = await askedReset(site, agent, supervisor)
    await suspendAgent(site.app, agentActor(driss, 'supervisor'), {
      agentId: supervisor.id,
      reason: 'Départ',
    })
    const confirm = confirmRequest(site.app, agentActor(amal, 'supervisor'), {
      agentId: agent.id,
      requestId,
      ...(await shownTo(site, amal, agent)),
      origin,
    })
    await expect(confirm).rejects.toThrow('agents.already_decided')
  })

  it('is read by agents and done by supervisors only', async () => {
    const agent = await anAgent(site)
    const visitor = await signedIn(site, agent)
    const list = await visitor.get(paths.agency.agents())
    expect(list.text).toContain('Driss Alaoui')
    expect(list.text).not.toContain('Nouvel agent')
    expect((await visitor.get(paths.agency.newAgent())).status).toBe(403)
    expect((await visitor.get(pageOf(driss))).text).not.toContain('Suspendre')
  })

  it('says the same in Arabic', async () => {
    const list = await second.get(`${paths.agency.agents()}?lang=ar`)
    expect(list.text).toContain('الأعوان')
    expect(list.text).toContain('مشرف')
  })
})
