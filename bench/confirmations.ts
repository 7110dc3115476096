import { randomUUID } from 'node:crypto'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { AppContext } from '../src/context.ts'
import { addDays, todayIn } from '../src/calendar/index.ts'
import { confirmOrder } from '../src/payments/confirm-order.ts'
import { withConnection } from '../src/platform/db/connection.ts'
import { listOrderFaults } from '../src/reconciliation/store/orders.ts'
import { aProfile, type TestPerson } from '../test/support/factories.ts'
import { aDrawnOrder, aPayingCompany, type Paying, paymentActor } from '../test/support/paying.ts'
import type { BenchPortal } from './portal.ts'
import { type Row, row } from './row.ts'
import { alternate, at, time, type Timing } from './timing.ts'

const orders = 100
const atOnce = 8
const rounds = 2
const confirmations = orders * 2

/** One confirmation to give: which order, and the validator of the pair. */
interface Pair {
  readonly orderId: string
  readonly digest: string
  readonly validator: TestPerson
}

/**
 * ME8: eight validators at a hundred orders of one company, two confirmations each, the two of an order at the same moment:
 * the use case, beside the same writes by hand. The password's hash is left out of both: it is ME6.
 */
export async function measureConfirmations(portal: BenchPortal): Promise<Row[]> {
  const app: AppContext = { ...portal.app, passwords: withoutHash(portal.app.passwords) }
  const { paying, batches } = await arrange(portal)
  const nextBatch = () => batches.pop() ?? []
  await prepareByHand(portal.adminUrl)
  const hand = await handWriter(portal.ownerUrl)
  const times = await alternate(rounds, {
    ours: async () => {
      const pairs = nextBatch()
      const timing = await time(confirmations, atOnce, (index) => confirm(app, pairs[index]))
      await mustBeConfirmed(portal, pairs)
      return timing
    },
    byHand: async () => {
      const pairs = nextBatch()
      await layOut(portal.adminUrl, paying, pairs)
      const timing = await hand.run()
      await mustBeConfirmed(portal, pairs)
      return timing
    },
  })
  await hand.close()
  const faults = await portal.app.db.transaction({ as: 'system' }, listOrderFaults)
  if (faults.length > 0) throw new Error(`${faults.length} orders do not agree: ${faults[0]?.kind}`)
  return rowsOf(times)
}

function rowsOf({ ours, byHand }: { readonly ours: Timing; readonly byHand: Timing }): Row[] {
  return [
    row({
      id: 'ME8',
      what: `confirmations per second, ${atOnce} at once, as a share of hand-written SQL`,
      ours: (ours.perSecond / byHand.perSecond) * 100,
      unit: '%',
      target: ['>=', 30],
    }),
    row({
      id: 'ME8.rate',
      what: 'the same, per second (limit: the same writes by hand)',
      ours: ours.perSecond,
      limit: byHand.perSecond,
      unit: '/s',
      target: ['>=', byHand.perSecond * 0.3],
    }),
    row({
      id: 'ME8.p99',
      what: 'one confirmation, wall, 99 %',
      ours: at(ours.each, 0.99),
      limit: at(byHand.each, 0.99),
      unit: 'ms',
      target: ['<=', 30],
    }),
    row({
      id: 'ME8.cpu',
      what: 'processor of Node for a confirmation',
      ours: ours.cpuMs,
      unit: 'ms',
      target: ['<=', 5],
    }),
  ]
}

function withoutHash(passwords: AppContext['passwords']): AppContext['passwords'] {
  return { ...passwords, verify: async () => true }
}

async function arrange(portal: BenchPortal) {
  const paying = await aPayingCompany(portal, { owed: 1_000_000_000n })
  // Drawn up before there is anybody to write to.
  const drawn: string[][] = []
  for (let batch = 0; batch < (rounds + 1) * 2; batch += 1) drawn.push(await draw(portal, paying))
  const validators: TestPerson[] = []
  for (let index = 0; index < atOnce; index += 1) {
    validators.push(
      await aProfile(portal, paying.company, { service: 'payment', isValidator: true }),
    )
  }
  const batches: Pair[][] = []
  for (const ids of drawn) batches.push(await pairsOf(portal, ids, validators))
  return { paying, batches }
}

async function draw(portal: BenchPortal, paying: Paying): Promise<string[]> {
  const day = addDays(todayIn(portal.clock), 5)
  const ids: string[] = []
  for (let index = 0; index < orders; index += 1) {
    ids.push(await aDrawnOrder(portal, paying, 100n, day))
  }
  return ids
}

/** The two confirmations of an order stand side by side, by two people. */
async function pairsOf(
  portal: BenchPortal,
  ids: readonly string[],
  validators: readonly TestPerson[],
): Promise<Pair[]> {
  const { rows } = await withConnection(portal.adminUrl, (admin) =>
    admin.query<Pick<Pair, 'orderId' | 'digest'>>(
      `select id as "orderId", encode(digest, 'hex') as digest from payment_orders where id = any($1)`,
      [ids],
    ),
  )
  return rows.flatMap((order, index) =>
    [0, 1].flatMap((turn) => {
      const validator = validators[(index * 2 + turn) % validators.length]
      return validator ? [{ ...order, validator }] : []
    }),
  )
}

async function confirm(app: AppContext, pair: Pair | undefined): Promise<void> {
  if (!pair) throw new Error('nothing to confirm')
  await confirmOrder(app, paymentActor(pair.validator), {
    orderId: pair.orderId,
    digest: pair.digest,
    proof: { by: 'password', password: 'left out' },
    origin: { address: '192.0.2.1', device: null },
  })
}

