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

  it('of a burst are all done and crossed off, though connections are lost meanwhile', async () => {
    let done = 0
    const lose = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'guichet (jobs)'`
    const probe = async () => {
      done += 1
      if (done % 150 === 0) await test.ownerQuery(lose)
    }
    await test.ownerQuery(
      `select graphile_worker.add_job('probe', '{}'::json) from generate_series(1, 600)`,
    )
    const jobs = await runJobs({ ownerUrl: test.ownerUrl, timetable: '', log, taskList: { probe } })
    const left = async () =>
      (
        await test.ownerQuery<{ left: number }>(
          'select count(*)::integer as left from graphile_worker._private_jobs where locked_at is null',
        )
      )[0]?.left
    await expect.poll(left, { timeout: 20_000 }).toBe(0)
    expect(done).toBeGreaterThanOrEqual(600)
    await jobs.stop()
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
