import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../src/access/store/sessions.ts'
import { sessionCookie } from '../../src/web/cookies.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../support/factories.ts'
import { openSite, type TestSite } from '../support/site.ts'
import type { Visitor } from '../support/visitor.ts'
import { matrix, type Role, roles } from './access-matrix.ts'

let site: TestSite
let own: TestEmployer
const visitors = new Map<Role, Visitor>()
/** Identifiers of another company's things, by route parameter. */
const foreign: Record<string, string[]> = {}

beforeAll(async () => {
  site = await openSite()
  own = await anEmployer(site, { categories: ['01'] })
  await openVisitors()
  await collectForeignThings()
})
afterAll(() => site.close())

async function openVisitors(): Promise<void> {
  const profile = (wishes: Parameters<typeof aProfile>[2]) => aProfile(site, own, wishes)
  visitors.set('guest', site.visitor())
  visitors.set('delegate', await signedIn(site, await aDelegate(site, own)))
  visitors.set('declaration_internal', await signedIn(site, await profile({})))
  visitors.set(
    'declaration_external',
    await signedIn(site, await profile({ service: 'declaration_external' }), own),
  )
  visitors.set(
    'employer_account',
    await signedIn(site, await profile({ service: 'employer_account' })),
  )
  visitors.set(
    'payment_maker',
    await signedIn(site, await profile({ service: 'payment', isMaker: true })),
  )
  visitors.set(
    'payment_validator',
    await signedIn(site, await profile({ service: 'payment', isValidator: true })),
  )
  visitors.set('liquidation', await signedIn(site, await profile({ service: 'liquidation' })))
  const agent = await anAgent(site)
  visitors.set('agent', await signedIn(site, agent))
  visitors.set('supervisor', await signedIn(site, await anAgent(site, { role: 'supervisor' })))
  visitors.set('password_only', await passwordOnly(agent.id))
}

/** The password was right, the second factor is still awaited (AT12). */
async function passwordOnly(agentId: string): Promise<Visitor> {
  const token = await site.app.db.transaction({ as: 'account', accountId: agentId }, (tx) =>
    openSession(tx, {
      kind: 'agent',
      id: agentId,
      employerId: null,
      stage: 'second_factor',
      now: site.clock.now(),
    }),
  )
  const visitor = site.visitor()
  visitor.cookies.set(sessionCookie, token)
  return visitor
}

/** Another company with one of each: people, a bank account, a declaration, a letter. */
async function collectForeignThings(): Promise<void> {
  const other = await anEmployer(site, { categories: ['01'] })
  await aDelegate(site, other)
  const users = [
    await aProfile(site, other),
    await aProfile(site, other, { service: 'employer_account' }),
    await aProfile(site, other, { service: 'payment', isMaker: true }),
    await aProfile(site, other, { service: 'liquidation' }),
    await aProfile(site, other, {
      service: 'declaration_external',
      firm: { name: 'Autre', ice: '002968168000088' },
    }),
  ]
  const [account] = await site.database.ownerQuery<{ id: string }>(
    `insert into bank_accounts (employer_id, rib, bank_name, holder, added_at)
      values ($1, '230780000000000000000039', 'CIH', 'Autre', now()) returning id`,
    [other.id],
  )
  const [declaration] = await site.database.ownerQuery<{ id: string }>(
    `insert into declarations (employer_id, category, year, quarter, state, file_name, file_sha256, layout, encoding, lines,
        accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at, receipt_number, sent_by, sent_at)
      values ($1, '01', 2026, 1, 'sent', 'f', '\\x00', 'structure-190', 'utf-8', 1, 1, 1, 1, 1, $2, now(), 'R-X', $2, now()) returning id`,
    [other.id, users[0]?.id],
  )
  foreign['id'] = [
    ...users.map((user) => user.id),
    account?.id ?? '',
    declaration?.id ?? '',
    other.id,
    randomUUID(),
  ]
}

const cells = ['interne', 'externe', 'compte-adherent', 'e-liquidation', 'profils']