/** Correctness before speed: each order is confirmed, by two people, and the trail tells both. */
async function mustBeConfirmed({ adminUrl }: BenchPortal, pairs: readonly Pair[]): Promise<void> {
  const ids = [...new Set(pairs.map(({ orderId }) => orderId))]
  const [found] = await withConnection(adminUrl, async (admin) => {
    const { rows } = await admin.query<Record<string, number>>(
      `select (select count(*)::integer from payment_orders where id = any($1) and state = 'confirmed') as orders,
        (select count(distinct (order_id, person_key))::integer from payment_confirmations where order_id = any($1)) as people,
        (select count(*)::integer from audit_events where subject_id = any($1::text[])
          and action in ('order.confirmed', 'order.confirmed_by_one')) as events`,
      [ids],
    )
    return rows
  })
  if (
    found?.['orders'] !== orders ||
    found['people'] !== confirmations ||
    found['events'] !== confirmations
  )
    throw new Error(`not every order is confirmed: ${JSON.stringify(found)}`)
}

const byHand = `select nextval('bench_turn') as n \\gset
begin;
select set_config('guichet.scope', 'employer', true), set_config('guichet.employer', (select employer_id::text from bench_pairs where n = :n), true);
select o.id from payment_orders o join bench_pairs b on b.order_id = o.id where b.n = :n for update of o;
insert into payment_confirmations (order_id, employer_id, revision, digest, profile_id, person_key, presence, confirmed_at) select order_id, employer_id, 1, digest, profile_id, person_key, 'password', now() from bench_pairs where n = :n on conflict do nothing;
update payment_orders o set version = version + 1, state = case when (select count(*) from payment_confirmations c where c.order_id = o.id) >= 2 then 'confirmed' else o.state end where o.id = (select order_id from bench_pairs where n = :n);
select append_audit_event(b.employer_id, now(), 'profile', b.profile_id, 'X', case o.state when 'confirmed' then 'order.confirmed' else 'order.confirmed_by_one' end, 'payment_order', o.id::text, '{}') from bench_pairs b join payment_orders o on o.id = b.order_id where b.n = :n;
commit;
`

async function prepareByHand(adminUrl: string): Promise<void> {
  await withConnection(adminUrl, (admin) =>
    admin.query(`
      create table bench_pairs (n integer primary key, order_id uuid, employer_id uuid, digest bytea, profile_id uuid, person_key bytea);
      create sequence bench_turn;
      grant all on bench_pairs, bench_turn to public`),
  )
}

async function layOut(
  adminUrl: string,
  { company }: Paying,
  pairs: readonly Pair[],
): Promise<void> {
  await withConnection(adminUrl, async (admin) => {
    await admin.query(`delete from bench_pairs; select setval('bench_turn', 1, false)`)
    await admin.query(
      `insert into bench_pairs select one.n, one.order_id, $1, decode(one.digest, 'hex'), p.id, p.identity_key
       from unnest($2::integer[], $3::uuid[], $4::text[], $5::uuid[]) as one (n, order_id, digest, profile_id)
       join profiles p on p.id = one.profile_id`,
      [
        company.id,
        pairs.map((_, index) => index + 1),
        pairs.map(({ orderId }) => orderId),
        pairs.map(({ digest }) => digest),
        pairs.map(({ validator }) => validator.id),
      ],
    )
  })
}

interface HandWriter {
  run(): Promise<Timing>
  close(): Promise<void>
}

/** By pgbench when it is on the path, else by as many bare connections from here. */
async function handWriter(url: string): Promise<HandWriter> {
  const isThere = spawnSync('pgbench', ['--version']).status === 0
  return isThere ? pgbenchWriter(url) : bareWriter(url)
}

async function pgbenchWriter(url: string): Promise<HandWriter> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-pgbench-'))
  await writeFile(path.join(folder, 'confirm.sql'), byHand)
  return {
    async run() {
      const log = randomUUID()
      const each = confirmations / atOnce
      const began = performance.now()
      const options = [
        '-n',
        '-M',
        'prepared',
        '-f',
        'confirm.sql',
        '-c',
        atOnce,
        '-j',
        2,
        '-t',
        each,
      ]
      const child: ChildProcess = spawn(
        'pgbench',
        [...options, '-l', `--log-prefix=${log}`, url].map(String),
        {
          cwd: folder,
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      )
      let said = ''
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (text) => (said += String(text)))
      const [code] = (await once(child, 'exit')) as [number]
      const wallMs = performance.now() - began
      const tps = Number(/tps = ([\d.]+)/.exec(said)?.[1] ?? (confirmations / wallMs) * 1000)
      if (code !== 0) throw new Error(`pgbench failed: ${said}`)
      const files = (await readdir(folder)).filter((name) => name.startsWith(log))
      const lines = (
        await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))
      )
        .join('')
        .trim()
        .split('\n')
      const latencies = lines.map((line) => Number(line.split(' ')[2]) / 1000)
      return {
        each: latencies.toSorted((one, other) => one - other),
        cpuMs: Number.NaN,
        perSecond: tps,
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

async function bareWriter(url: string): Promise<HandWriter> {
  const clients = Array.from({ length: atOnce }, () => new Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  const statements = byHand.split('\n').slice(1).filter(Boolean)
  return {
    run: () =>
      time(confirmations, atOnce, async (index) => {
        const client = clients.pop()
        if (!client) throw new Error('no connection is free')
        for (const one of statements) await client.query(one.replaceAll(':n', String(index + 1)))
        clients.push(client)
      }),
    async close() {
      await Promise.all(clients.map((client) => client.end()))
    },
  }
}
