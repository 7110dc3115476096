import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProjectRoot } from '../platform/project-root.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { aKey, ask, type MachineAsked } from '../../test/support/machine.ts'
import { declareFile, sendFile } from '../../test/support/declaring.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'

const golden = path.join(findProjectRoot(), 'test/golden/declarations/CIMR_005839_T3_2024')
const file = readFileSync(`${golden}.txt`)
const base = '/api/v1'
const declarations = `${base}/declarations?category=01&quarter=2024T3`

let site: TestSite
let last = 0

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

interface Company {
  readonly employer: TestEmployer
  readonly delegate: TestPerson
  readonly key: string
}

/** The golden file is of 005839: one company of that number, or any other for what is not about its lines. */
async function aCompany(number?: string): Promise<Company> {
  const wishes = { categories: ['01', '02'], ...(number ? { number } : {}) }
  const employer = await anEmployer(site, wishes)
  const delegate = await aDelegate(site, employer)
  return { employer, delegate, key: await aKey(site, employer, { delegate }) }
}

const once = (): Record<string, string> => {
  last += 1
  return { 'idempotency-key': `paie-${last}` }
}

/** The golden lines, as the payroll of this company would write them. */
const linesOf = ({ employer }: Company) => file.toString().replaceAll('005839', employer.number)

const send = (company: Company, more: MachineAsked = {}, to = declarations) =>
  ask(site, 'POST', to, { key: company.key, file: linesOf(company), headers: once(), ...more })

async function confirmAll(company: Company, id: string) {
  let told = await ask(site, 'GET', `${base}/declarations/${id}`, { key: company.key })
  for (const { code, field } of told.body.check.causes) {
    const { version } = told.body.check
    told = await ask(site, 'POST', `${base}/declarations/${id}/confirmations`, {
      key: company.key,
      json: { version, code, field, reason: 'Vérifié avec la paie' },
    })
    expect(told.status).toBe(200)
  }
  return told
}

describe('a payroll program', () => {
  it('checks, sends and confirms the golden lines, and has a receipt with the right totals', async () => {
    const atlas = await aCompany('005839')
    const { key } = atlas
    const check = await ask(site, 'POST', `${base}/declarations/check`, { key, file })
    // The key says whose file it is, which the command line is told apart.
    const printed = JSON.parse(readFileSync(`${golden}.json`, 'utf8'))
    const notChecked = printed.notChecked.slice(1)
    expect(check.text).toBe(`${JSON.stringify({ ...printed, notChecked }, null, 2)}\n`)
    const sent = await send(atlas, {}, `${declarations}&name=CIMR_005839_T3_2024.txt`)
    expect(sent.status, sent.text).toBe(201)
    expect(sent.body).toMatchObject({ state: 'checked', file: 'CIMR_005839_T3_2024.txt' })
    expect(sent.body.check.obstacle).toBe('to_confirm')
    const { id } = sent.body
    const doubt = sent.body.findings.find(
      ({ code }: { code: string }) => code === 'new_member_without_identity',
    )
    expect(doubt.value).toBe('')
    const early = await ask(site, 'POST', `${base}/declarations/${id}/send`, {
      key,
      json: { version: 1 },
    })
    expect(early).toMatchObject({ status: 409, body: { code: 'declarations.to_confirm' } })
    const ready = await confirmAll(atlas, id)
    expect(ready.body.check.obstacle).toBeNull()
    const { version } = ready.body.check
    const receipt = await ask(site, 'POST', `${base}/declarations/${id}/send`, {
      key,
      json: { version },
    })
    expect(receipt.status, receipt.text).toBe(200)
    const { totals } = receipt.body
    expect(totals).toEqual({
      members: 3,
      salary: '105000.75',
      employee: '6300.05',
      employer: '8190.06',
      total: '14490.11',
    })
    expect(receipt.body.sentBy).toBe('Paie du siège')
    const again = await ask(site, 'POST', `${base}/declarations/${id}/send`, {
      key,
      json: { version },
    })
    expect(again.body.number).toBe(receipt.body.number)
    const one = await ask(site, 'GET', `${base}/receipts/${receipt.body.number}`, { key })
    expect(one.body).toEqual(receipt.body)
    const list = await ask(site, 'GET', `${base}/receipts?year=2024`, { key })
    expect(list.body.receipts).toMatchObject([{ number: receipt.body.number, totals }])
    const pdf = await ask(site, 'GET', `${base}/receipts/${receipt.body.number}/pdf`, { key })
    expect(pdf.text.startsWith('%PDF')).toBe(true)
    const reader = await aKey(site, atlas.employer, {
      service: 'employer_account',
      delegate: atlas.delegate,
    })
    const statement = await ask(site, 'GET', `${base}/statement`, { key: reader })
    expect(statement.body.entries).toMatchObject([
      { number: 1, debit: '14490.11', reference: receipt.body.number, balance: '14490.11' },
    ])
    const csv = await ask(site, 'GET', `${base}/statement?after=0`, {
      key: reader,
      headers: { accept: 'text/csv' },
    })
    expect(csv.text.split('\r\n')[0]).toBe(
      'number;kind;date;recordedAt;label;reference;debit;credit;balance;bankReference',
    )
    expect(csv.text).toContain(';14490.11;0.00;14490.11')
  })

  it('is named in the trail by its key, with who made it, and on the receipt page of people', async () => {
    const company = await aCompany()
    const { id } = (await send(company)).body
    const ready = await confirmAll(company, id)
    const { version } = ready.body.check
    await ask(site, 'POST', `${base}/declarations/${id}/send`, {
      key: company.key,
      json: { version },
    })
    const delegate = await signedIn(site, company.delegate)
    const trail = await delegate.get('/administration/journal')
    expect(trail.text).toContain('Paie du siège (Salma Berrada)')
    expect(trail.text).toContain('Logiciel')
    const clerk = await signedIn(site, await aProfile(site, company.employer))
    const receipts = await clerk.get('/teledeclaration/recus')
    const link = receipts.document.querySelector('table a')?.getAttribute('href') ?? ''
    // Whatever the key is called, nobody takes it for a person.
    const page = await clerk.get(link)
    expect(page.text).toContain('Par Paie du siège (logiciel de l’entreprise)')
  })

  it('reads findings by pages, and each page says where the next one is', async () => {
    const company = await aCompany()
    const { id } = (await send(company)).body
    const found: unknown[] = []
    let next: string | null = `${base}/declarations/${id}?limit=1`
    while (next) {
      const page = await ask(site, 'GET', `${next}${next.includes('limit') ? '' : '&limit=1'}`, {
        key: company.key,
      })
      found.push(...page.body.findings.map((one: { line: number }) => one.line))
      next = page.body.next
    }
    expect(found).toEqual([1, 2, 3])
  })

  it('speaks Arabic to who asks for it', async () => {
    const answer = await ask(site, 'GET', `${base}/receipts`, {
      headers: { 'accept-language': 'ar-MA' },
    })
    expect(answer.body.detail).toContain('مفتاح')
    expect(answer.headers.get('content-language')).toBe('ar')
  })
})

