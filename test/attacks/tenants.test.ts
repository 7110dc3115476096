import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDelegate, anAgent, anEmployer, aProfile, signedIn } from '../support/factories.ts'
import type { TestEmployer, TestPerson } from '../support/factories.ts'
import {
  accepting,
  agentActor,
  aSubscription,
  newestProof,
  read,
  signedBack,
} from '../support/letters.ts'
import { openSite, type TestSite } from '../support/site.ts'
import { subscribe } from '../support/subscribing.ts'
import type { Visitor } from '../support/visitor.ts'
import { decideCase } from '../../src/agency/decide-case.ts'
import { actionsSince, csrfOf, effects, everyKindOfPerson, type People, whoMay } from './people.ts'

let site: TestSite
let people: People
/** Another company; the word stands in everything that it has. */
const canary = 'Zamzamouni'
let other: TestEmployer
let otherUser: TestPerson
let otherLetter: string
beforeAll(async () => {
  site = await openSite()
  other = await anEmployer(site, {
    number: '987654',
    name: `${canary} SA`,
    categories: ['01', '77'],
  })
  const boss = await aDelegate(site, other, { lastName: canary })
  otherUser = await aProfile(site, other, {
    lastName: canary,
    email: `u@${canary}.example`,
    categories: ['77'],
  })
  await aProfile(site, other, { service: 'payment', isMaker: true, lastName: canary })
  const visitor = await signedIn(site, boss)
  await visitor.get('/administration/journal.csv')
  otherLetter = await aSubscription(site, { number: other.number, email: `x@${canary}.example` })
  await signedBack(site, otherLetter)
  people = await everyKindOfPerson(site)
})
afterAll(() => site.close())

const visitorOf = (role: string): Visitor => people.visitors.get(role) ?? site.visitor()
const own = '/administration/utilisateurs/interne'
const aUser = {
  lastName: 'Lahlou',
  firstName: 'Khadija',
  jobTitle: 'Responsable paie',
  email: 'k.lahlou@atlas.example',
  identityNumber: 'BE654321',
  mode: 'prepared_file',
  categories: ['01'],
}

