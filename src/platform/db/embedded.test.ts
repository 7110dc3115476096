import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findProjectRoot } from '../project-root.ts'
import { withConnection } from './connection.ts'
import { asRole } from './connection-url.ts'
import { startEmbedded, type EmbeddedServer } from './embedded.ts'
import { keysFile } from './keys.ts'

const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

function emptyFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guichet-embedded-'))
  // What a killed program had started may still be writing there for a moment.
  cleanUps.push(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 }))
  return folder
}

async function start(dataFolder: string, report?: (error: Error) => void): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataFolder, careless: true, ...(report ? { report } : {}) })
  cleanUps.push(() => server.stop())
  return server
}

/** Another program on that folder, as this user or another. */
async function otherProgram(
  dataFolder: string,
  as: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<{ child: ChildProcess; said: { pid: number; found: boolean } }> {
  const script = path.join(findProjectRoot(), 'test/support/hold-embedded.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataFolder], {
    ...as,
    cwd: findProjectRoot(),
    env: { ...process.env, ...as.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleanUps.push(() => child.kill('SIGKILL'))
  const line = String(await once(child.stdout, 'data'))
  const said = { pid: Number(/"pid":(\d+)/.exec(line)?.[1]), found: line.includes('"found":true') }
  cleanUps.push(() => stopLeftServer(child, dataFolder))
  return { child, said }
}

/** What a killed program leaves, when the test has not started it again. */
async function stopLeftServer(child: ChildProcess, dataFolder: string): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  await (await startEmbedded({ dataFolder, careless: true })).stop()
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const ask = async (url: string, sql: string) =>
  withConnection(
    url,
    async (client) => (await client.query<{ answer: unknown }>(sql)).rows[0]?.answer,
  )

const isRoot = process.getuid?.() === 0

describe('a new embedded database', () => {
  it('opens to its own random password and to no other, over a private socket only', async () => {
    const dataFolder = emptyFolder()
    const { adminUrl, pid } = await start(dataFolder)
    expect(await ask(adminUrl, 'select 1 as answer')).toBe(1)
    for (const guess of ['', 'postgres', 'guichet', 'admin']) {
      const guessed = asRole(adminUrl, 'guichet_admin', guess)
      await expect(ask(guessed, 'select 1')).rejects.toThrow(/password/)
    }
    await expect(ask(asRole(adminUrl, 'postgres', ''), 'select 1')).rejects.toThrow(/password/)
    const socketFolder = new URL(adminUrl).searchParams.get('host') ?? ''
    expect(fs.statSync(socketFolder).mode & 0o777).toBe(0o700)
    expect(fs.statSync(keysFile(dataFolder)).mode & 0o777).toBe(0o600)
    expect(fs.statSync(path.dirname(keysFile(dataFolder))).mode & 0o777).toBe(0o700)
    expect(await ask(adminUrl, `select current_setting('listen_addresses') as answer`)).toBe('')
    expect(portsOf(pid)).toEqual([])
  })

  it('has checksums, sorts the same everywhere, and another password in each installation', async () => {
    const one = emptyFolder()
    const { adminUrl } = await start(one)
    expect(await ask(adminUrl, `select current_setting('data_checksums') as answer`)).toBe('on')
    expect(
      await ask(
        adminUrl,
        `select datlocprovider::text || ' ' || datlocale as answer from pg_database where datname = 'postgres'`,
      ),
    ).toBe('b C.UTF-8')
    const other = emptyFolder()
    await start(other)
    expect(fs.readFileSync(keysFile(one), 'utf8')).not.toBe(
      fs.readFileSync(keysFile(other), 'utf8'),
    )
  })

  it('is made whole even when a first attempt was cut short', async () => {
    const dataFolder = emptyFolder()
    fs.mkdirSync(path.join(dataFolder, 'postgres.new-1'))
    fs.writeFileSync(path.join(dataFolder, 'postgres.new-1', 'PG_VERSION'), '18\n')
    const { adminUrl } = await start(dataFolder)
    expect(await ask(adminUrl, 'select 1 as answer')).toBe(1)
    expect(fs.readdirSync(dataFolder).filter((name) => name.includes('.new'))).toEqual([])
  })

  it('is made whole while the first attempt of a program that was killed goes on writing', async () => {
    const dataFolder = emptyFolder()
    const script = path.join(findProjectRoot(), 'test/support/hold-embedded.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataFolder], {
      cwd: findProjectRoot(),
      stdio: 'ignore',
    })
    const begun = () => fs.readdirSync(dataFolder).some((name) => /^postgres($|\.new)/.test(name))
    await expect.poll(begun).toBe(true)
    await killed(child)
    const { adminUrl } = await start(dataFolder)
    expect(await ask(adminUrl, 'select 1 as answer')).toBe(1)
  })
})

describe('a program that is killed', () => {
  it('leaves its server, which the next one finds with everything in it', async () => {
    const dataFolder = emptyFolder()
    const { child, said } = await otherProgram(dataFolder)
    const shared = await startEmbedded({ dataFolder, share: true })
    await ask(shared.adminUrl, 'create table kept as select 42 as value')
    await killed(child)
    const server = await start(dataFolder)
    expect(server).toMatchObject({ found: true, pid: said.pid })
    expect(await ask(server.adminUrl, 'select value as answer from kept')).toBe(42)
  })

  it('and whose server is killed too loses nothing either', async () => {
    const dataFolder = emptyFolder()
    const { child, said } = await otherProgram(dataFolder)
    const shared = await startEmbedded({ dataFolder, share: true })
    await ask(shared.adminUrl, 'create table kept as select 43 as value')
    await killed(child)
    process.kill(said.pid, 'SIGKILL')
    const server = await start(dataFolder)
    expect(server.found).toBe(false)
    expect(await ask(server.adminUrl, 'select value as answer from kept')).toBe(43)
  })

  it('does not make the next one believe that a stranger is its server', async () => {
    const dataFolder = emptyFolder()
    await (await startEmbedded({ dataFolder, careless: true })).stop()
    const stranger = spawn('sleep', ['60'])
    cleanUps.push(() => stranger.kill())
    const folder = path.join(dataFolder, 'postgres')
    const lines = [stranger.pid, folder, 0, 5432, '/tmp/nowhere', '', ' 12345 0', 'ready']
    fs.writeFileSync(path.join(folder, 'postmaster.pid'), lines.join('\n'))
    fs.writeFileSync(path.join(dataFolder, 'postgres.lock'), `${stranger.pid} 1`)
    const server = await start(dataFolder)
    expect(server.found).toBe(false)
    expect(await ask(server.adminUrl, 'select 1 as answer')).toBe(1)
    expect(stranger.exitCode).toBeNull()
  })
})

describe('two programs on one folder', () => {
  it('cannot both run it: the second is told which one does', async () => {
    const dataFolder = emptyFolder()
    const { child } = await otherProgram(dataFolder)
    await expect(startEmbedded({ dataFolder })).rejects.toThrow(
      `A portal already runs on the data folder ${dataFolder} (process ${child.pid})`,
    )
  })

  it('may share it for a while, without stopping it', async () => {
    const dataFolder = emptyFolder()
    const owner = await start(dataFolder)
    const guest = await startEmbedded({ dataFolder, share: true })
    await guest.stop()
    expect(await ask(owner.adminUrl, 'select 1 as answer')).toBe(1)
  })

  it('may follow each other', async () => {
    const dataFolder = emptyFolder()
    const { child } = await otherProgram(dataFolder)
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect((await start(dataFolder)).found).toBe(false)
  })
})

describe('a server that dies while the portal runs', () => {
  it('is started again at the same place', async () => {
    const reports: string[] = []
    const server = await start(emptyFolder(), (error) => reports.push(error.message))
    await ask(server.adminUrl, 'create table kept as select 44 as value')
    process.kill(server.pid, 'SIGKILL')
    await expect
      .poll(() => ask(server.adminUrl, 'select value as answer from kept').catch(() => null))
      .toBe(44)
    expect(reports.join()).toContain('has died')
  })
})

describe('a lost password', () => {
  it('is said, rather than replaced by one that opens nothing', async () => {
    const dataFolder = emptyFolder()
    await (await startEmbedded({ dataFolder, careless: true })).stop()
    fs.rmSync(keysFile(dataFolder))
    await expect(startEmbedded({ dataFolder })).rejects.toThrow('Put that file back from a backup')
  })
})

describe.runIf(isRoot)('started by root', () => {
  it('works below a folder closed to everybody else', async () => {
    const closed = emptyFolder()
    fs.chmodSync(closed, 0o700)
    const { adminUrl } = await start(path.join(closed, 'below', 'data'))
    expect(await ask(adminUrl, 'select 1 as answer')).toBe(1)
  })

  it('works where user namespaces are forbidden, as the unprivileged user', async () => {
    const dataFolder = emptyFolder()
    fs.chmodSync(dataFolder, 0o755)
    const { said } = await otherProgram(dataFolder, { env: { GUICHET_NO_NAMESPACE: '1' } })
    expect(fs.statSync(`/proc/${said.pid}`).uid).toBe(65_534)
    const shared = await startEmbedded({ dataFolder, share: true })
    expect(await ask(shared.adminUrl, 'select 1 as answer')).toBe(1)
  })

  it('is the same thing as started by an ordinary user', async () => {
    const dataFolder = emptyFolder()
    fs.chownSync(dataFolder, 65_534, 65_534)
    const { child, said } = await otherProgram(dataFolder, { uid: 65_534, gid: 65_534 })
    expect(fs.statSync(`/proc/${said.pid}`).uid).toBe(65_534)
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(fs.existsSync(path.join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false)
    const server = await start(dataFolder)
    expect(fs.statSync(`/proc/${server.pid}`).uid).toBe(65_534)
  })
})

/** TCP ports a process listens on, where the system shows them. */
function portsOf(pid: number): string[] {
  if (!fs.existsSync('/proc/net/tcp')) return []
  const listening = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((file) => fs.existsSync(file))
    .flatMap((file) => fs.readFileSync(file, 'utf8').trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A')
  const sockets = fs
    .readdirSync(`/proc/${pid}/fd`)
    .map((fd) => fs.readlinkSync(`/proc/${pid}/fd/${fd}`))
  return listening
    .filter((fields) => sockets.includes(`socket:[${fields[9]}]`))
    .map((fields) => fields[1] ?? '')
}
