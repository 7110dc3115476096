import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { createLog } from '../log.ts'
import { findProjectRoot } from '../project-root.ts'
import { runJobs } from './run-jobs.ts'

let test: TestDatabase
const log = createLog('silent')

beforeAll(async () => {
  test = await testDatabase()
})

afterAll(() => test.close())

const add = (payload: unknown) =>
  test.ownerQuery(`select graphile_worker.add_job('probe', $1::json)`, [JSON.stringify(payload)])

describe('jobs', () => {
  it('of a killed program are taken over by another, and only those', async () => {
    await add({ wait: 'for ever' })
    const script = path.join(findProjectRoot(), 'test/support/run-one-job.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, test.ownerUrl], {
      cwd: findProjectRoot(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    const done: unknown[] = []
    const taskList = { probe: (payload: unknown) => void done.push(payload) }
    const jobs = await runJobs({
      ownerUrl: test.ownerUrl,
      timetable: '',
      log,
      taskList,
      silenceMs: 2_000,
    })
    await new Promise((resolve) => setTimeout(resolve, 3_500))
    expect(done).toEqual([])
    child.kill('SIGKILL')
    await expect.poll(() => done, { timeout: 15_000 }).toEqual([{ wait: 'for ever' }])
    await jobs.stop()
  })

  it('of a burst are all crossed off by a program that lives on, though connections are lost meanwhile', async () => {
    await test.ownerQuery(
      `select graphile_worker.add_job('probe', '{}'::json) from generate_series(1, 600)`,
    )
    const script = path.join(findProjectRoot(), 'test/support/run-burst.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, test.ownerUrl], {
      cwd: findProjectRoot(),
      // The library traces each connection it lost.
      stdio: ['ignore', 'pipe', 'ignore'],
    })
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
    await expect.poll(left, { timeout: 25_000 }).toBe(0)
    expect(child.exitCode).toBe(null)
    child.kill('SIGKILL')
  })

  it('go on after the server has closed every connection', async () => {
    const done: unknown[] = []
    const taskList = { probe: (payload: unknown) => void done.push(payload) }
    const jobs = await runJobs({ ownerUrl: test.ownerUrl, timetable: '', log, taskList })
    await test.ownerQuery(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await add({ after: 'the break' })
    await expect.poll(() => done, { timeout: 15_000 }).toEqual([{ after: 'the break' }])
    await jobs.stop()
  })
})
