import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findProjectRoot } from '../../src/platform/project-root.ts'
import { Visitor } from '../support/visitor.ts'
import { Installation, ports } from './installation.ts'
import { People } from './people.ts'

const nginx = process.env['NGINX'] ?? 'nginx'
const hasNginx = spawnSync(nginx, ['-v']).status === 0

let installation: Installation
let people: People
let url: string
let plain: number
let proxy: ChildProcess | undefined
beforeAll(async () => {
  const [port = 0, unencrypted = 0] = await ports(2)
  plain = unencrypted
  const environment: Record<string, string> = hasNginx
    ? { GUICHET_URL: `https://localhost:${port}` }
    : {}
  installation = await Installation.open({ nodes: 2, environment })
  if (hasNginx) proxy = await startNginx(installation, port)
  url = environment['GUICHET_URL'] ?? installation.url
  people = await People.on(installation, url)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  proxy?.kill('SIGTERM')
  await installation.close()
})

/** The guide's own configuration, with other addresses and a certificate made here. */
async function startNginx({ folder, nodes }: Installation, port: number): Promise<ChildProcess> {
  const guide = readFileSync(path.join(findProjectRoot(), 'docs/operations/run.md'), 'utf8')
  const [, block = ''] = /```nginx\n([\s\S]*?)```/.exec(guide) ?? []
  const [first = '', second = ''] = nodes.map((node) => new URL(node.url).host)
  const own = path.join(folder, 'nginx')
  mkdirSync(own)
  const [key, certificate] = [path.join(own, 'key.pem'), path.join(own, 'certificate.pem')]
  spawnSync('openssl', [
    ...'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost'.split(' '),
    '-keyout',
    key,
    '-out',
    certificate,
  ])
  const server = block
    .replace('10.0.0.11:3000', first)
    .replace('10.0.0.12:3000', second)
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replaceAll('entreprises.caisse.example', 'localhost')
    .replace('/etc/ssl/guichet.pem', certificate)
    .replace('/etc/ssl/guichet.key', key)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  )
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    path.join(own, 'nginx.conf'),
    `${user} daemon off; pid ${own}/pid; error_log ${own}/error.log; events {}
    http { access_log off; ${temporary.join(' ')}\n${server} }`,
  )
  const child = spawn(nginx, ['-p', own, '-e', `${own}/error.log`, '-c', `${own}/nginx.conf`])
  // A certificate that nobody else signed; other files of this worker look at theirs.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(`https://localhost:${port}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break
    await wait(100)
  }
  return child
}

// Where there is no nginx the same is asked of a proxy of ours, and what only nginx does is skipped.
describe('behind nginx, as the guide says', () => {
  it.skipIf(!hasNginx)(
    'whoever types the address without https is led to the one with it',
    async () => {
      const answer = await fetch(`http://localhost:${plain}/abonnement`, { redirect: 'manual' })
      expect(answer.status).toBe(301)
      expect(answer.headers.get('location')).toBe('https://localhost/abonnement')
    },
  )

  it('RE25: a file of millions of bytes passes as it comes, and is checked', async () => {
    await people.declare('2024T3', 20_000)
    const kept = await installation.database.ask<{ lines: number }>(
      'select accepted_lines as lines from declarations where quarter = 3 and year = 2024',
    )
    expect(kept).toEqual([{ lines: 20_000 }])
  }, 600_000)

  it.runIf(hasNginx)(
    'cookies are of TLS alone, whatever the portal itself is reached by',
    async () => {
      const answer = await fetch(`${url}/administration/connexion`)
      expect(answer.headers.get('strict-transport-security')).toContain('max-age')
      await people.invite()
      const cookies = [...people.delegate.visitor.cookies.keys()]
      expect(
        cookies.some((name) => name.startsWith('__Host-') || name.startsWith('__Secure-')),
      ).toBe(true)
    },
  )

  it('a visitor is known by the address that the proxy saw, not by the one they claim', async () => {
    const visitor = new Visitor(fetch, url)
    const form = await visitor.get('/administration/connexion')
    const claimed = (request: Request) => {
      request.headers.set('x-forwarded-for', '203.0.113.9')
      return fetch(request)
    }
    const liar = new Visitor(claimed, url)
    for (const [name, value] of visitor.cookies) liar.cookies.set(name, value)
    await liar.submit(form, { employerNumber: '900000', password: 'x' }, form.url)
    const seen = await installation.database.ask<{ key: string }>('select key from throttles')
    const keys = seen.map(({ key }) => key).join(' ')
    expect(keys).toMatch(/127\.0\.0\.1|::1/)
    expect(keys).not.toContain('203.0.113.9')
  })

  it.runIf(hasNginx)('the readiness of a node is for those inside', async () => {
    expect((await fetch(`${url}/ready`)).status).toBe(403)
  })

  it('RE3: while one node is gone, every page and form goes to the other, and no form twice', async () => {
    const [node] = installation.nodes
    await node?.end('SIGKILL')
    for (let index = 0; index < 8; index += 1) expect(await people.invite()).toBe(true)
    const twice = await installation.database.ask(
      `select email from profiles where login like 'agent%' group by email having count(*) > 1`,
    )
    expect(twice).toEqual([])
    await node?.start()
  })

  it.runIf(hasNginx)('stops when asked', async () => {
    proxy?.kill('SIGQUIT')
    if (proxy?.exitCode === null) await once(proxy, 'exit')
    expect(proxy?.exitCode).toBe(0)
  })
})
