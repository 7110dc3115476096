import { describe, expect, it } from 'vitest'
import {
  base,
  type Company,
  linesOf,
  once,
  payrollPrograms,
} from '../../test/support/payroll-program.ts'

const { at, aCompany, send } = payrollPrograms()

async function deposits({ employer }: Company): Promise<number> {
  const rows = await at.site.database.ownerQuery('select from deposits where employer_id = $1', [
    employer.id,
  ])
  return rows.length
}

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
    await at.site.database.ownerQuery(
      `update machine_requests set begun_at = begun_at - interval '25 hours'`,
    )
    await at.site.database.ownerQuery(
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
    await at.site.database.ownerQuery('delete from machine_requests where employer_id = $1', [
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
