import { findSessionView } from '../src/access/session.ts'
import { todayIn } from '../src/calendar/clock.ts'
import { sessionCookie } from '../src/web/cookies.ts'
import { aDelegate, anEmployer, aProfile, signedIn } from '../test/support/factories.ts'
import type { BenchPortal } from './portal.ts'
import { type Rival, rivalOwner } from './rival.ts'
import { type Row, row } from './row.ts'
import { alternate, at, time } from './timing.ts'

const count = 600
const rounds = 5

/** ME7: what every click pays before its page: whose session, still allowed, which company; then the page itself. */
export async function measureSession(portal: BenchPortal, rival: Rival): Promise<Row[]> {
  const { app } = portal
  const employer = await anEmployer(portal)
  const delegate = await aDelegate(portal, employer)
  for (let index = 0; index < 10; index += 1) await aProfile(portal, employer)
  const visitor = await signedIn(portal, delegate, employer)
  const token = visitor.cookies.get(sessionCookie) ?? ''
  const { headers } = await rivalOwner(rival, 'session@bench.example')
  const times = await alternate(rounds, {
    ours: () =>
      time(count, 1, async () => {
        const at = { now: app.clock.now(), today: todayIn(app.clock) }
        const view = await findSessionView(app.db, token, at)
        if (view?.employer?.id !== employer.id) throw new Error('the session is not this one')
      }),
    tenant: () =>
      time(count, 1, () =>
        app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
          tx.named('bench.tenant', 'select 1'),
        ),
      ),
    rival: () => time(count, 1, () => rival.auth.api.getSession({ headers })),
    page: () =>
      time(count / 4, 1, async () => {
        const page = await visitor.raw('/administration/utilisateurs/interne')
        if (page.status !== 200) throw new Error(`the page answered ${page.status}`)
      }),
  })
  const { ours, tenant, rival: other, page } = times
  return [
    row({
      id: 'ME7',
      what: 'session check and tenant context of a request, node CPU (peer: getSession alone)',
      ours: ours.cpuMs + tenant.cpuMs,
      comparator: other.cpuMs,
      unit: 'ms',
      target: ['<=', 0.5],
    }),
    row({
      id: 'ME7.session',
      what: 'session check alone, node CPU (peer: getSession)',
      ours: ours.cpuMs,
      comparator: other.cpuMs,
      unit: 'ms',
      target: ['<=', 0.5],
    }),
    row({
      id: 'ME7.p50',
      what: 'list of users, whole page in process, median',
      ours: at(page.each, 0.5),
      unit: 'ms',
      target: ['<=', 30],
    }),
    row({
      id: 'ME7.p99',
      what: 'list of users, whole page in process, 99 %',
      ours: at(page.each, 0.99),
      unit: 'ms',
      target: ['<=', 100],
    }),
  ]
}
