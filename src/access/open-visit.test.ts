import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Hono } from 'hono'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Env } from '../web/site.ts'
import { openVisit } from './open-visit.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** What the limits on tries see of a request that comes from `socket` and says it comes for `forwarded`. */
async function addressSeen(socket: string, forwarded: string, proxies: readonly string[]) {
  const app = { ...site.app, config: { ...site.app.config, proxies } }
  const hono = new Hono<Env>()
  hono.use(openVisit(app))
  hono.get('/', (page) => page.text(page.var.address))
  const answer = await hono.request(
    '/',
    { headers: { 'x-forwarded-for': forwarded } },
    { incoming: { socket: { remoteAddress: socket } } },
  )
  return answer.text()
}

describe('where a request comes from', () => {
  it('is the other end of the socket, whatever a header says', async () => {
    expect(await addressSeen('203.0.113.7', '198.51.100.1', [])).toBe('203.0.113.7')
    expect(await addressSeen('::ffff:203.0.113.7', '', [])).toBe('203.0.113.7')
  })

  it('is what the installation’s own proxy saw last, not what the visitor wrote before it', async () => {
    const proxies = ['10.0.0.1', '10.0.0.2']
    expect(await addressSeen('10.0.0.1', '198.51.100.1, 203.0.113.7', proxies)).toBe('203.0.113.7')
    expect(await addressSeen('::ffff:10.0.0.1', '203.0.113.7, 10.0.0.2', proxies)).toBe(
      '203.0.113.7',
    )
    expect(await addressSeen('10.0.0.1', 'nowhere', proxies)).toBe('10.0.0.1')
    expect(await addressSeen('203.0.113.7', '198.51.100.1', proxies)).toBe('203.0.113.7')
  })
})