describe('the same request again', () => {
  it('gets the same answer, and one file is kept', async () => {
    const company = await aCompany()
    const headers = once()
    const first = await send(company, { headers })
    const second = await send(company, { headers })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await deposits(company)).toBe(1)
  })

  it('is one request when many come at once', async () => {
    const company = await aCompany()
    const headers = once()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(company, { headers })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await deposits(company)).toBe(1)
  })

  it('is refused with other content or another period, and after a day is a new request', async () => {
    const company = await aCompany()
    const headers = once()
    const first = await send(company, { headers })
    const other = await send(company, { headers, file: `${linesOf(company)}\r\n` })
    expect(other).toMatchObject({ status: 422, body: { code: 'machine.other_request' } })
    const elsewhere = await send(
      company,
      { headers },
      `${base}/declarations?category=02&quarter=2024T3`,
    )
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'machine.other_request' } })
    await site.database.ownerQuery(
      `update machine_requests set begun_at = begun_at - interval '25 hours'`,
    )
    await site.database.ownerQuery(
      `update deposits set started_at = started_at - interval '25 hours' where employer_id = $1`,
      [company.employer.id],
    )
    const next = await send(company, { headers })
    expect(next.status).toBe(201)
    expect(next.body.id).not.toBe(first.body.id)
  })

  it('whose answer was lost with the program finds what it made, and makes no second deposit', async () => {
    const company = await aCompany()
    const headers = once()
    const first = await send(company, { headers })
    await site.database.ownerQuery('delete from machine_requests where employer_id = $1', [
      company.employer.id,
    ])
    const again = await send(company, { headers })
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } })
    expect(await deposits(company)).toBe(1)
  })

  it('may be tried again when it was refused', async () => {
    const company = await aCompany()
    const headers = once()
    const wrong = await send(company, { headers, file: 'rien d’une déclaration' })
    expect(wrong.status).toBe(409)
    expect((await send(company, { headers })).status).toBe(201)
  })

  it('needs its own name to be tried at all', async () => {
    const company = await aCompany()
    const without = await send(company, { headers: {} })
    expect(without).toMatchObject({ status: 422, body: { code: 'machine.needs_idempotency_key' } })
  })
})

