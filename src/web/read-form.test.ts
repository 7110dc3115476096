import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

async function post(headers: Record<string, string>): Promise<number> {
  const visitor = site.visitor()
  const page = await visitor.get('/abonnement')
  const csrf = page.document.querySelector('[name="csrf"]')?.getAttribute('value') ?? ''
  const body = new URLSearchParams({ csrf, employerNumber: '005839' })
  return (await visitor.raw('/abonnement', { method: 'POST', body, headers })).status
}

describe('a form', () => {
  it('is taken from a browser that hides its origin from everybody, as our own policy asks it to', async () => {
    expect(await post({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(303)
  })

  it.each([
    ['from another site', { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }],
    ['from a frame without origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['from no origin and no site', { origin: 'null' }],
    [
      'from a name that only begins like ours',
      { origin: 'http://localhost:3000.ailleurs.example' },
    ],
  ])('is refused %s (AT39, AT42)', async (_, headers) => {
    expect(await post(headers as Record<string, string>)).toBe(409)
  })
})
