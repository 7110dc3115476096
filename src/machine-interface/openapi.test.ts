import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { freePort } from '../../test/support/free-port.ts'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProjectRoot } from '../platform/project-root.ts'
import {
  aDelegate,
  anEmployer,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { aKey, described } from '../../test/support/machine.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { examplesAt, standIns } from './examples.ts'

const golden = 'test/golden/declarations/CIMR_005839_T3_2024.txt'

let site: TestSite
let origin: string
let server: ReturnType<typeof serve>
let employer: TestEmployer
let delegate: TestPerson

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  site = await openSite(origin)
  server = serve({ fetch: site.fetch, port, hostname: 'localhost' })
  employer = await anEmployer(site, { number: '005839', categories: ['01'] })
  delegate = await aDelegate(site, employer)
})
afterAll(async () => {
  server.close()
  await site.close()
})

// oxlint-disable-next-line typescript/no-explicit-any -- a document as programs read it
async function description(language = 'fr'): Promise<any> {
  const answer = await fetch(`${origin}/api/v1/openapi.json?lang=${language}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).toBeNull()
  return answer.json()
}

describe('the description of the interface', () => {
  it('names every route, what it takes and every answer it may give', async () => {
    const { openapi, paths } = await description()
    expect(openapi).toBe('3.1.0')
    const told = Object.entries(paths).flatMap(([address, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${address}`),
    )
    const routes = described.map(
      ({ method, pattern }) => `${method} ${pattern.replace(/:([a-z]+)/g, '{$1}')}`,
    )
    expect(told.toSorted()).toEqual(routes.toSorted())
    const declare = paths['/api/v1/declarations'].post
    expect(declare.summary).not.toBe('')
    expect(declare.parameters.map(({ name }: { name: string }) => name)).toEqual([
      'category',
      'quarter',
      'name',
      'replaces',
      'lang',
      'Idempotency-Key',
    ])
    expect(Object.keys(declare.responses)).toEqual(
      expect.arrayContaining(['201', '202', '401', '403', '409', '413', '415', '422', '429']),
    )
  })

  it('refers to nothing that it does not hold, and gives every operation a name of its own', async () => {
    const document = await description()
    const text = JSON.stringify(document)
    for (const [, place = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = place.split('/').reduce((at, name) => at?.[name], document)
      expect(found, place).toBeDefined()
    }
    const names = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, name]) => name)
    expect(new Set(names).size).toBe(described.length)
  })

  it('is told in the language asked for', async () => {
    expect((await description('ar')).info.title).toContain('واجهة لبرامجكم')
  })
})

describe('the examples of the page', () => {
  it('work as they stand, from the check to the receipt and the statement', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'guichet-curl-'))
    await copyFile(path.join(findProjectRoot(), golden), path.join(folder, path.basename(golden)))
    const declares = await aKey(site, employer, { delegate })
    const reads = await aKey(site, employer, { delegate, service: 'employer_account' })
    const known = { id: '', receipt: '' }
    // oxlint-disable-next-line typescript/no-explicit-any -- each example answers something else
    const run = async (name: string): Promise<any> => {
      const example = examplesAt(origin).find((one) => one.name === name)
      const key = name === 'statement' || name === 'csv' ? reads : declares
      const command = (example?.command ?? '')
        .replace(`Bearer ${standIns.key}`, `Bearer ${key}`)
        .replace(`declarations/${standIns.id}`, `declarations/${known.id}`)
        .replace(standIns.receipt, known.receipt)
      const { stdout } = await promisify(execFile)(
        'sh',
        ['-c', `${command} --silent --fail-with-body`],
        {
          cwd: folder,
        },
      )
      return stdout.startsWith('{') ? JSON.parse(stdout) : stdout
    }
    expect((await run('check')).accepted).toBe(3)
    known.id = (await run('declare')).id
    await confirmUnknownMembers(known.id, declares)
    expect((await run('read')).check.version).toBe(2)
    await rewindVersion(known.id)
    expect((await run('confirm')).check.obstacle).toBeNull()
    known.receipt = (await run('send')).number
    expect((await run('receipts')).receipts).toHaveLength(1)
    await run('pdf')
    expect((await readFile(path.join(folder, 'recu.pdf'))).subarray(0, 4).toString()).toBe('%PDF')
    expect((await run('statement')).entries).toHaveLength(1)
    expect(await run('csv')).toContain('14490.11')
    await rm(folder, { recursive: true, force: true })
  })
})

/** The members of the golden lines are new to this company: the example is about the one that anybody would confirm. */
async function confirmUnknownMembers(id: string, key: string): Promise<void> {
  const answer = await fetch(`${origin}/api/v1/declarations/${id}/confirmations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      version: 1,
      code: 'member_unknown',
      field: 'memberNumber',
      reason: 'Vérifié avec la paie',
    }),
  })
  expect(answer.status).toBe(200)
}

/** As if the program had found only the doubt of the example. */
async function rewindVersion(depositId: string): Promise<void> {
  await site.database.ownerQuery('update declarations set version = 1 where deposit_id = $1', [
    depositId,
  ])
}
