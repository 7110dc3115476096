import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Visitor } from '../support/visitor.ts'
import { Installation, ports } from './installation.ts'
import { People } from './people.ts'
import { PortalNode } from './portal-node.ts'
import { PostgresServer } from './postgres-server.ts'

const soon = { timeout: 120_000, interval: 100 }

describe('a PostgreSQL that is away', () => {
  let installation: Installation
  let people: People
  beforeAll(async () => {
    installation = await Installation.open()
    people = await People.on(installation)
  }, 600_000)
  afterAll(() => installation.close())

  it('RE5: is said on every page with when to come back, and nobody touches the program for it to go on', async () => {
    const { database, nodes, post, url } = installation
    expect(await people.invite()).toBe(true)
    const stranger = new Visitor(fetch, url)
    const door = '/administration/connexion'
    const form = await stranger.get(`${door}?lang=ar`)
    await database.end('SIGQUIT')
    const refused = await stranger.submit(form, { employerNumber: '900000', password: 'x' }, door)
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.document.querySelector('html')?.getAttribute('dir')).toBe('rtl')
    // The clients take a 503 for an outage, and say it so.
    await expect(people.delegate.visitor.raw('/administration')).rejects.toThrow('is away')
    // What needs no database is read as before.
    expect((await fetch(url + door)).status).toBe(200)
    expect(await nodes[0]?.status('/ready')).toBe(503)
    expect(await nodes[0]?.status('/public/app.css')).toBe(200)
    // As long as it takes for connections that break at every try.
    await new Promise((waited) => setTimeout(waited, 3_000))
    expect(nodes[0]?.isRunning()).toBe(true)
    await database.start()
    await expect.poll(() => nodes[0]?.status('/ready'), soon).toBe(200)
    const arrived = post.arrived.length
    await expect.poll(() => people.invite(), soon).toBe(true)
    await expect.poll(() => post.arrived.length, soon).toBeGreaterThan(arrived)
  }, 600_000)
})

describe('a PostgreSQL that does not keep what it acknowledges', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'guichet-careless-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('RE8: is not started on: the program says which setting would lose work, and ends', async () => {
    const dataFolder = path.join(folder, 'data')
    const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
    const server = await PostgresServer.on(path.join(folder, 'postgres'), dataFolder, careless)
    try {
      await server.prepare()
      const [port = 0] = await ports(1)
      const node = new PortalNode(port, {
        GUICHET_DATA: dataFolder,
        GUICHET_URL: `http://localhost:${port}`,
        SMTP_URL: 'smtp://127.0.0.1:9',
        DATABASE_URL: server.ownerUrl,
      })
      await expect(node.start()).rejects.toThrow('does not start')
      expect(await node.end('SIGTERM')).toBe(1)
      for (const name of Object.keys(careless)) expect(node.said).toContain(`${name} = off`)
    } finally {
      await server.end('SIGQUIT')
    }
  }, 600_000)
})
