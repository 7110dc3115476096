import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Installation } from './installation.ts'
import { People } from './people.ts'

/** Acknowledged calls looked at; a thousand with RE6_CALLS=1000. */
const calls = Number(process.env['RE6_CALLS'] ?? 25)

let installation: Installation
let people: People
beforeAll(async () => {
  // Jobs would flush the log for themselves.
  installation = await Installation.open({ args: ['--without-worker'] })
  people = await People.on(installation)
})
afterAll(() => installation.close())

interface Window {
  readonly from: number
  readonly until: number
}

const hasStrace = spawnSync('strace', ['-V']).status === 0

// Where system calls cannot be followed (no strace), these are skipped, which the report of the run shows.
describe.skipIf(!hasStrace)('between a form and its answer', () => {
  it(`RE6: PostgreSQL has written its log through to the disk before it says committed, ${calls} times of ${calls}`, async () => {
    expect(await people.invite()).toBe(true)
    const { flushed, windows } = await traced(calls)
    expect(windows).toHaveLength(calls)
    expect(flushed).toBe(calls)
  }, 600_000)

  it('RE6: and this look would tell one that does not', async () => {
    const { database } = installation
    await database.ask('alter role guichet_app set synchronous_commit = off')
    await database.ask(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'guichet_app'`,
    )
    await expect.poll(() => people.invite()).toBe(true)
    const { flushed, windows } = await traced(5)
    expect(flushed).toBeLessThan(windows.length)
  }, 600_000)
})

/** So many acknowledged calls one after the other, and in how many of them some process of PostgreSQL flushed, then said COMMIT. */
async function traced(count: number): Promise<{ flushed: number; windows: Window[] }> {
  const { database, folder } = installation
  const output = path.join(folder, 'strace.txt')
  const followed = 'trace=fdatasync,fsync,sendto'
  const how = ['-f', '-qq', '-y', '-ttt', '-s', '20000', '-e', followed, '-o', output]
  const whom = database.processes()
  const pids = whom.flatMap((pid) => ['-p', String(pid)])
  const strace = spawn('strace', how.concat(pids), { stdio: 'ignore' })
  await expect.poll(() => whom.filter((pid) => !isFollowed(pid))).toEqual([])
  const windows: Window[] = []
  while (windows.length < count) {
    const from = Date.now() / 1000
    // The clock is read to the millisecond, the calls to less: one of this millisecond came before it was over.
    if (await people.invite()) windows.push({ from, until: (Date.now() + 1) / 1000 })
  }
  strace.kill('SIGINT')
  await once(strace, 'exit')
  const events = readFileSync(output, 'utf8').split('\n').flatMap(eventOf)
  return { flushed: windows.filter((window) => isFlushedIn(window, events)).length, windows }
}

/** Whether somebody follows its calls; one that has ended since is followed by nobody. */
function isFollowed(pid: number): boolean {
  const file = `/proc/${pid}/status`
  return !existsSync(file) || !/^TracerPid:\s+0$/m.test(readFileSync(file, 'utf8'))
}

interface Event {
  readonly pid: string
  readonly at: number
  readonly what: 'flush' | 'commit'
}

function eventOf(line: string): Event[] {
  const [, pid = '', at = '', call = ''] = /^(\d+)\s+(\d+\.\d+) (.*)$/.exec(line) ?? []
  const isFlush = /^(?:fdatasync|fsync)\(\d+<[^>]*\/pg_wal\//.test(call)
  const isCommit = /^sendto\(.*COMMIT\\0/.test(call)
  if (!isFlush && !isCommit) return []
  return [{ pid, at: Number(at), what: isFlush ? 'flush' : 'commit' }]
}

/** By the same process, in that order, after the form was sent and before its answer came. */
function isFlushedIn({ from, until }: Window, events: readonly Event[]): boolean {
  const within = events.filter(({ at }) => at >= from && at <= until)
  return within.some(
    ({ what, pid, at }) =>
      what === 'flush' &&
      within.some((one) => one.what === 'commit' && one.pid === pid && one.at > at),
  )
}
