import { describe, expect, it } from 'vitest'
import { signedIn } from '../../test/support/factories.ts'
import { ask } from '../../test/support/machine.ts'
import {
  base,
  type Company,
  declarations,
  goldenFile,
  once,
  payrollPrograms,
} from '../../test/support/payroll-program.ts'

const { at, aCompany } = payrollPrograms()

describe('a request that is wrong', () => {
  it('has everything that is wrong told at once', async () => {
    const { key } = await aCompany()
    const answer = await ask(at.site, 'POST', `${base}/declarations?quarter=3&colour=red`, {
      key,
      file: goldenFile,
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
      const { status, body } = await ask(at.site, ...asked)
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
    expect(await told('POST', other, { key, file: goldenFile, headers: once() })).toBe(
      '404 machine.no_such_period',
    )
    expect(
      await told('POST', `${base}/declarations?category=01&quarter=2031T1`, {
        key,
        file: goldenFile,
        headers: once(),
      }),
    ).toBe('404 machine.no_such_period')
  })

  it('is stopped at 120 a minute, with the seconds to wait, and writes one line of the trail', async () => {
    const { key, employer } = await aCompany()
    const first = await ask(at.site, 'GET', `${base}/receipts`, { key })
    expect(first.headers.get('ratelimit')).toBe('"minute";r=119;t=60')
    for (let asked = 1; asked < 120; asked += 1)
      await ask(at.site, 'GET', `${base}/receipts`, { key })
    at.site.clock.advance(20_000)
    const stopped = await ask(at.site, 'GET', `${base}/receipts`, { key })
    expect(stopped).toMatchObject({ status: 429, body: { code: 'machine.too_many_requests' } })
    expect(stopped.headers.get('retry-after')).toBe('40')
    await ask(at.site, 'GET', `${base}/receipts`, { key })
    const rows = await at.site.database.ownerQuery(
      `select from audit_events where employer_id = $1 and action = 'refused'`,
      [employer.id],
    )
    expect(rows).toHaveLength(1)
    at.site.clock.advance(40_000)
    expect((await ask(at.site, 'GET', `${base}/receipts`, { key })).status).toBe(200)
  })
})

describe('a program that goes on with a key that may not', () => {
  const trailOf = ({ employer }: Company) =>
    at.site.database.ownerQuery<{ action: string; details: unknown; actor_name: string }>(
      `select action, details, actor_name from audit_events
        where employer_id = $1 and action like 'refused%' order by sequence`,
      [employer.id],
    )
  const tellRefused = async () => {
    await at.site.database.ownerQuery(`select graphile_worker.add_job('tell-refused-keys')`)
    await at.site.runJobs()
  }

  it('is told once at once, and every hour with how many times, the first and the last', async () => {
    const company = await aCompany()
    const { delegate, key } = company
    const begun = at.site.clock.now()
    for (let asked = 0; asked < 5; asked += 1) {
      expect((await ask(at.site, 'GET', `${base}/statement`, { key })).status).toBe(403)
      at.site.clock.advance(60_000)
    }
    await tellRefused()
    const first = { action: 'refused', details: { code: 'machine.not_in_scope' } }
    expect(await trailOf(company)).toMatchObject([first])
    at.site.clock.advance(3_600_000)
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
    const person = await signedIn(at.site, delegate)
    const journal = await person.get('/administration/journal?sorte=refused')
    expect(journal.text).toMatch(/Refusé 5 fois, du .+ au .+ : /)
    await ask(at.site, 'GET', `${base}/statement`, { key })
    expect(await trailOf(company)).toHaveLength(3)
  })

  it('leaves when the key last served apart from when it was last refused', async () => {
    const { delegate, key } = await aCompany()
    const person = await signedIn(at.site, delegate)
    const list = await person.get('/administration/cles')
    const link = list.document.querySelector('table a')?.getAttribute('href') ?? ''
    const facts = async () => (await person.get(link)).text
    await ask(at.site, 'GET', `${base}/statement`, { key })
    expect(await facts()).toMatch(/Dernier usage Jamais utilisée Dernier refus \d/)
    await ask(at.site, 'GET', `${base}/receipts`, { key })
    expect(await facts()).toMatch(/Dernier usage \d.+ Dernier refus \d/)
  })
})
