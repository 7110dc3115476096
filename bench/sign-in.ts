import { availableParallelism } from 'node:os'
import { verify } from '@node-rs/argon2'
import { signIn } from '../src/access/sign-in/sign-in.ts'
import { aDelegate, anEmployer, goodPassword } from '../test/support/factories.ts'
import type { BenchPortal } from './portal.ts'
import { type Rival, rivalPassword } from './rival.ts'
import { type Row, row } from './row.ts'
import { serverCpuSeconds } from './process-cost.ts'
import { alternate, median, time, type Timing } from './timing.ts'

const people = 40
const count = 120
const atOnce = 8
const rounds = 5

/** ME6: signing in, beside the bare verification of the same hash on the same threads. */
export async function measureSignIn(
  portal: BenchPortal,
  sameKdf: Rival,
  defaultKdf: Rival,
): Promise<Row[]> {
  const logins = await openAccounts(portal)
  await signUp(sameKdf)
  await signUp(defaultKdf)
  const stored = await portal.app.passwords.hash(goodPassword)
  const enter = async (index: number) => {
    const done = await signIn(portal.app, {
      door: 'administration',
      login: logins[index % people] ?? '',
      password: goodPassword,
      origin: { address: '192.0.2.1', device: null },
      browser: 'Firefox, Linux',
      formerSession: null,
    })
    if (done.outcome !== 'signed_in') throw new Error(`signing in was ${done.outcome}`)
  }
  const database: number[] = []
  const times = await alternate(rounds, {
    // As many as there are cores: more at once only hash more slowly, each.
    hash: () => time(count, availableParallelism(), () => verify(stored, goodPassword)),
    ours: async () => {
      const before = await serverCpuSeconds(portal.postmaster)
      const timing = await time(count, atOnce, enter)
      database.push((((await serverCpuSeconds(portal.postmaster)) - before) * 1000) / count)
      return timing
    },
    sameKdf: () => time(count, atOnce, (index) => enterRival(sameKdf, index)),
    defaultKdf: () => time(count / 4, atOnce, (index) => enterRival(defaultKdf, index)),
  })
  return [
    ...rowsOf(times),
    row({
      id: 'ME6.database',
      what: 'CPU of PostgreSQL for a sign-in',
      ours: median(database.slice(1)),
      unit: 'ms',
      target: ['<=', 3],
    }),
  ]
}

function rowsOf({
  hash,
  ours,
  sameKdf,
  defaultKdf,
}: Record<'hash' | 'ours' | 'sameKdf' | 'defaultKdf', Timing>): Row[] {
  return [
    row({
      id: 'ME6',
      what: `sign-in rate as a share of the bare hash rate, ${atOnce} at once (peer: same hash)`,
      ours: (100 * ours.perSecond) / hash.perSecond,
      comparator: (100 * sameKdf.perSecond) / hash.perSecond,
      limit: 100,
      unit: '%',
      target: ['>=', 90],
    }),
    row({
      id: 'ME6.rate',
      what: 'sign-ins per second (peer: same hash; target: nine tenths of the limit)',
      ours: ours.perSecond,
      comparator: sameKdf.perSecond,
      limit: hash.perSecond,
      unit: '/s',
      target: ['>=', Math.round(hash.perSecond * 0.9)],
    }),
    row({
      id: 'ME6.overhead',
      what: 'node CPU of a sign-in above its hash (peer: same hash)',
      ours: ours.cpuMs - hash.cpuMs,
      comparator: sameKdf.cpuMs - hash.cpuMs,
      unit: 'ms',
      target: ['<=', 3],
    }),
    row({
      id: 'ME6.default',
      what: 'node CPU of a sign-in (peer: with its own default hash)',
      ours: ours.cpuMs,
      comparator: defaultKdf.cpuMs,
      limit: hash.cpuMs,
      unit: 'ms',
      target: ['<=', Math.round(hash.cpuMs + 3)],
    }),
  ]
}

async function openAccounts(portal: BenchPortal): Promise<string[]> {
  const logins: string[] = []
  for (let index = 0; index < people; index += 1) {
    const employer = await anEmployer(portal, { number: String(700_000 + index) })
    await aDelegate(portal, employer)
    logins.push(employer.number)
  }
  return logins
}

const emailOf = (index: number) => `p${index % people}@bench.example`

async function signUp({ auth }: Rival): Promise<void> {
  for (let index = 0; index < people; index += 1) {
    await auth.api.signUpEmail({
      body: { email: emailOf(index), password: rivalPassword, name: 'Salma Berrada' },
    })
  }
}

function enterRival({ auth }: Rival, index: number) {
  return auth.api.signInEmail({ body: { email: emailOf(index), password: rivalPassword } })
}
