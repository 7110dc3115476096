import { Socket } from 'node:net'
import dns from 'node:dns'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../support/site.ts'
import { liveThrough } from './journey.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const disguises: [string, Record<string, string>][] = [
  ['AT17: Host', { host: 'evil.tld' }],
  [
    'AT18: the headers of proxies',
    {
      'x-forwarded-host': 'evil.tld',
      'x-forwarded-server': 'evil.tld',
      'x-forwarded-proto': 'gopher',
      'x-forwarded-port': '6666',
      'x-original-host': 'evil.tld',
      'x-host': 'evil.tld',
      'x-original-url': '/evil.tld',
      forwarded: 'host=evil.tld;proto=gopher',
      via: '1.1 evil.tld',
    },
  ],
  ['AT19: Referer', { referer: 'https://evil.tld/administration' }],
]

describe('whatever a request says about where it is', () => {
  it.each(disguises)('%s changes no link of any mail', async (_what, headers) => {
    site.mails.length = 0
    await site.database.ownerQuery('delete from throttles')
    await liveThrough(site, headers)
    const links = site.mails.flatMap(
      ({ text, html }) => `${text}${html}`.match(/\w+:\/\/[^\s"<]+/g) ?? [],
    )
    expect(site.mails.length).toBeGreaterThanOrEqual(6)
    expect(links.length).toBeGreaterThanOrEqual(6)
    for (const link of links) expect(link).toMatch(/^http:\/\/localhost:3000\//)
    // The identifier of a mail is drawn at random, and may hold any digits.
    for (const { id: _, ...mail } of site.mails) {
      expect(JSON.stringify(mail)).not.toMatch(/evil|gopher|6666/)
    }
  })

  it('AT19: Origin of another site starts nothing', async () => {
    await site.runJobs()
    site.mails.length = 0
    const failed = liveThrough(site, { origin: 'https://evil.tld' })
    await expect(failed).rejects.toThrow(/409|no form|no reference/)
    await site.runJobs()
    expect(site.mails).toEqual([])
  })
})

describe('a network without a way out', () => {
  it('AT112: is enough: only the database is called', async () => {
    const asked: string[] = []
    // oxlint-disable-next-line typescript/unbound-method -- put back as it was, called with the socket.
    const { connect } = Socket.prototype
    const { lookup } = dns
    Socket.prototype.connect = function watched(this: Socket, ...given: never[]) {
      const [options] = (Array.isArray(given[0]) ? given[0] : given) as {
        host?: string
        path?: string
      }[]
      asked.push(options?.path ? 'a local socket' : (options?.host ?? 'localhost'))
      return Reflect.apply(connect, this, given)
    } as typeof connect
    dns.lookup = function watched(...given: never[]) {
      asked.push(String(given[0]))
      return Reflect.apply(lookup, dns, given)
    } as never
    const elsewhere = await openSite()
    try {
      await liveThrough(elsewhere)
      const letter = await elsewhere.visitor().get('/telechargement')
      expect(letter.status).toBe(200)
    } finally {
      await elsewhere.close()
      Socket.prototype.connect = connect
      dns.lookup = lookup
    }
    const database = new URL(site.database.ownerUrl)
    const own = [database.hostname, '127.0.0.1', '::1', 'localhost', 'a local socket']
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((host) => !own.includes(host))).toEqual([])
  })
})
