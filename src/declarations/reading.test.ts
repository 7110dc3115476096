import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { goodFile, sendWhole } from '../../test/support/depositing.ts'
import { someMembers } from '../../test/support/members.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen, Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'
import { sheetAt } from './entry/sheet-address.ts'

const period = { category: '01', quarter: '2026T3' }

let site: TestSite
let employer: TestEmployer
let clerk: TestPerson
let visitor: Visitor
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  employer = await anEmployer(site)
})

async function comesAs(mode: 'form' | 'prepared_file'): Promise<void> {
  clerk = await aProfile(site, employer, { mode })
  visitor = await signedIn(site, clerk, employer)
}

/** How many members this person has been shown within the hour. */
async function read(): Promise<number> {
  const [row] = await site.database.ownerQuery<{ failures: number }>(
    'select failures from throttles where key = $1',
    [`members profile ${clerk.id}`],
  )
  return row?.failures ?? 0
}

const hasRead = (members: number) =>
  site.database.ownerQuery(
    `insert into throttles (key, failures, window_started_at) values ($1, $2, $3)
      on conflict (key) do update set failures = $2, blocked_until = null`,
    [`members profile ${clerk.id}`, members, site.clock.now()],
  )

const actions = async (action: string) =>
  (
    await site.database.ownerQuery(
      'select action from audit_events where employer_id = $1 and action = $2',
      [employer.id, action],
    )
  ).length

const isStopped = (screen: Screen) => {
  expect(screen.status).toBe(409)
  expect(screen.text).toContain('un très grand nombre d’affiliés')
}

describe('AT59: the form', () => {
  beforeEach(() => comesAs('form'))

  it('counts a person for each row of its pages, and ten for a card, which the trail tells', async () => {
    const [first] = await someMembers(site, employer, { count: 30 })
    expect((await visitor.get(sheetAt(period, {}))).status).toBe(200)
    expect(await read()).toBe(25)
    await visitor.get(paths.entry.member({ ...period, id: first?.id ?? '' }))
    expect(await read()).toBe(35)
    expect(await actions('member.viewed')).toBe(1)
  })

  it('stops who turns all its pages, and keeps what was typed on the last', async () => {
    const [first] = await someMembers(site, employer, { count: 30 })
    const page = await visitor.get(sheetAt(period, {}))
    await hasRead(9_999)
    expect((await visitor.get(sheetAt(period, { page: 2 }))).status).toBe(200)
    const salary = page.document.querySelector('input[name^="salaire-"]')?.getAttribute('name')
    const typed = { [salary ?? '']: '18000', vers: 'enregistrer' }
    isStopped(await visitor.submit(page, typed, paths.entry.sheet(period)))
    expect(
      await site.database.ownerQuery(
        `select salary from entry_draft_rows r join entry_drafts d on d.id = r.draft_id where d.employer_id = $1`,
        [employer.id],
      ),
    ).toEqual([{ salary: '18\u202f000,00' }])
    isStopped(await visitor.get(paths.entry.member({ ...period, id: first?.id ?? '' })))
    expect(await actions('members.reading_limited')).toBe(1)
  })
})

describe('AT59: the desk', () => {
  beforeEach(() => comesAs('prepared_file'))

  it('counts the lines of a cause and the line opened, and not again what one’s own work shows again', async () => {
    const check = await sendWhole(visitor, goodFile(employer.number, 60))
    const cause = check.document.querySelector('a[data-opens=constat]')?.getAttribute('href') ?? ''
    const list = await visitor.get(cause)
    expect(await read()).toBe(50)
    const line = list.document.querySelector('a[data-opens=ligne]')?.getAttribute('href') ?? ''
    await visitor.get(line)
    expect(await read()).toBe(60)
    const [tick] = list.document.querySelectorAll('input[name=constat]')
    const fields = { constat: tick?.getAttribute('value') ?? '', raison: 'Vu avec la paie' }
    const after = await visitor.submit(list, { ...fields, choix: 'coches' })
    expect(after.status).toBe(200)
    expect(await read()).toBe(50)
  })

  it('gives nothing back to a program that pretends to work', async () => {
    const check = await sendWhole(visitor, goodFile(employer.number, 60))
    const cause = check.document.querySelector('a[data-opens=constat]')?.getAttribute('href') ?? ''
    await site.database.ownerQuery(
      'insert into throttles (key, failures, window_started_at) values ($1, 500, $2)',
      [`given back members profile ${clerk.id}`, site.clock.now()],
    )
    const list = await visitor.get(cause)
    const [tick] = list.document.querySelectorAll('input[name=constat]')
    const fields = { constat: tick?.getAttribute('value') ?? '', raison: 'Vu avec la paie' }
    await visitor.submit(list, { ...fields, choix: 'coches' })
    expect(await read()).toBeGreaterThanOrEqual(100)
  })

  it('stops who opens every line', async () => {
    const check = await sendWhole(visitor, goodFile(employer.number, 60))
    const cause = check.document.querySelector('a[data-opens=constat]')?.getAttribute('href') ?? ''
    await hasRead(9_999)
    expect((await visitor.get(cause)).status).toBe(200)
    isStopped(await visitor.get(cause))
    // What is to be done is not a reading: the check itself stays open.
    expect((await visitor.get(check.url)).status).toBe(200)
  })

  it('counts a file of the desk for its lines, and tells it in the trail', async () => {
    const check = await sendWhole(visitor, goodFile(employer.number, 60))
    await visitor.get(`${check.url}/fichiers/constats.csv`)
    expect(await read()).toBe(60)
    expect(await actions('declaration.lines_exported')).toBe(1)
  })
})

describe('the «Fichier Préétabli» of a large company', () => {
  beforeEach(() => comesAs('prepared_file'))

  const many = 12_000
  const fillRegister = () =>
    site.database.ownerQuery(
      `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on,
          born_on, family_situation)
        select $1, '01', (300000000 + n)::text, 'NOM' || lpad((n % 977)::text, 3, '0'), 'PRENOM', 'F', 'M', '2020-01-01',
          '1990-01-01', 'C'
        from generate_series(1, $2::integer) n`,
      [employer.id, many],
    )

  it('has everybody once, by name, is given one at a time (AT116), and leaves the desk open to who completes it', async () => {
    await fillRegister()
    const address = paths.declarations.prepared(period)
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const request = () => new Request(`http://localhost:3000${address}`, { headers: { cookie } })
    const first = await site.fetch(request())
    const others = await Promise.all(Array.from({ length: 5 }, () => visitor.get(address)))
    for (const { status } of others) expect([409, 429]).toContain(status)
    const lines = (await first.text()).split('\r\n')
    expect(lines.pop()).toBe('')
    expect(lines).toHaveLength(many)
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([190]))
    expect(new Set(lines.map((line) => line.slice(9, 18))).size).toBe(many)
    const names = lines.map((line) => line.slice(22, 47))
    expect(names).toEqual(names.toSorted())
    // The register was given whole: not again within the hour, and the agency knows.
    isStopped(await visitor.get(address))
    expect(await actions('members.reading_limited')).toBe(1)
    const check = await sendWhole(visitor, goodFile(employer.number, 60))
    expect(check.status).toBe(200)
    const cause = check.document.querySelector('a[data-opens=constat]')?.getAttribute('href') ?? ''
    expect((await visitor.get(cause)).status).toBe(200)
  })
})
