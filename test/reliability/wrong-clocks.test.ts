import { afterAll, beforeAll, expect, it } from 'vitest'
import { Client } from '../chaos/client.ts'
import { signInAt } from '../chaos/doors.ts'
import { Journal } from '../chaos/journal.ts'
import { Installation } from './installation.ts'
import { People } from './people.ts'
import { judgeInstallation, openStage } from './run-nodes.ts'

/** The program reads another time from its machine, by so many milliseconds, as under `faketime`. */
function off(milliseconds: number): NodeJS.ProcessEnv {
  const script = `const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length ? super(...given) : super(Real.now() + ${milliseconds}) }
      static now() { return Real.now() + ${milliseconds} }
    }`
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` }
}

const threeDays = 3 * 86_400_000

let installation: Installation
beforeAll(async () => {
  installation = await Installation.open({ nodes: 2 })
  for (const [index, node] of installation.nodes.entries()) {
    await node.end('SIGTERM')
    await node.start(off(index === 0 ? threeDays : -threeDays))
  }
})
afterAll(() => installation.close())

it('RE18: two nodes, three days early and three days late, agree on sessions, codes and deadlines: all are by the database’s time', async () => {
  const { database, nodes } = installation
  const cast = await openStage(installation, 0)
  const [company] = cast.companies
  if (!company) throw new Error('no company was arranged')
  const people = new People(installation, company)
  // Requests go round: a session opened by one node serves on the other, and none has expired.
  for (let index = 0; index < 6; index += 1) expect(await people.invite()).toBe(true)
  await people.declare('2024T3')
  // A code of six digits is of half a minute: neither node would take one by its own clock.
  const [agent] = cast.agents
  const client = new Client(installation)
  const fields = { login: agent?.identifier ?? '', password: agent?.password ?? '' }
  const door = { path: '/agence/connexion', fields, totpSecret: agent?.totpSecret }
  expect(await signInAt(client, new Journal(), door)).toBe(true)
  const wrong = await database.ask(`
    select 'mail' as what from mails where abs(extract(epoch from queued_at - now())) > 300
    union all select 'event' from audit_events where action = 'user.created' and abs(extract(epoch from at - now())) > 300
    union all select 'session' from sessions where abs(extract(epoch from started_at - now())) > 300`)
  expect(wrong).toEqual([])
  await expect
    .poll(() => database.ask(`select from mails where state <> 'sent'`), { timeout: 60_000 })
    .toEqual([])
  const { complaints } = await judgeInstallation(installation, people.journal)
  expect(complaints).toEqual([])
  for (const node of nodes) expect(node.said).toContain('the clock of this machine')
})