async function deposits({ employer }: Company): Promise<number> {
  const rows = await site.database.ownerQuery('select from deposits where employer_id = $1', [
    employer.id,
  ])
  return rows.length
}

describe('what is in the way', () => {
  it('is never a person’s work, unless the program names it', async () => {
    const company = await aCompany()
    const clerk = await signedIn(site, await aProfile(site, company.employer))
    await sendFile(clerk, { category: '01', quarter: '2024T3' }, `${linesOf(company)}\r\n`)
    const refused = await send(company)
    expect(refused).toMatchObject({ status: 409, body: { code: 'declarations.checked_meanwhile' } })
    const taken = await send(company, {}, `${declarations}&replaces=${refused.body.declaration}`)
    expect(taken.status, taken.text).toBe(201)
  })

  it('is what was sent already', async () => {
    const company = await aCompany()
    const clerk = await signedIn(site, await aProfile(site, company.employer))
    await declareFile(clerk, { category: '01', quarter: '2024T3' }, linesOf(company))
    const again = await send(company)
    expect(again).toMatchObject({ status: 409, body: { code: 'declarations.already_sent' } })
    const { receipt, declaration } = again.body
    expect(declaration).toBeUndefined()
    const told = await ask(site, 'GET', `${base}/receipts/${receipt}`, { key: company.key })
    expect(told).toMatchObject({ status: 200, body: { number: receipt } })
  })

  it('is the period: one that is not declared, or not that of the file', async () => {
    const company = await aCompany()
    const early = await send(company, {}, `${base}/declarations?category=01&quarter=2099T1`)
    expect(early).toMatchObject({ status: 404, body: { code: 'machine.no_such_period' } })
    const other = await send(company, { file: linesOf(company).replaceAll('32024', '22024') })
    expect(other).toMatchObject({ status: 409, body: { code: 'machine.other_period' } })
    const [kept] = await site.database.ownerQuery<{ id: string }>(
      `select id from deposits where employer_id = $1 and refusal = 'declarations.other_period'`,
      [company.employer.id],
    )
    const later = await ask(site, 'GET', `${base}/declarations/${kept?.id}`, { key: company.key })
    expect(later.body.refusal).toEqual({ code: 'machine.other_period', detail: other.body.detail })
  })

  it('is somebody’s change since the program has read', async () => {
    const company = await aCompany()
    const { id } = (await send(company)).body
    const ready = await confirmAll(company, id)
    const old = ready.body.check.version - 1
    const late = await ask(site, 'POST', `${base}/declarations/${id}/send`, {
      key: company.key,
      json: { version: old },
    })
    expect(late).toMatchObject({ status: 409, body: { code: 'machine.changed_meanwhile' } })
  })
})

