import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer } from '../../src/cli/listen.ts'
import { aDelegate, anEmployer, signedIn } from '../support/factories.ts'
import { openSite, type TestSite } from '../support/site.ts'
import { csrfOf, effects, goodForm } from './people.ts'
import { sendRaw, statusesOf } from './raw-http.ts'

let site: TestSite
let server: Server
beforeAll(async () => {
  site = await openSite()
  server = await openServer(site.fetch, { port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await site.close()
})

const host = 'Host: localhost:3000'
const get = (path: string, ...headers: string[]) =>
  `GET ${path} HTTP/1.1\r\n${[host, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`

async function isAlive(): Promise<boolean> {
  return statusesOf(await sendRaw(server, get('/health')))[0] === 200
}

describe('a request that lies about itself', () => {
  const smuggled = 'GET /administration HTTP/1.1\r\nHost: x\r\n\r\n'
  const post = 'POST /administration/connexion HTTP/1.1\r\nHost: localhost:3000\r\n'
  const lies: [string, string][] = [
    [
      'a length and chunks (CL.TE)',
      `${post}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    ],
    [
      'chunks and a length (TE.CL)',
      `${post}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n${smuggled}\r\n0\r\n\r\n`,
    ],
    ['two lengths', `${post}Content-Length: 0\r\nContent-Length: 44\r\n\r\n${smuggled}`],
    ['a hidden transfer coding', `${post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['an unknown transfer coding', `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a negative length', `${post}Content-Length: -1\r\n\r\n`],
    ['a length that is no number', `${post}Content-Length: 0x10\r\n\r\n`],
    ['a folded header', `${post}X-A: b\r\n Content-Length: 5\r\n\r\n`],
    ['a line end inside a header', `${post}X-A: b\rX-B: c\r\n\r\n`],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a zero byte', 'GET /\0 HTTP/1.1\r\nHost: localhost:3000\r\n\r\n'],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ]

  it.each(lies)(
    'AT43: with %s is refused once, and nothing behind it is answered',
    async (_what, request) => {
      const statuses = statusesOf(await sendRaw(server, request))
      expect(statuses.length).toBeLessThanOrEqual(1)
      for (const status of statuses) expect([400, 411, 422, 501]).toContain(status)
      expect(await isAlive()).toBe(true)
    },
  )

  it('AT43: with a form of unknown length is refused before it is read', async () => {
    const chunked = `${post}Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n6\r\ncsrf=x\r\n0\r\n\r\n`
    expect(statusesOf(await sendRaw(server, chunked))).toEqual([413])
  })

  it('AT43: with 64 kB of headers, one or many, is refused', async () => {
    const one = get('/', `X-Big: ${'a'.repeat(64_000)}`)
    const many = get('/', ...Array.from({ length: 4000 }, (_, n) => `X-${n}: aaaaaaaaaa`))
    const cookies = get('/', `Cookie: ${'a=b; '.repeat(13_000)}`)
    for (const request of [one, many, cookies])
      expect(statusesOf(await sendRaw(server, request))).toEqual([431])
    expect(statusesOf(await sendRaw(server, get(`/${'a'.repeat(8000)}`)))).toEqual([414])
    expect(await isAlive()).toBe(true)
  })

  it('AT43: that names another method in a header or a field does what its own method says', async () => {
    const employer = await anEmployer(site)
    const visitor = await signedIn(site, await aDelegate(site, employer))
    const csrf = csrfOf(await visitor.get('/administration'))
    const before = await effects(site)
    for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
      const answer = await visitor.raw('/administration/confirmations', {
        headers: { [name]: 'POST' },
      })
      // Refused, or read as what it is: the address of a form leads to its page.
      expect([400, 303]).toContain(answer.status)
      expect(answer.headers.get('location') ?? '/administration').toBe('/administration')
    }
    const answer = await visitor.raw(`/administration?_method=POST&csrf=${csrf}&confirmations=2`)
    expect(answer.status).toBe(200)
    expect(await effects(site)).toBe(before)
  })

  it('AT43: that says twice which company it is for is refused', async () => {
    const employer = await anEmployer(site)
    const other = await anEmployer(site)
    const visitor = await signedIn(site, await aDelegate(site, employer))
    const { entreprise: _own, ...good } = goodForm(await visitor.get('/administration'))
    const before = await effects(site)
    for (const pair of [
      [employer.id, other.id],
      [other.id, employer.id],
    ]) {
      const body = new URLSearchParams(good)
      for (const id of pair) body.append('entreprise', id)
      const answer = await visitor.raw('/administration/confirmations', { method: 'POST', body })
      expect(answer.status).toBe(409)
    }
    expect(await effects(site)).toBe(before)
    const done = await visitor.post('/administration/confirmations', {
      ...good,
      entreprise: employer.id,
    })
    expect(done.status).toBe(303)
  })
})

describe('what is not a page', () => {
  it('AT113: no method but GET, HEAD and POST is answered', async () => {
    for (const method of [
      'TRACE',
      'OPTIONS',
      'PUT',
      'DELETE',
      'PATCH',
      'PROPFIND',
      'CONNECT',
      'DEBUG',
    ]) {
      const request = get('/').replace('GET', method)
      const statuses = statusesOf(await sendRaw(server, request))
      // A method that the protocol does not know is not even a request; CONNECT closes the connection.
      const isClosed = method === 'CONNECT' && statuses.length === 0
      expect(isClosed || [400, 405].includes(statuses[0] ?? 0), method).toBe(true)
    }
    const trace = await sendRaw(server, get('/', 'X-Secret: seen').replace('GET', 'TRACE'))
    expect(trace).not.toContain('seen')
  })

  const hidden =
    `/.git/HEAD /.git/config /.env /.env.local /.npmrc /.DS_Store /package.json /package-lock.json /src/app.tsx
    /public /public/ /public/%2e%2e/package.json /public/..%2fpackage.json /public/app.css.map /public/app.css~
    /public/app.css.bak /public/enhance/main.js.map /public/enhance/ /dist/ /dist/guichet.mjs /dist/guichet.mjs.map /migrations/
    /data/ /data/keys/master.key /keys/master.key /files/ /mail/ /backup.sql /dump.sql /metrics /debug /debug/pprof /status
    /server-status /actuator /actuator/env /api /graphql /swagger.json /phpinfo.php /wp-admin /admin /console
    /node_modules/hono/package.json /robots.txt.bak /%2e%2e/%2e%2e/etc/passwd /..%5c..%5cetc%5cpasswd`.split(
      /\s+/,
    )

  it.each(hidden)('AT113: there is no %s', async (path) => {
    const answer = await sendRaw(server, get(path))
    expect([400, 404]).toContain(statusesOf(answer)[0])
    expect(answer).not.toMatch(/\[core\]|"dependencies"|sourcesContent|Index of/)
  })

  it('AT113: what is served ends with no reference to its source, and says nothing of the server', async () => {
    for (const path of ['/', '/public/app.css', '/public/enhance/main.js']) {
      const answer = await sendRaw(server, get(path))
      expect(statusesOf(answer)).toEqual([200])
      expect(answer).not.toMatch(/sourceMappingURL|^(server|x-powered-by|via):/im)
    }
  })
})

describe('the address by which the portal is called', () => {
  it('AT18: an absolute address in the request line changes no link and no redirect', async () => {
    for (const target of [
      'http://evil.example/administration',
      'http://evil.example/',
      '//evil.example/administration',
    ]) {
      const answer = await sendRaw(
        server,
        `GET ${target} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      )
      expect(answer.slice(0, 12), target).toMatch(/HTTP\/1\.1 (200|303|400|404)/)
      expect(answer, target).not.toContain('evil.example')
    }
    expect(await isAlive()).toBe(true)
  })

  it.each([
    'Host: evil.example',
    'Host: localhost:3000@evil.example',
    'Host: evil.example:3000',
    'Host: "><script>',
    'Host: localhost:3000\r\nHost: evil.example',
  ])('AT17: «%s» appears nowhere in the answer', async (evil) => {
    for (const path of [
      '/',
      '/administration',
      '/mot-de-passe-oublie/teledeclaration',
      '/nulle-part',
    ]) {
      const answer = await sendRaw(
        server,
        `GET ${path} HTTP/1.1\r\n${evil}\r\nConnection: close\r\n\r\n`,
      )
      expect(answer).not.toMatch(/evil\.example|<script>/)
    }
    expect(await isAlive()).toBe(true)
  })
})
