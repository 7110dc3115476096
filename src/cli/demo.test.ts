import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { freePort } from '../../test/support/free-port.ts'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startEmbedded } from '../platform/db/embedded.ts'
import { findProjectRoot } from '../platform/project-root.ts'

const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'guichet-demo-'))
let program: ChildProcess | undefined

afterEach(async () => {
  if (program?.exitCode === null) program.kill('SIGKILL')
  await (await startEmbedded({ dataFolder })).stop()
  fs.rmSync(dataFolder, { recursive: true, force: true })
})

interface Started {
  url: string
  said: () => string
}

async function start(...args: string[]): Promise<Started> {
  const port = await freePort()
  const child = spawn(process.execPath, ['bin/guichet.mjs', 'demo', ...args], {
    cwd: findProjectRoot(),
    env: { PATH: process.env['PATH'], PORT: String(port), GUICHET_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  program = child
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const url = `http://localhost:${port}`
  const answers = () =>
    fetch(`${url}/health`).then(
      (answer) => answer.status,
      () => said,
    )
  // Making the demonstration takes a busy machine its time.
  await expect.poll(answers, { timeout: 200_000 }).toBe(200)
  return { url, said: () => said }
}

async function stop(signal: NodeJS.Signals): Promise<number | null> {
  if (!program) return null
  program.kill(signal)
  await once(program, 'exit')
  return program.exitCode
}

const accounts = () => fs.readFileSync(path.join(dataFolder, 'demo-accounts.json'), 'utf8')

const passwords = () => [...accounts().matchAll(/"password": "([^"]+)"/g)].map(([, found]) => found)

describe('the demonstration', () => {
  it('starts from nothing, stops cleanly, is found again after a kill, and begins again when asked', async () => {
    const first = await start()
    expect((await fetch(`${first.url}/public/app.css`)).status).toBe(200)
    await expect.poll(first.said).toContain(first.url)
    const made = passwords()
    expect(made.length).toBeGreaterThan(5)
    for (const password of made) expect(first.said()).toContain(password)
    expect(fs.statSync(path.join(dataFolder, 'demo-accounts.json')).mode & 0o777).toBe(0o600)
    expect(await stop('SIGTERM')).toBe(0)
    expect(fs.existsSync(path.join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false)

    const second = await start()
    expect(passwords()).toEqual(made)
    expect(accounts()).toContain(`"signInUrl": "${second.url}/`)
    await stop('SIGKILL')

    await start()
    expect(passwords()).toEqual(made)
    expect(await stop('SIGINT')).toBe(0)

    await start('--reset')
    expect(passwords()).not.toContain(made[0])
    expect(await stop('SIGTERM')).toBe(0)
  }, 600_000)
})