describe('a request that is wrong', () => {
  it('has everything that is wrong told at once', async () => {
    const { key } = await aCompany()
    const answer = await ask(site, 'POST', `${base}/declarations?quarter=3&colour=red`, {
      key,
      file,
      headers: once(),
    })
    expect(answer).toMatchObject({ status: 422, body: { code: 'machine.invalid' } })
    expect(answer.body.errors.map(({ name }: { name: string }) => name)).toEqual([
      'category',
      'quarter',
      'colour',
    ])
  })

  it('is told by its status: type, size, method, address, form', async () => {
    const { key } = await aCompany()
    const id = '3f0f1f2e-0000-4000-8000-000000000001'
    const told = async (
      ...asked: Parameters<typeof ask> extends [unknown, ...infer Rest] ? Rest : never
    ) => {
      const { status, body } = await ask(site, ...asked)
      return `${status} ${body.code}`
    }
    const form = { 'content-type': 'multipart/form-data; boundary=x', ...once() }
    expect(await told('POST', declarations, { key, file: 'x', headers: form })).toBe(
      '415 machine.needs_file',
    )
    expect(await told('POST', `${base}/declarations/${id}/send`, { key, file: '{}' })).toBe(
      '415 machine.needs_json',
    )
    expect(
      await told('POST', `${base}/declarations/${id}/send`, { key, json: { version: 1 } }),
    ).toBe('404 machine.not_found')
    expect(
      await told('POST', `${base}/declarations/${id}/send`, { key, json: { version: 'un' } }),
    ).toBe('422 machine.invalid')
    expect(await told('GET', `${base}/declarations/${id}`, { key })).toBe('404 machine.not_found')
    expect(await told('GET', `${base}/declarations/pas-un-identifiant`, { key })).toBe(
      '404 machine.not_found',
    )
    expect(await told('GET', `${base}/receipts/R-X`, { key })).toBe('404 machine.not_found')
    expect(await told('GET', `${base}/declarations`, { key })).toBe('405 machine.other_method')
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const)
      expect(await told(method, `${base}/receipts`, { key })).toBe('405 machine.other_method')
    expect(await told('GET', `${base}/salaires`, { key })).toBe('404 machine.no_such_address')
    const huge = { 'content-length': String(210 * 1_048_576), ...once() }
    expect(await told('POST', declarations, { key, file: 'x', headers: huge })).toBe(
      '413 web.file_too_large',
    )
    expect(
      await told('POST', `${base}/declarations/check`, { key, file: 'x', headers: huge }),
    ).toBe('413 web.file_too_large')
    expect(await told('POST', declarations, { key, file: '', headers: once() })).toBe(
      '422 declarations.empty_file',
    )
    const other = `${base}/declarations?category=09&quarter=2024T3`
    expect(await told('POST', other, { key, file, headers: once() })).toBe(
      '404 machine.no_such_period',
    )
    expect(
      await told('POST', `${base}/declarations?category=01&quarter=2031T1`, {
        key,
        file,
        headers: once(),
      }),
    ).toBe('404 machine.no_such_period')
  })

  it('is stopped at 120 a minute, with the seconds to wait, and writes one line of the trail', async () => {
    const { key, employer } = await aCompany()
    const first = await ask(site, 'GET', `${base}/receipts`, { key })
    expect(first.headers.get('ratelimit')).toBe('"minute";r=119;t=60')
    for (let asked = 1; asked < 120; asked += 1) await ask(site, 'GET', `${base}/receipts`, { key })
    site.clock.advance(20_000)
    const stopped = await ask(site, 'GET', `${base}/receipts`, { key })
    expect(stopped).toMatchObject({ status: 429, body: { code: 'machine.too_many_requests' } })
    expect(stopped.headers.get('retry-after')).toBe('40')
    await ask(site, 'GET', `${base}/receipts`, { key })
    const rows = await site.database.ownerQuery(
      `select from audit_events where employer_id = $1 and action = 'refused'`,
      [employer.id],
    )
    expect(rows).toHaveLength(1)
    site.clock.advance(40_000)
    expect((await ask(site, 'GET', `${base}/receipts`, { key })).status).toBe(200)
  })
})

describe('a program that goes on with a key that may not', () => {
  const trailOf = ({ employer }: Company) =>
    site.database.ownerQuery<{ action: string; details: unknown; actor_name: string }>(
      `select action, details, actor_name from audit_events
        where employer_id = $1 and action like 'refused%' order by sequence`,
      [employer.id],
    )
  const tellRefused = async () => {
    await site.database.ownerQuery(`select graphile_worker.add_job('tell-refused-keys')`)
    await site.runJobs()
  }

  it('is told once at once, and every hour with how many times, the first and the last', async () => {
    const company = await aCompany()
    const { delegate, key } = company
    const begun = site.clock.now()
    for (let asked = 0; asked < 5; asked += 1) {
      expect((await ask(site, 'GET', `${base}/statement`, { key })).status).toBe(403)
      site.clock.advance(60_000)
    }
    await tellRefused()
    const first = { action: 'refused', details: { code: 'machine.not_in_scope' } }
    expect(await trailOf(company)).toMatchObject([first])
    site.clock.advance(3_600_000)
    await tellRefused()
    await tellRefused()
    const told = await trailOf(company)
    expect(told).toMatchObject([
      first,
      {
        action: 'refused_often',
        actor_name: told[0]?.actor_name,
        details: {
          code: 'machine.not_in_scope',
          times: 5,
          first: begun.toISOString(),
          last: new Date(begun.getTime() + 4 * 60_000).toISOString(),
        },
      },
    ])
    const person = await signedIn(site, delegate)
    const journal = await person.get('/administration/journal?sorte=refused')
    expect(journal.text).toMatch(/Refusé 5 fois, du .+ au .+ : /)
    await ask(site, 'GET', `${base}/statement`, { key })
    expect(await trailOf(company)).toHaveLength(3)
  })

  it('leaves when the key last served apart from when it was last refused', async () => {
    const { delegate, key } = await aCompany()
    const person = await signedIn(site, delegate)
    const list = await person.get('/administration/cles')
    const link = list.document.querySelector('table a')?.getAttribute('href') ?? ''
    const facts = async () => (await person.get(link)).text
    await ask(site, 'GET', `${base}/statement`, { key })
    expect(await facts()).toMatch(/Dernier usage Jamais utilisée Dernier refus \d/)
    await ask(site, 'GET', `${base}/receipts`, { key })
    expect(await facts()).toMatch(/Dernier usage \d.+ Dernier refus \d/)
  })
})