describe('something of another company named in a form', () => {
  it('AT46: a category is refused, whoever it is given to', async () => {
    const delegate = visitorOf('delegate')
    const before = await effects(site)
    const created = await delegate.submit(await delegate.get(`${own}/nouveau`), {
      ...aUser,
      categories: ['01', '77'],
    })
    expect(created.status).toBe(422)
    expect(created.body).not.toContain(canary)
    expect(await actionsSince(site, before)).toEqual([])
  })

  it('AT46: a draft or a letter of another visit is not found, and stays as it is', async () => {
    const victim = site.visitor()
    await subscribe(site, victim, '445566')
    const ready = await victim.get('/suivi/dossier')
    const theirs = ready.document.querySelector('[name=dossier]')?.getAttribute('value') ?? ''
    expect(theirs).toMatch(/^[0-9a-f-]{36}$/)
    const attacker = site.visitor()
    await subscribe(site, attacker, '445567')
    const csrf = csrfOf(await attacker.get('/suivi/dossier'))
    const before = await effects(site)
    for (const path of [
      '/abonnement/reprendre',
      '/abonnement/effacer',
      '/abonnement/verification',
      '/abonnement/corriger',
      '/suivi/dossier/retirer',
    ]) {
      const answer = await attacker.post(path, { csrf, dossier: theirs })
      expect([303, 404, 409], path).toContain(answer.status)
      expect(answer.body).not.toContain('445566')
    }
    expect(await actionsSince(site, before)).toEqual([])
    expect((await victim.get('/suivi/dossier')).text).toContain('445566')
  })

  it('AT46: a pass to one’s own letter opens no other, not even in another browser', async () => {
    const attacker = site.visitor()
    await subscribe(site, attacker, '445568')
    const pass = attacker.cookies.get('__Host-suivi') ?? ''
    const [, ...proof] = pass.split('.')
    const thief = site.visitor()
    await thief.get('/')
    for (const [visitor, cookie] of [
      [attacker, [otherLetter, ...proof].join('.')],
      [thief, pass],
    ] as const) {
      visitor.cookies.set('__Host-suivi', cookie)
      for (const path of [
        '/suivi/dossier',
        '/suivi/dossier/formulaire.pdf',
        '/abonnement/formulaire',
      ])
        expect((await visitor.raw(path)).status).toBe(303)
    }
  })

  it('AT46: the scan of another file is no ground for a decision', async () => {
    const employer = await anEmployer(site, { services: [] })
    const letterId = await aSubscription(site, { number: employer.number, employerId: employer.id })
    await signedBack(site, letterId)
    const agent = agentActor(await anAgent(site))
    const shown = await read(site, agent, letterId)
    const foreign = await newestProof(site, otherLetter)
    const decided = decideCase(site.app, agent, accepting({ ...shown, proofId: foreign.id }))
    await expect(decided).rejects.toThrow('web.changed_meanwhile')
    const [letter] = await site.database.ownerQuery('select state from letters where id = $1', [
      letterId,
    ])
    expect(letter).toEqual({ state: 'received' })
  })

  it('AT46: the database itself links nothing to another company’s row', async () => {
    const [mandate] = await site.database.ownerQuery<{ id: string }>(
      'select id from mandates where profile_id = $1',
      [otherUser.id],
    )
    const [account] = await site.database.ownerQuery<{ id: string }>(
      `insert into bank_accounts (employer_id, rib, bank_name, holder, added_at)
        values ($1, '230780000000000000000039', 'CIH', '${canary}', now()) returning id`,
      [other.id],
    )
    const mine = people.employer.id
    const attempts: [string, readonly unknown[]][] = [
      [
        'insert into mandate_categories (mandate_id, employer_id, category) values ($1, $2, $3)',
        [mandate?.id, mine, '01'],
      ],
      [
        `insert into debit_mandates (employer_id, bank_account_id, reference, state, requested_at) values ($1, $2, 'MD-0', 'requested', now())`,
        [mine, account?.id],
      ],
    ]
    for (const [sql, values] of attempts) {
      const written = site.app.db.transaction({ as: 'employer', employerId: mine }, (tx) =>
        tx.named(`attack.${sql.length}`, sql, [...values]),
      )
      await expect(written).rejects.toThrow(/foreign key|row-level security|does not exist/)
    }
  })
})

