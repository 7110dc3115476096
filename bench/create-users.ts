import type { DelegateActor } from '../src/actors/actor.ts'
import { createUser } from '../src/access/administration/create-user.ts'
import type { NewUser } from '../src/access/administration/new-user.ts'
import { withConnection } from '../src/platform/db/connection.ts'
import { aDelegate, anEmployer } from '../test/support/factories.ts'
import type { BenchPortal } from './portal.ts'
import { type Rival, rivalOwner, rivalPassword } from './rival.ts'
import { type Row, row } from './row.ts'
import { alternate, at, time } from './timing.ts'

const count = 100
const rounds = 5

/** ME5: a delegate creates a user: right checked, row, mandate, audit event, link and mail queued, in one commit. */
export async function measureUserCreation(portal: BenchPortal, rival: Rival): Promise<Row[]> {
  const employer = await anEmployer(portal)
  const delegate = await aDelegate(portal, employer)
  const actor: DelegateActor = {
    kind: 'delegate',
    id: delegate.id,
    name: 'Salma Berrada',
    sessionId: '00000000-0000-4000-8000-000000000000',
    stage: 'full',
    employerId: employer.id,
  }
  const { headers, organizationId } = await rivalOwner(rival, 'owner@bench.example')
  const { auth } = rival
  const times = await alternate(rounds, {
    ours: (round) =>
      time(count, 1, (index) => createUser(portal.app, actor, newUser(round * count + index))),
    invitation: (round) =>
      time(count, 1, (index) =>
        auth.api.createInvitation({
          body: { email: `i${round}x${index}@bench.example`, role: 'member', organizationId },
          headers,
        }),
      ),
    signUp: (round) =>
      time(count / 4, 1, (index) =>
        auth.api.signUpEmail({
          body: {
            email: `s${round}x${index}@bench.example`,
            password: rivalPassword,
            name: 'Karim Bennani',
          },
        }),
      ),
  })
  await mustBeWhole(portal, employer.id)
  const { ours, invitation, signUp } = times
  return [
    row({
      id: 'ME5',
      what: 'delegated user creation, node CPU each (peer: invitation, no audit, no mail queue)',
      ours: ours.cpuMs,
      comparator: invitation.cpuMs,
      unit: 'ms',
      target: ['<=', 5],
    }),
    row({
      id: 'ME5.sign-up',
      what: 'the same beside a sign-up with the same password hash',
      ours: ours.cpuMs,
      comparator: signUp.cpuMs,
      unit: 'ms',
      target: ['<=', 5],
    }),
    row({
      id: 'ME5.p50',
      what: 'delegated user creation, wall, median',
      ours: at(ours.each, 0.5),
      comparator: at(invitation.each, 0.5),
      unit: 'ms',
      target: ['<=', 30],
    }),
    row({
      id: 'ME5.p95',
      what: 'delegated user creation, wall, 95 %',
      ours: at(ours.each, 0.95),
      comparator: at(invitation.each, 0.95),
      unit: 'ms',
      target: ['<=', 60],
    }),
  ]
}

function newUser(number: number): NewUser {
  return {
    service: 'declaration_internal',
    lastName: 'Bennani',
    firstName: 'Karim',
    jobTitle: 'Paie',
    email: `karim${number}@bench.example`,
    phone: '+212661000001',
    language: 'fr',
    identity: { kind: 'cin', number: `BE${100_000 + number}` },
    freePart: `karim${number}`,
    isFreePartProposed: false,
    firstPassword: { kind: 'link' },
    suggestedQuestions: [],
    scope: { mode: 'prepared_file', categories: ['01'], untilOn: null },
    isMaker: false,
    isValidator: false,
  }
}

/** Correctness before speed: each creation left its five parts. */
async function mustBeWhole({ adminUrl }: BenchPortal, employerId: string): Promise<void> {
  const parts = await withConnection(adminUrl, async (admin) => {
    const { rows } = await admin.query<Record<string, number>>(
      `select (select count(*)::integer from profiles where employer_id = $1) as profiles,
        (select count(*)::integer from mandates where employer_id = $1) as mandates,
        (select count(*)::integer from audit_events where employer_id = $1 and action = 'user.created') as events,
        (select count(*)::integer from links where employer_id = $1) as links,
        (select count(*)::integer from mails where employer_id = $1) as mails`,
      [employerId],
    )
    return rows[0] ?? {}
  })
  const expected = count * (rounds + 1)
  for (const [part, found] of Object.entries(parts)) {
    if (found !== expected) throw new Error(`${found} ${part} instead of ${expected}`)
  }
}
