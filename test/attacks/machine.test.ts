import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceDelegate } from '../../src/access/replace-delegate.ts'
import { reactivateDelegate, suspendDelegate } from '../../src/access/suspend-delegate.ts'
import { scopesOf } from '../../src/access/machine-keys/machine-key.ts'
import { systemActor, type KeyScope } from '../../src/actors/actor.ts'
import { localDate } from '../../src/calendar/index.ts'
import { readableInAnHour } from '../../src/members/count-reading.ts'
import { storeIdentity } from '../../src/platform/secrets/identity.ts'
import { createApp } from '../../src/app.tsx'
import {
  aDelegate,
  anEmployer,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../support/factories.ts'
import { aKey, ask, type MachineAsked } from '../support/machine.ts'
import { openSite, type TestSite } from '../support/site.ts'

let site: TestSite
let mine: TestEmployer
let delegate: TestPerson

beforeAll(async () => {
  site = await openSite()
  mine = await anEmployer(site, { categories: ['01', '02'] })
  delegate = await aDelegate(site, mine)
})
afterAll(() => site.close())

const base = '/api/v1'
const id = '3f0f1f2e-0000-4000-8000-000000000001'

interface Tried {
  readonly method: 'GET' | 'POST'
  readonly address: string
  readonly scope: KeyScope
  readonly asked?: MachineAsked
}

/** Every route with the scope that opens it: asked for what does not exist, a key that may gets no 403. */
const routes: readonly Tried[] = [
  { method: 'POST', address: `${base}/declarations/check`, scope: 'check', asked: { file: 'x' } },
  {
    method: 'POST',
    address: `${base}/declarations?category=01&quarter=2024T3`,
    scope: 'declare',
    asked: { file: 'x', headers: { 'idempotency-key': 'une-fois' } },
  },
  { method: 'GET', address: `${base}/declarations/${id}`, scope: 'declare' },
  {
    method: 'POST',
    address: `${base}/declarations/${id}/confirmations`,
    scope: 'declare',
    asked: { json: { version: 1, code: 'x', field: '', reason: 'x' } },
  },
  {
    method: 'POST',
    address: `${base}/declarations/${id}/send`,
    scope: 'declare',
    asked: { json: { version: 1 } },
  },
  { method: 'GET', address: `${base}/receipts`, scope: 'receipts' },
  { method: 'GET', address: `${base}/receipts/R-X`, scope: 'receipts' },
  { method: 'GET', address: `${base}/receipts/R-X/pdf`, scope: 'receipts' },
  { method: 'GET', address: `${base}/statement`, scope: 'statement' },
]

const tell = async (key: string | undefined, { method, address, asked }: Tried) => {
  const { status, body } = await ask(site, method, address, { ...asked, ...(key ? { key } : {}) })
  return `${status} ${body?.code ?? ''}`.trim()
}

const everyRoute = async (key: string | undefined): Promise<Set<string>> =>
  new Set(await Promise.all(routes.map((route) => tell(key, route))))

const receipts = { method: 'GET', address: `${base}/receipts`, scope: 'receipts' } as const

describe('a key', () => {
  it('opens the routes of its scopes and no others (AT57)', async () => {
    const wrong: string[] = []
    for (const scope of ['check', 'declare', 'receipts', 'statement'] as const) {
      const service = scope === 'statement' ? 'employer_account' : 'declaration_internal'
      const key = await aKey(site, mine, { delegate, service, scopes: [scope] })
      for (const route of routes) {
        const told = await tell(key, route)
        const isRefused = told === '403 machine.not_in_scope'
        if (isRefused === (route.scope === scope)) wrong.push(`${scope} ${route.address} → ${told}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('never holds scopes of two services (AT64)', async () => {
    const mixed = aKey(site, mine, {
      delegate,
      service: 'employer_account',
      scopes: ['statement', 'declare'],
    })
    await expect(mixed).rejects.toMatchObject({ code: 'web.not_found' })
    expect(Object.values(scopesOf).flat()).toHaveLength(4)
  })

  it('that is missing, invented, mistyped or a cookie opens nothing (AT57)', async () => {
    const key = await aKey(site, mine, { delegate })
    expect(await everyRoute(undefined)).toEqual(new Set(['401 keys.missing']))
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`
    expect(await tell(wrong, receipts)).toBe('401 keys.unknown')
    const visitor = await signedIn(site, delegate)
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await ask(site, 'GET', `${base}/receipts`, { headers: { cookie } })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  })

  it('of another company reads nothing of this one (AT44)', async () => {
    const lines = { category: '01', quarter: '2024T3' }
    const key = await aKey(site, mine, { delegate })
    const sent = await ask(
      site,
      'POST',
      `${base}/declarations?category=${lines.category}&quarter=${lines.quarter}`,
      { key, file: await goldenOf(mine), headers: { 'idempotency-key': 'a-nous' } },
    )
    expect(sent.status, sent.text).toBe(201)
    const other = await anEmployer(site, { categories: ['01'] })
    const theirs = await aKey(site, other)
    const own = sent.body.id
    expect((await ask(site, 'GET', `${base}/declarations/${own}`, { key: theirs })).status).toBe(
      404,
    )
    const settle = { key: theirs, json: { version: 1 } }
    expect((await ask(site, 'POST', `${base}/declarations/${own}/send`, settle)).status).toBe(404)
    const account = await aKey(site, other, {
      service: 'employer_account',
      delegate: await delegateOf(other),
    })
    expect((await ask(site, 'GET', `${base}/statement`, { key: account })).body.entries).toEqual([])
    const ofOther = await aKey(site, mine, { delegate, categories: ['02'] })
    expect((await ask(site, 'GET', `${base}/declarations/${own}`, { key: ofOther })).status).toBe(
      404,
    )
  })

  it('revoked is refused at the next request, and two overlap for a change (AT66)', async () => {
    const [first, second] = [
      await aKey(site, mine, { delegate }),
      await aKey(site, mine, { delegate, name: 'Suivante' }),
    ]
    expect(await tell(first, receipts)).toBe('200')
    expect(await tell(second, receipts)).toBe('200')
    const visitor = await signedIn(site, delegate)
    const list = await visitor.get('/administration/cles')
    const link = list.document
      .querySelectorAll('table a')
      .find((one) => one.text.trim() === 'Suivante')
    const page = await visitor.get(link?.getAttribute('href') ?? '')
    const done = await visitor.submit(page, {}, `${link?.getAttribute('href')}/revoquer`)
    expect(done.text).toContain('La clé est révoquée.')
    expect(await everyRoute(second)).toEqual(new Set(['401 keys.revoked']))
    expect(await tell(first, receipts)).toBe('200')
  })

  it('ends on its last day, and the delegate was told thirty days before, once', async () => {
    const key = await aKey(site, mine, {
      delegate,
      name: 'Finissante',
      until: localDate('2026-12-20'),
    })
    await site.database.ownerQuery(
      `select graphile_worker.add_job('warn-expiring-keys'), graphile_worker.add_job('warn-expiring-keys')`,
    )
    await site.runJobs()
    const told = site.mails.filter(({ subject }) => subject.includes('Finissante'))
    expect(told.map(({ to }) => to)).toEqual([delegate.email])
    const now = site.clock.now()
    site.clock.set('2026-12-20T22:30:00Z')
    expect(await tell(key, receipts)).toBe('200')
    site.clock.set('2026-12-20T23:30:00Z')
    expect(await tell(key, receipts)).toBe('401 keys.expired')
    site.clock.set(now)
  })

  it('is for the addresses that the delegate allowed', async () => {
    const key = await aKey(site, mine, { delegate, addresses: ['196.200.10.0/24', '2001:db8::7'] })
    const from = async (address: string) =>
      (await ask(site, 'GET', `${base}/receipts`, { key, from: address })).status
    expect(await from('196.200.10.99')).toBe(200)
    expect(await from('::ffff:196.200.10.99')).toBe(200)
    expect(await from('2001:db8::7')).toBe(200)
    expect(await from('196.200.11.1')).toBe(403)
    expect(await from('2001:db8::8')).toBe(403)
  })

  it('guessed thirty times from one address waits, and people there still sign in', async () => {
    const tries = Array.from(
      { length: 31 },
      (_, at) => `guichet_essai_${String(at).padStart(46, 'x')}`,
    )
    const told: number[] = []
    for (const key of tries)
      told.push((await ask(site, 'GET', `${base}/receipts`, { key, from: '203.0.113.9' })).status)
    expect(told.at(0)).toBe(401)
    expect(told.at(-1)).toBe(429)
    const good = await aKey(site, mine, { delegate })
    expect(
      (await ask(site, 'GET', `${base}/receipts`, { key: good, from: '203.0.113.9' })).status,
    ).toBe(200)
  })

  it('stops with the delegate and the service, and serves again with them; a replaced delegate leaves none (AT66)', async () => {
    const employer = await anEmployer(site, { categories: ['01'] })
    const boss = await aDelegate(site, employer)
    const key = await aKey(site, employer, { delegate: boss })
    const order = { employerId: employer.id, reason: 'Courrier signé' }
    const asAgency = <T>(work: Parameters<typeof site.app.db.transaction<T>>[1]) =>
      site.app.db.transaction({ as: 'agency' }, work)
    await asAgency((tx) => suspendDelegate(tx, site.app, systemActor('essai'), order))
    expect(await everyRoute(key)).toEqual(new Set(['401 keys.suspended']))
    await asAgency((tx) => reactivateDelegate(tx, site.app, systemActor('essai'), order))
    expect(await tell(key, receipts)).toBe('200')
    const dropped = `delete from subscribed_services where employer_id = $1 and service = 'declaration'`
    await site.database.ownerQuery(dropped, [employer.id])
    expect(await tell(key, receipts)).toBe('401 keys.suspended')
    await site.database.ownerQuery(
      `insert into subscribed_services (employer_id, service, since) values ($1, 'declaration', now())`,
      [employer.id],
    )
    await asAgency((tx) =>
      replaceDelegate(tx, site.app, employer.id, {
        firstName: 'Nadia',
        lastName: 'Alami',
        jobTitle: 'DRH',
        email: 'nadia@entreprise.example',
        phone: '',
        language: 'fr',
        passwordHash: 'x',
        ...storeIdentity(site.app.keyring, { kind: 'cin', number: 'BE999999' }),
      }),
    )
    expect(await everyRoute(key)).toEqual(new Set(['401 keys.revoked']))
  })

  it('of a closed company opens nothing (AT118)', async () => {
    const employer = await anEmployer(site, { categories: ['01'] })
    const key = await aKey(site, employer)
    await site.database.ownerQuery(`update employers set state = 'closed' where id = $1`, [
      employer.id,
    ])
    expect(await everyRoute(key)).toEqual(new Set(['401 keys.suspended']))
  })

  it('is kept as a hash, shown once, and in no log (AT107)', async () => {
    const visitor = await signedIn(site, delegate)
    const form = await visitor.get('/administration/cles/nouvelle/teledeclaration')
    const made = await visitor.submit(
      form,
      {
        name: 'Paie Témoin',
        scopes: ['check', 'declare'],
        categories: ['01'],
        until: '31/12/2026',
        addresses: '',
      },
      '/administration/cles/nouvelle/teledeclaration',
    )
    const [secret = ''] = /guichet_essai_[0-9A-Za-z]{46}/.exec(made.text) ?? []
    expect(await tell(secret, { ...receipts, address: `${base}/declarations/${id}` })).toBe(
      '404 machine.not_found',
    )
    const list = await visitor.get('/administration/cles')
    expect(list.text).toContain('Paie Témoin')
    expect(list.text).not.toContain(secret)
    const rows = await site.database.ownerQuery<{ row: string }>(
      `select k::text as row from machine_keys k union all select a::text from audit_events a`,
    )
    expect(rows.some(({ row }) => row.includes(secret))).toBe(false)
    expect(site.logged.join('\n')).not.toContain(secret)
  })

  it('reads no more findings in an hour than a person may members; the agency is told (AT59)', async () => {
    const employer = await anEmployer(site, { categories: ['01'] })
    const key = await aKey(site, employer)
    const sent = await ask(site, 'POST', `${base}/declarations?category=01&quarter=2024T3`, {
      key,
      file: await goldenOf(employer),
      headers: { 'idempotency-key': 'lu' },
    })
    await site.database.ownerQuery(
      `update throttles set failures = $1 where key like 'members key %'`,
      [readableInAnHour - 1],
    )
    const address = `${base}/declarations/${sent.body.id}`
    expect((await ask(site, 'GET', address, { key })).status).toBe(200)
    const stopped = await ask(site, 'GET', address, { key })
    expect(stopped).toMatchObject({ status: 429, body: { code: 'members.too_many_read' } })
    expect(stopped.headers.get('retry-after')).toBe('3600')
    const alerts = await site.database.ownerQuery(
      `select from reading_alerts where reader_kind = 'key'`,
    )
    expect(alerts).toHaveLength(1)
  })

  it('checks one file at a time for a company (AT116)', async () => {
    const key = await aKey(site, mine, { delegate })
    const file = (await goldenOf(mine)).repeat(300)
    let arrive = (): void => undefined
    const whole = new Promise<void>((resolve) => (arrive = resolve))
    const refused: unknown[] = []
    const asked = Array.from({ length: 4 }, async () => {
      const answer = await ask(site, 'POST', `${base}/declarations/check`, { key, file, whole })
      if (answer.status === 429) refused.push(answer.body.code)
      return answer.status
    })
    await expect.poll(() => refused).toEqual(Array(3).fill('machine.one_at_a_time'))
    arrive()
    expect((await Promise.all(asked)).toSorted()).toEqual([200, 429, 429, 429])
  })

  it('is refused without TLS where the portal has it', async () => {
    const app = { ...site.app, config: { ...site.app.config, url: 'https://portail.example' } }
    const { fetch } = await createApp(app)
    const request = (proto: string) =>
      fetch(
        new Request(`https://portail.example${base}/receipts`, {
          headers: { 'x-forwarded-proto': proto },
        }),
      )
    expect((await request('http')).status).toBe(400)
    expect((await request('https')).status).toBe(401)
  })

  it('gives a page of another site nothing: no CORS, no method that a browser asks first (AT39)', async () => {
    const preflight = await site.fetch(
      new Request(`http://localhost:3000${base}/receipts`, {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
      }),
    )
    expect(preflight.status).toBe(405)
    expect(
      [...preflight.headers.keys()].filter((name) => name.startsWith('access-control')),
    ).toEqual([])
  })
})

async function goldenOf(employer: TestEmployer): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  const golden = await readFile('test/golden/declarations/CIMR_005839_T3_2024.txt', 'utf8')
  return golden.replaceAll('005839', employer.number)
}

async function delegateOf(employer: TestEmployer): Promise<TestPerson> {
  const [row] = await site.database.ownerQuery<{ id: string }>(
    'select id from delegates where employer_id = $1',
    [employer.id],
  )
  return { id: row?.id ?? '' } as TestPerson
}