describe('reading', () => {
  const lures = () =>
    new URLSearchParams([
      ...[
        'employer',
        'employerId',
        'employer_id',
        'entreprise',
        'tenant',
        'adherent',
        'numero',
      ].map((name): [string, string] => [name, other.id]),
      ['employerNumber', other.number],
      ['personne', otherUser.id],
      ['q', canary],
      ['search', canary],
      ['fields', 'password_hash,totp_sealed,token_hash'],
      ['include', 'employer.delegates'],
      ['sort', 'password_hash'],
      ['tri', 'totp_sealed desc'],
      ['order', '(select 1)'],
      ['page', '-1'],
      ['limit', '100000'],
      ['offset', '-5'],
      ['cursor', btoa(JSON.stringify({ employer: other.id }))],
      ['categorie', '77'],
      ['sorte', "users' or '1'='1"],
      ['count', '*'],
    ])

  it('AT48, AT22: no filter, order, page or field asked for shows anything of another company, nor a secret', async () => {
    const wrong: string[] = []
    for (const route of site.routes) {
      if (route.method !== 'GET' || route.power.startsWith('agency.')) continue
      const { role, visitor } = whoMay(people, route.power)
      const url = route.pattern
        .replace(':cell', 'interne')
        .replace(':category', '01')
        .replace(':quarter', '2026T3')
      if (url.includes(':') || url === '/courriels') continue
      const answer = await visitor.raw(`${url}?${lures().toString()}`)
      const page = answer.body.replaceAll(lureText, '')
      if (
        /\$argon2|totp_sealed"|password_hash"/.test(page) ||
        page.includes(other.number) ||
        page.includes(canary)
      )
        wrong.push(`${role} ${url}`)
    }
    expect(wrong).toEqual([])
  })

  const lureText = /(?:href|action|value)="[^"]*"/g

  it('AT48: a person of another company narrows the trail to nothing, and a made-up kind widens nothing', async () => {
    const delegate = visitorOf('delegate')
    await delegate.get('/administration/journal.csv')
    const all = await delegate.raw('/administration/journal.csv')
    const theirs = await delegate.raw(`/administration/journal.csv?personne=${otherUser.id}`)
    expect(theirs.body.trim().split('\r\n')).toHaveLength(1)
    const odd = await delegate.raw(
      `/administration/journal.csv?sorte=${encodeURIComponent("' or true --")}`,
    )
    expect(odd.body).not.toContain(canary)
    expect(all.body).not.toContain(canary)
  })

  const claims: [string, Record<string, string>][] = [
    ['X-Tenant-Id', { 'x-tenant-id': '{id}' }],
    ['X-Employer-Id', { 'x-employer-id': '{id}', 'x-adherent': '{number}' }],
    ['X-User', { 'x-user': 'admin', 'x-forwarded-user': 'admin', 'x-remote-user': '{number}' }],
    ['X-Original-URL', { 'x-original-url': '/agence', 'x-rewrite-url': '/agence' }],
    [
      'a bearer token',
      { authorization: `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"employer":"{id}"}')}.` },
    ],
    ['a sub-domain', { host: '{number}.localhost:3000', 'x-forwarded-host': '{number}.localhost' }],
  ]

  it.each(claims)('AT50: a company claimed by %s is not believed', async (_what, claimed) => {
    const delegate = visitorOf('delegate')
    const headers = Object.fromEntries(
      Object.entries(claimed).map(([name, value]) => [
        name,
        value.replace('{id}', other.id).replace('{number}', other.number),
      ]),
    )
    const answer = await delegate.raw('/administration', { headers })
    expect(answer.status).toBe(200)
    expect(answer.title).toContain(people.employer.number)
    expect(answer.body).not.toContain(canary)
    expect((await site.visitor().raw('/administration', { headers })).status).toBe(303)
  })

  it('AT50: a company claimed by a cookie or a query is not believed', async () => {
    const delegate = visitorOf('delegate')
    const cookie = `${[...delegate.cookies].map((pair) => pair.join('=')).join('; ')}; entreprise=${other.id}; employer=${other.id}; __Host-entreprise=${other.id}`
    const request = new Request(`http://localhost:3000/administration?entreprise=${other.id}`, {
      headers: { cookie },
    })
    const body = await (await site.fetch(request)).text()
    expect(body).toContain(people.employer.number)
    expect(body).not.toContain(canary)
  })
})

describe('a firm’s person', () => {
  const firm = { service: 'declaration_external' } as const

  it('AT51: with mandates for two companies touches no third, and not the second once it is withdrawn', async () => {
    const a = await anEmployer(site)
    const b = await anEmployer(site)
    const accountant = await aProfile(site, a, { ...firm, alsoFor: [b] })
    const visitor = await signedIn(site, accountant, b)
    const period = '/teledeclaration/periodes/01/2026T3'
    const opened = await visitor.get(period)
    expect(opened.status).toBe(200)
    const csrf = csrfOf(opened)
    const third = await visitor.post(`/teledeclaration/entreprises/${other.id}`, {
      csrf,
      entreprise: b.id,
    })
    expect(third.status).toBe(404)
    const boss = await signedIn(site, await aDelegate(site, b))
    const list = await boss.get('/administration/utilisateurs/externe')
    const [, id = ''] = /utilisateurs\/externe\/([0-9a-f-]{36})/.exec(list.body) ?? []
    const state = `/administration/utilisateurs/externe/${id}/etat`
    const ended = await boss.submit(
      await boss.get(`${state}?etape=remove`),
      { reason: 'fin de mission' },
      state,
    )
    expect(ended.status).toBe(200)
    const before = await effects(site)
    const upload = await visitor.submit(
      opened,
      { fichier: new File(['x'], 'd.txt') },
      `${period}/fichier`,
    )
    expect([403, 404, 409]).toContain(upload.status)
    const again = await visitor.post(`/teledeclaration/entreprises/${b.id}`, { csrf })
    expect(again.status).toBe(404)
    expect((await visitor.raw(period)).status).not.toBe(200)
    expect(await actionsSince(site, before)).toEqual([])
    const board = await visitor.get('/teledeclaration/entreprises')
    expect(board.text).toContain(a.name)
    expect(board.text).not.toContain(b.name)
  })

  it('AT51: accepts no mandate that was offered to somebody else', async () => {
    const accountant = await aProfile(site, await anEmployer(site), firm)
    const colleague = await aProfile(site, await anEmployer(site), firm)
    const company = await anEmployer(site)
    const [mandate] = await site.database.ownerQuery<{ id: string }>(
      `insert into mandates (employer_id, profile_id, state, mode, typed_name, from_on, created_at)
        values ($1, $2, 'offered', 'form', 'x', '2026-01-01', now()) returning id`,
      [company.id, colleague.id],
    )
    const visitor = await signedIn(site, accountant)
    const csrf = csrfOf(await visitor.get('/teledeclaration/entreprises'))
    const answer = await visitor.post(`/teledeclaration/mandats/${mandate?.id}`, {
      csrf,
      reponse: 'accept',
    })
    expect(answer.status).toBe(404)
    const [row] = await site.database.ownerQuery('select state from mandates where id = $1', [
      mandate?.id,
    ])
    expect(row).toEqual({ state: 'offered' })
  })
})