/** One URL per foreign thing, so that every route meets every kind of identifier of another company. */
function urlsOf(pattern: string): string[] {
  const ids = pattern.includes(':id') ? (foreign['id'] ?? []) : ['']
  return ids.map((id) =>
    pattern
      .replace(':id', id)
      .replace(':proof', randomUUID())
      .replace(':token', 'x'.repeat(43))
      .replace(':cell', cells[0] ?? '')
      .replace(':category', '01')
      .replace(':quarter', '2026T3')
      .replace(':service', 'teledeclaration')
      .replace(':door', 'teledeclaration')
      .replace(':kind', 'reinitialisation')
      .replace(':key', 'declaration_due_days'),
  )
}

async function ask(
  role: Role,
  method: string,
  url: string,
): Promise<{ status: number; location: string; body: string }> {
  const visitor = visitors.get(role)
  if (!visitor) throw new Error(`nobody plays ${role}`)
  const screen =
    method === 'GET'
      ? await visitor.raw(url)
      : await visitor.post(url, { csrf: 'not the token of this visit' })
  return {
    status: screen.status,
    location: screen.headers.get('location') ?? '',
    body: screen.body,
  }
}

const isTurnedAway = (answer: { status: number; location: string }) =>
  answer.status === 403 ||
  answer.status === 401 ||
  (answer.status === 303 && answer.location.includes('connexion')) ||
  answer.status === 409

/** Every role asks every route: the work grows with the portal. */
const patient = { timeout: 600_000 }

describe('who may open what', patient, () => {
  it('documents every route, and only routes that exist (AT57)', () => {
    const declared = site.routes.map(({ method, pattern }) => `${method} ${pattern}`)
    expect([...declared].sort()).toEqual([...matrix.keys()].sort())
    expect(new Set(declared).size).toBe(declared.length)
  })

  it('turns away every role from every route that is not theirs (AT12, AT44, AT57)', async () => {
    const wrong: string[] = []
    for (const [route, allowed] of matrix) {
      const [method = '', pattern = ''] = route.split(' ')
      const [url = ''] = urlsOf(pattern)
      for (const role of roles.filter((one) => !allowed.includes(one))) {
        const answer = await ask(role, method, url)
        if (!isTurnedAway(answer))
          wrong.push(`${role} ${route} → ${answer.status} ${answer.location}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('opens to each role its own pages, without a fault', async () => {
    const wrong: string[] = []
    for (const [route, allowed] of matrix) {
      const [method = '', pattern = ''] = route.split(' ')
      if (method !== 'GET' || pattern.includes(':')) continue
      for (const role of allowed) {
        const answer = await ask(role, method, pattern)
        if (![200, 303, 404].includes(answer.status))
          wrong.push(`${role} ${route} → ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('shows nobody anything of another company, whatever identifier is guessed (AT44, AT49)', async () => {
    const wrong: string[] = []
    const tenants = roles.filter((role) => role !== 'agent' && role !== 'supervisor')
    for (const [route] of matrix) {
      const [method = '', pattern = ''] = route.split(' ')
      if (method !== 'GET' || !pattern.includes(':id')) continue
      for (const role of tenants) {
        for (const url of urlsOf(pattern)) {
          const answer = await ask(role, method, url)
          if (answer.status !== 404 && !isTurnedAway(answer))
            wrong.push(`${role} ${url} → ${answer.status}`)
        }
      }
    }
    expect(wrong).toEqual([])
  }, 600_000)

  it('refuses every form that is not this visit’s own, and changes nothing (AT39)', async () => {
    const before = await site.database.ownerQuery(
      'select count(*) from audit_events where action <> $1',
      ['refused'],
    )
    const wrong: string[] = []
    for (const [route, allowed] of matrix) {
      const [method = '', pattern = ''] = route.split(' ')
      if (method !== 'POST') continue
      const [role] = allowed
      const [url = ''] = urlsOf(pattern)
      if (!role) continue
      const answer = await ask(role, method, url)
      if (answer.status !== 409 && answer.status !== 404)
        wrong.push(`${role} ${route} → ${answer.status}`)
    }
    expect(wrong).toEqual([])
    const after = await site.database.ownerQuery(
      'select count(*) from audit_events where action <> $1',
      ['refused'],
    )
    expect(after).toEqual(before)
  })
})
