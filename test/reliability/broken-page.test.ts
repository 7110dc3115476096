import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Visitor } from '../support/visitor.ts'
import { Installation } from './installation.ts'
import { People } from './people.ts'

let installation: Installation
let people: People
beforeAll(async () => {
  installation = await Installation.open()
  people = await People.on(installation)
})
afterAll(() => installation.close())

it('RE32: a page of a table changed on the disk is found by its checksum: what stands on it is a fault, and never served', async () => {
  const { database, url } = installation
  expect(await people.invite()).toBe(true)
  const [file] = await database.ask<{ path: string }>(
    `select pg_relation_filepath('delegates') as path`,
  )
  const visitor = new Visitor(fetch, url)
  for (const [name, value] of people.delegate.visitor.cookies) visitor.cookies.set(name, value)
  expect((await visitor.get('/administration')).status).toBe(200)
  await database.end('SIGINT')
  const page = openSync(path.join(database.folder, file?.path ?? ''), 'r+')
  writeSync(page, 'XXXX', 4_000)
  closeSync(page)
  await database.start()
  await installation.ready()
  const shown = await visitor.get('/administration')
  expect(shown.status).toBe(500)
  expect(shown.text).not.toContain(people.company.number)
  const [told] = await database.ask<{ failures: number }>(
    `select sum(checksum_failures)::integer as failures from pg_stat_database`,
  )
  expect(told?.failures).toBeGreaterThan(0)
})
