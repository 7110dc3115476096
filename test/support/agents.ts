import { afterAll, beforeAll } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { askForAgent } from '../../src/agency/agents/ask-for-agent.ts'
import { readAgent } from '../../src/agency/agents/read-agents.ts'
import { anAgent, goodPassword, signedIn, type TestPerson } from './factories.ts'
import { agentActor } from './letters.ts'
import { openSite, type TestSite } from './site.ts'
import type { Screen, Visitor } from './visitor.ts'

/** Two supervisors, each at their own browser: what one asks for, the other confirms. */
export interface Supervisors {
  readonly site: TestSite
  readonly driss: TestPerson
  readonly amal: TestPerson
  readonly first: Visitor
  readonly second: Visitor
}

export async function twoSupervisors(): Promise<Supervisors> {
  const site = await openSite()
  const driss = await anAgent(site, { role: 'supervisor', firstName: 'Driss', lastName: 'Alaoui' })
  const amal = await anAgent(site, { role: 'supervisor', firstName: 'Amal', lastName: 'Zniber' })
  const [first, second] = [await signedIn(site, driss), await signedIn(site, amal)]
  return { site, driss, amal, first, second }
}

/** Where the request of somebody who confirms comes from. */
export const origin = { address: '192.0.2.1', device: null }

export const pageOf = (agent: Pick<TestPerson, 'id'>) => paths.agency.agent({ id: agent.id })

/** An agent with a second factor in use, recovery codes and an open session. */
export async function aWorkingAgent(
  site: TestSite,
  wishes: Parameters<typeof anAgent>[1] = {},
): Promise<TestPerson> {
  const agent = await anAgent(site, wishes)
  await site.database.ownerQuery('update agents set totp_sealed = $2 where id = $1', [
    agent.id,
    site.app.keyring.seal('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
  ])
  await site.database.ownerQuery(
    `insert into recovery_codes (account_kind, account_id, code_hash) values ('agent', $1, '\\x01')`,
    [agent.id],
  )
  return agent
}

export async function askedReset(
  site: TestSite,
  agent: TestPerson,
  by: TestPerson,
): Promise<string> {
  await askForAgent(site.app, agentActor(by, 'supervisor'), {
    agentId: agent.id,
    kind: 'reset_second_factor',
    reason: 'Téléphone volé, vue au bureau',
  })
  const [request] = await site.database.ownerQuery<{ id: string }>(
    `select id from agent_requests where agent_id = $1 and state = 'waiting'`,
    [agent.id],
  )
  return request?.id ?? ''
}

/** What the page shows this supervisor, and their password. */
export async function shownTo(site: TestSite, by: TestPerson, agent: TestPerson) {
  const { statement } = await readAgent(site.app, agentActor(by, 'supervisor'), agent.id)
  const proof = { by: 'password', password: goodPassword } as const
  return { digest: statement?.digest ?? '', proof }
}

export async function agentRow({ database }: TestSite, id: string) {
  const [row] = await database.ownerQuery<{ state: string; totp_sealed: Buffer | null }>(
    'select state, totp_sealed from agents where id = $1',
    [id],
  )
  return row
}

export async function agentTrail({ database }: TestSite, id: string): Promise<string[]> {
  const rows = await database.ownerQuery<{ action: string }>(
    `select action from audit_events where chain = 'fund' and subject_id = $1 order by sequence`,
    [id],
  )
  return rows.map(({ action }) => action)
}

/** The form whose button reads so. */
export function formWith(screen: Screen, button: string): string {
  const found = [...screen.document.querySelectorAll('main form')].find((form) =>
    form.textContent?.includes(button),
  )
  return found?.getAttribute('action') ?? `no form with ${button}`
}

/** An agent, signed in, on a site that every test of a file shares. */
export function anAgentAtWork() {
  const at = {} as { site: TestSite; agent: Visitor }
  beforeAll(async () => {
    at.site = await openSite()
    at.agent = await signedIn(at.site, await anAgent(at.site))
  })
  afterAll(() => at.site.close())
  return at
}
