import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anAgent,
  anEmployer,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import {
  accept,
  agentActor,
  answering,
  aSubscription,
  letterNow,
  read,
  signedBack,
} from '../../../test/support/letters.ts'
import { someMembers } from '../../../test/support/members.ts'
import { aProposal } from '../../../test/support/parameters.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { addWorkingTime } from '../../calendar/index.ts'
import { listHolidays } from '../../parameters/parameters.ts'
import { decideCase } from '../decide-case.ts'
import { readDecided } from './read-decided.ts'
import { type Queue, readQueue } from './read-queue.ts'
import { takeNext } from './take-next.ts'
import { everything, type Place, type WorkFilter } from './work-item.ts'

let site: TestSite
let employer: TestEmployer
let first: TestPerson
let second: TestPerson
beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site)
  first = await anAgent(site)
  second = await anAgent(site)
})
afterAll(() => site.close())

const none = { after: null, before: null }
const whole: WorkFilter = { ...everything, state: 'all' }

function queueOf(filter: WorkFilter = whole, page: Partial<typeof none> = {}): Promise<Queue> {
  return readQueue(site.app, agentActor(first), { filter, ...none, ...page })
}

async function kindsOf(subjectId: string): Promise<string[]> {
  const { items } = await queueOf()
  return items.filter((item) => item.subjectId === subjectId).map(({ kind }) => kind)
}

async function aReceived(number: string): Promise<string> {
  const letterId = await aSubscription(site, { number })
  await signedBack(site, letterId)
  return letterId
}

describe('a letter in the queue', () => {
  it('stands once from the signed form to its effect', async () => {
    const letterId = await aSubscription(site, { number: employer.number, employerId: employer.id })
    expect(await kindsOf(letterId)).toEqual([])
    await signedBack(site, letterId)
    expect(await kindsOf(letterId)).toEqual(['subscription'])
    await accept(site, agentActor(first), letterId)
    expect(await kindsOf(letterId)).toEqual([])
  })

  it('is found again, once decided, among what was applied or refused, the last first', async () => {
    const decided = (state: 'applied' | 'refused' | null = null) =>
      readDecided(site.app, { kind: null, state }, 1)
    const before = (await decided()).count
    const company = await anEmployer(site)
    const applied = await aSubscription(site, { number: company.number, employerId: company.id })
    await signedBack(site, applied)
    await accept(site, agentActor(first), applied)
    site.clock.advance(1_000)
    const refused = await aReceived('300009')
    const shown = await read(site, agentActor(first), refused)
    await decideCase(site.app, agentActor(first), answering(shown, 'refuse', ['unknown_number']))
    site.clock.advance(-1_000)
    const { count, letters } = await decided()
    expect(count).toBe(before + 2)
    expect(letters[0]).toMatchObject({ id: refused, state: 'refused', company: null })
    expect(letters).toContainEqual(
      expect.objectContaining({ id: applied, state: 'applied', company: company.name }),
    )
    expect((await decided('refused')).letters.map(({ state }) => state)).not.toContain('applied')
    expect(await kindsOf(refused)).toEqual([])
  })

  it('is an objection while one waits, and is not counted beside it', async () => {
    const letterId = await aReceived('300001')
    const raise = `insert into objections (letter_id, warned_at, open_until, raised_at, statement)
      values ($1, $2, $3, $2, 'Non')`
    const at = site.clock.now()
    await site.database.ownerQuery(raise, [letterId, at, new Date(at.getTime() + 1000)])
    expect(await kindsOf(letterId)).toEqual(['objection'])
    const { counts } = await queueOf()
    expect(counts.find(({ kind }) => kind === 'objection')).toMatchObject({ waiting: 1 })
    expect((await queueOf()).items[0]).toMatchObject({ subjectId: letterId })
    await site.database.ownerQuery(
      `update objections set decision = 'dismissed', decided_at = $2, decided_by = $3 where letter_id = $1`,
      [letterId, at, first.id],
    )
    expect(await kindsOf(letterId)).toEqual(['subscription'])
  })

  it('says that one of two agents has agreed, and waits for the other; a new scan starts anew', async () => {
    const company = await anEmployer(site)
    await aDelegate(site, company)
    const letterId = await aSubscription(site, { number: company.number, employerId: company.id })
    await signedBack(site, letterId)
    await accept(site, agentActor(first), letterId)
    const one = async () => (await queueOf()).items.find((item) => item.subjectId === letterId)
    expect(await one()).toMatchObject({ firstAgent: first.id, waitsForAnother: true })
    await signedBack(site, letterId)
    expect(await one()).toMatchObject({ firstAgent: null })
  })
})

