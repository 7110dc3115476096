import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { withConnection } from '../db/connection.ts'
import { createLog } from '../log.ts'
import { findProjectRoot } from '../project-root.ts'
import { runJobs } from './run-jobs.ts'
import { takeOver } from './take-over-jobs.ts'

let test: TestDatabase
const log = createLog('silent')

beforeAll(async () => {
  test = await testDatabase()
})

afterAll(() => test.close())

const add = (payload: unknown) =>
  test.ownerQuery(`select graphile_worker.add_job('probe', $1::json)`, [JSON.stringify(payload)])

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** A program of its own on this database. It ends with the test, whatever becomes of either. */
function program(name: string): ChildProcessByStdio<Writable, Readable, null> {
  const script = path.join(findProjectRoot(), `test/support/${name}.ts`)
  const child = spawn(process.execPath, ['--import', 'tsx', script, test.ownerUrl], {
    cwd: findProjectRoot(),
    // The library traces each connection it lost.
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  children.push(child)
  return child
}

function gate(): { readonly passed: Promise<void>; open(): void } {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open: () => open() }
}

/** Other programs of the machine may keep it waiting. */
const patient = { timeout: 300_000 }
const soon = { timeout: 120_000 }

describe('jobs', patient, () => {
  it('of a killed program are taken over by another', async () => {
    await add({ wait: 'for ever' })
    const child = program('run-one-job')
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    const done: unknown[] = []
    const taskList = { probe: (payload: unknown) => void done.push(payload) }
    const { ownerUrl } = test
    const jobs = await runJobs({ ownerUrl, timetable: '', log, taskList, silenceMs: 2_000 })
    await expect.poll(() => done, soon).toEqual([{ wait: 'for ever' }])
    await jobs.stop()
  })

  // Told to the database, without a clock of ours: a busy machine must not look like a dead program.
  it('of a program that gives signs, or has just begun, are left alone', async () => {
    await test.ownerQuery('delete from graphile_worker._private_jobs')
    await test.ownerQuery('delete from platform.workers')
    const lock = async (worker: string, secondsAgo: number) => {
      await add({ worker })
      await test.ownerQuery(
        `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - $2 * interval '1 second'
          where payload ->> 'worker' = $1`,
        [worker, secondsAgo],
      )
    }
    const sign = (worker: string, secondsAgo: number) =>
      test.ownerQuery(
        `insert into platform.workers (id, seen_at) values ($1, now() - $2 * interval '1 second')`,
        [worker, secondsAgo],
      )
    await lock('alive', 3_600)
    await sign('alive', 5)
    await lock('just begun', 5)
    await lock('silent', 3_600)
    await sign('silent', 60)
    await lock('never seen', 60)
    await withConnection(test.ownerUrl, (client) => takeOver(client, 20_000))
    const held = await test.ownerQuery<{ worker: string }>(
      `select locked_by as worker from graphile_worker._private_jobs where locked_by is not null order by 1`,
    )
    expect(held.map(({ worker }) => worker)).toEqual(['alive', 'just begun'])
    await test.ownerQuery('delete from graphile_worker._private_jobs')
  })

  it('of a burst are all crossed off by a program that lives on, though connections are lost meanwhile', async () => {
    await test.ownerQuery(
      `select graphile_worker.add_job('probe', '{}'::json) from generate_series(1, 600)`,
    )
    const child = program('run-burst')
    await once(child.stdout, 'data')
    for (let times = 0; times < 3; times += 1) {
      await test.ownerQuery(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'guichet (jobs)'`,
      )
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    const left = async () =>
      (await test.ownerQuery('select from graphile_worker._private_jobs')).length
    await expect.poll(left, soon).toBe(0)
    expect(child.exitCode).toBe(null)
  })

  it('stop when asked while they wait to start again', async () => {
    const child = program('stop-while-restarting')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  // The library does not await this: a minute after the jobs had stopped, the connection it still waited for ended the program.
  it('under way when they are asked to stop are done and crossed off before they have stopped', async () => {
    await test.ownerQuery('delete from graphile_worker._private_jobs')
    await add({ at: 'the end' })
    const begun = gate()
    const probe = async () => {
      begun.open()
      await wait(300)
    }
    const { ownerUrl } = test
    const jobs = await runJobs({ ownerUrl, timetable: '', log, taskList: { probe } })
    await begun.passed
    await jobs.stop()
    expect(await test.ownerQuery('select from graphile_worker._private_jobs')).toEqual([])
  })

  it('go on after the server has closed every connection', async () => {
    const done: unknown[] = []
    const taskList = { probe: (payload: unknown) => void done.push(payload) }
    const jobs = await runJobs({ ownerUrl: test.ownerUrl, timetable: '', log, taskList })
    await test.ownerQuery(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await add({ after: 'the break' })
    await expect.poll(() => done, soon).toEqual([{ after: 'the break' }])
    await jobs.stop()
  })
})