describe('a form with more fields than it has', () => {
  const more = {
    id: '00000000-0000-4000-8000-000000000001',
    role: 'supervisor',
    kind: 'agent',
    service: 'payment',
    state: 'active',
    status: 'active',
    is_maker: 'on',
    is_validator: 'on',
    isMaker: 'true',
    isValidator: 'true',
    powers: ['maker', 'validator'],
    email_verified: 'true',
    password_hash: 'x',
    approved_by: 'x',
    totp_sealed: '',
    'constructor[prototype][isMaker]': 'true',
    '__proto__[isMaker]': 'true',
    constructor: 'x',
    toString: 'x',
    hasOwnProperty: 'x',
  }

  it('AT52: gives a new user nothing but what the form asks for', async () => {
    const delegate = visitorOf('delegate')
    const page = await delegate.get(`${own}/nouveau`)
    const typed = {
      ...aUser,
      ...more,
      employer_id: other.id,
      employerId: other.id,
      tenant_id: other.id,
    }
    const done = await delegate.submit(page, typed)
    expect(done.status).toBe(200)
    const [row] = await site.database.ownerQuery(
      `select employer_id, service, state, is_maker, is_validator, password_hash, totp_sealed from profiles where email = $1`,
      [aUser.email],
    )
    expect(row).toEqual({
      employer_id: people.employer.id,
      service: 'declaration_internal',
      state: 'invited',
      is_maker: false,
      is_validator: false,
      password_hash: null,
      totp_sealed: null,
    })
    expect(({} as Record<string, unknown>)['isMaker']).toBeUndefined()
  })

  it('AT52: changes of an existing user nothing but what the form asks for', async () => {
    const delegate = visitorOf('delegate')
    const user = await aProfile(site, people.employer, { service: 'employer_account' })
    const look = () =>
      site.database.ownerQuery(
        `select id, employer_id, service, login, state, is_maker, is_validator, password_hash, email from profiles where id = $1`,
        [user.id],
      )
    const before = await look()
    const path = `/administration/utilisateurs/compte-adherent/${user.id}`
    const done = await delegate.submit(
      await delegate.get(path),
      { jobTitle: 'Chef comptable', ...more, login: 'admin', employer_id: other.id },
      path,
    )
    expect(done.status).toBe(200)
    expect(await look()).toEqual(before)
    const [row] = await site.database.ownerQuery('select job_title from profiles where id = $1', [
      user.id,
    ])
    expect(row).toEqual({ job_title: 'Chef comptable' })
  })

  it('AT52: makes a subscription neither accepted nor proven', async () => {
    const visitor = site.visitor()
    await subscribe(site, visitor, '556677', {
      services: {
        services: ['declaration'],
        paymentOption: 'transfer',
        signatoryName: 'Youssef Alami',
        signatoryCapacity: 'Gérant',
        consent: 'on',
        state: 'applied',
        employerId: other.id,
        agentsRequired: '0',
        receivedAt: '2026-01-01',
      },
    })
    const [letter] = await site.database.ownerQuery(
      `select state, employer_id, agents_required, received_at from letters where employer_number = '556677'`,
    )
    expect(letter).toEqual({
      state: 'awaiting_signature',
      employer_id: null,
      agents_required: 1,
      received_at: null,
    })
  })
})