describe('everything else that waits', () => {
  it('a person declared in two categories is one case, until they have a number', async () => {
    await site.database.ownerQuery(
      `insert into employer_categories (employer_id, category, label, product, employee_rate, employer_rate, active_from)
        values ($1, '02', 'Ouvriers', 'al_kamil', 600, 780, '2010-01-01') on conflict do nothing`,
      [employer.id],
    )
    const [one] = await someMembers(site, employer, { count: 1, from: 50 })
    const [other] = await someMembers(site, employer, { count: 1, from: 50, category: '02' })
    const ids = [one?.id, other?.id]
    await site.database.ownerQuery(
      `update memberships set state = 'provisional', declared_at = $2 where id = any($1)`,
      [ids, site.clock.now()],
    )
    const waiting = async () =>
      (await queueOf()).items.filter(({ subjectId }) => ids.includes(subjectId))
    expect(await waiting()).toMatchObject([{ kind: 'newcomer', company: employer.name }])
    await site.database.ownerQuery(
      `update memberships set state = 'known', decided_at = $2 where id = any($1)`,
      [ids, site.clock.now()],
    )
    expect(await waiting()).toEqual([])
  })

  it('a transfer, a line of the bank, a parameter, an account, a file and an alert each have their place', async () => {
    const at = site.clock.now()
    const ownerQuery: TestSite['database']['ownerQuery'] = (...asked) =>
      site.database.ownerQuery(...asked)
    const message = randomUUID()
    const transfer = randomUUID()
    const supervisor = await anAgent(site, { role: 'supervisor' })
    const [file] = await ownerQuery<{ id: string }>(
      `insert into files (sha256, size, media_type, name, purpose, stored_at)
        values (sha256('x'), 1, 'text/csv', 'x', 'import', $1) returning id`,
      [at],
    )
    await ownerQuery(
      `with message as (insert into bank_messages (id, kind, message_id, sha256, file_id, file_name, movements, received_at)
          values ($1, 'camt.053', 'M1', sha256('m'), $4, 'releve.xml', 2, $3) returning id),
        lines as (insert into bank_movements (message_id, position, end_to_end_id, outcome, amount_centimes, reason,
          bank_reference, remittance, state) select id, n, 'E2E-' || n, 'credit', 100, '', 'B' || n, '',
          case n when 1 then 'parked' else 'applied' end from message, generate_series(1, 2) n returning 1),
        held as (insert into received_transfers (id, identity, message_id, position, amount_centimes, booked_on,
          bank_reference, payer_name, payer_rib, written, state, note, received_at)
          select $2, 'i', id, 2, 100, '2026-11-20', 'VIR-77', 'INCONNU SARL', '', '', 'to_decide', '', $3 from message),
        suspense as (insert into suspense_entries (transfer_id, number, kind, amount_centimes, recorded_at)
          values ($2, 1, 'received', 100, $3))
        select 1`,
      [message, transfer, at, file?.id],
    )
    const proposal = await aProposal(site, agentActor(supervisor, 'supervisor'))
    const [request] = await ownerQuery<{ agent_id: string }>(
      `insert into agent_requests (agent_id, kind, reason, asked_by, asked_at, expires_at)
        values ($1, 'reactivate', 'Retour', $2, $3, $4) returning agent_id`,
      [second.id, supervisor.id, at, new Date(at.getTime() + 1000)],
    )
    const [checked] = await ownerQuery<{ id: string }>(
      `insert into imports (id, kind, state, file_id, file_name, file_sha256, uploaded_at, checked_at)
        values (gen_random_uuid(), 'members', 'checked', $1, 'affilies.csv', sha256('x'), $2, $2) returning id`,
      [file?.id, at],
    )
    const [alert] = await ownerQuery<{ id: string }>(
      `insert into reading_alerts (employer_id, reader_kind, reader_id, reader_name, members, at)
        values ($1, 'profile', $2, 'Salma Idrissi', 900, $3) returning id`,
      [employer.id, first.id, at],
    )
    const expected: [string | undefined, string][] = [
      [transfer, 'transfer'],
      [`${message}-1`, 'bank_movement'],
      [proposal, 'parameter_proposal'],
      [request?.agent_id, 'agent_request'],
      [checked?.id, 'import'],
      [alert?.id, 'reading_alert'],
    ]
    for (const [id, kind] of expected) expect(await kindsOf(id ?? '')).toEqual([kind])

    await ownerQuery(`update bank_movements set state = 'set_aside' where message_id = $1`, [
      message,
    ])
    await ownerQuery(
      `update parameter_proposals set state = 'withdrawn', decided_at = $1, decided_by = $2`,
      [at, supervisor.id],
    )
    await ownerQuery(`update agent_requests set state = 'expired', decided_at = $1`, [at])
    await ownerQuery(`update imports set state = 'abandoned'`)
    await ownerQuery(`update reading_alerts set seen_at = $1, seen_by = $2`, [at, first.id])
    for (const [id, kind] of expected.slice(1))
      expect([kind, await kindsOf(id ?? '')]).toEqual([kind, []])
  })
})

describe('the 48 hours of the queue', () => {
  it('end in the database when they end in the program, whatever the day', async () => {
    const holidays = await site.app.db.transaction({ as: 'agency' }, listHolidays)
    const starts = Array.from(
      { length: 150 },
      (_, n) => new Date(1_767_225_600_000 + n * 211_777_013),
    )
    const rows = await site.database.ownerQuery<{ since: Date; ms: bigint; until: Date }>(
      `select since, ms, working_time_after(since, ms) as until
        from unnest($1::timestamptz[]) since, unnest('{0, 1, 3600000, 86400000, 172800000}'::bigint[]) ms`,
      [starts],
    )
    expect(rows).toHaveLength(750)
    for (const { since, ms, until } of rows) {
      expect(until).toEqual(addWorkingTime(since, Number(ms), holidays))
    }
  })

  it('move when a holiday is added', async () => {
    const letterId = await aReceived('300002')
    const due = async () => {
      const { items } = await queueOf()
      return items.find((item) => item.subjectId === letterId)?.dueAt?.toISOString()
    }
    expect(await due()).toBe('2026-11-26T10:00:00.000Z')
    await site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative)
        select key, '2026-11-24', value || '[{"on": "2026-11-25", "fr": "x", "ar": "x", "announced": "yes"}]', 'essai', true
        from parameters where key = 'holidays' order by valid_from desc limit 1`,
    )
    expect(await due()).toBe('2026-11-27T10:00:00.000Z')
  })
})

describe('the pages of the queue', () => {
  it('show every case once, forwards and backwards, the most urgent first', async () => {
    for (let number = 400_000; number < 400_120; number += 1) {
      site.clock.advance(60_000)
      await site.database.ownerQuery(
        `insert into letters (reference, kind, employer_number, state, state_since, language, applicant_name, applicant_email,
          content, agents_required, clock_running_since, created_at, received_at)
          values ('AB-' || left($1, 4) || '-' || right($1, 2) || '00', 'subscription', $1, 'received', $2, 'fr', 'A B',
          'a@example.com', '{}', 1, $2, $2, $2)`,
        [String(number), site.clock.now()],
      )
    }
    const forwards: string[] = []
    let after: Place | null = null
    for (;;) {
      const page: Queue = await queueOf(everything, { after } as Partial<typeof none>)
      forwards.push(...page.items.map(({ id }) => id))
      after = page.items.at(-1) ?? null
      if (!page.hasAfter) break
    }
    const [counted] = await site.database.ownerQuery<{ count: bigint }>(
      'select count(*) as count from work_items where rank <= 2',
    )
    expect(forwards).toHaveLength(Number(counted?.count))
    expect(new Set(forwards).size).toBe(forwards.length)
    const last = (await queueOf(everything, { after } as Partial<typeof none>)).items
    expect(last).toEqual([])
    const back = await queueOf(everything, { before: after } as Partial<typeof none>)
    expect(back.items.map(({ id }) => id)).toEqual(forwards.slice(-29, -1))
    expect(back.hasBefore).toBe(true)
    const late = await queueOf({ ...everything, overdue: true })
    expect(late.items).toEqual([])
    site.clock.advance(7 * 24 * 3_600_000)
    expect((await queueOf({ ...everything, overdue: true })).items[0]?.remainingMs).toBeLessThan(0)
  })
})

describe('the next case', () => {
  it('is another one for each agent who asks at the same time', async () => {
    const filter: WorkFilter = { ...everything, kind: 'subscription' }
    const agents = [first, second, await anAgent(site), await anAgent(site)]
    const taken = await Promise.all(
      agents.map((agent) => takeNext(site.app, agentActor(agent), { filter, here: '' })),
    )
    expect(new Set(taken.map((item) => item?.id)).size).toBe(4)
    expect(await letterNow(site, taken[0]?.subjectId ?? '')).toMatchObject({ takenBy: first.id })
    const mine = await queueOf({ ...everything, mine: true })
    expect(mine.items.map(({ id }) => id)).toEqual([taken[0]?.id])
  })

  it('is never one that this agent agreed to, nor one for supervisors', async () => {
    const company = await anEmployer(site)
    await aDelegate(site, company)
    const renewal: WorkFilter = { ...everything, kind: 'renewal' }
    const letterId = await aSubscription(site, { number: company.number, employerId: company.id })
    await signedBack(site, letterId)
    await site.database.ownerQuery(`update letters set kind = 'renewal' where id = $1`, [letterId])
    await read(site, agentActor(first), letterId)
    await accept(site, agentActor(first), letterId)
    const next = (agent: TestPerson) =>
      takeNext(site.app, agentActor(agent), { filter: renewal, here: '' })
    expect(await next(first)).toBeUndefined()
    expect(await next(second)).toMatchObject({ subjectId: letterId })
    const supervisor = await anAgent(site, { role: 'supervisor' })
    await aProposal(site, agentActor(supervisor, 'supervisor'))
    const proposals: WorkFilter = { ...everything, kind: 'parameter_proposal' }
    expect(
      await takeNext(site.app, agentActor(first), { filter: proposals, here: '' }),
    ).toBeUndefined()
    const other = await anAgent(site, { role: 'supervisor' })
    const taken = await takeNext(site.app, agentActor(other, 'supervisor'), {
      filter: proposals,
      here: '',
    })
    expect(taken).toMatchObject({ kind: 'parameter_proposal' })
  })
})
