import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import {
  eraseDemonstration,
  holdsEmployers,
  isSeeded,
  markInstallation,
  markSeeded,
} from './installation.ts'
import { findMigrations } from '../platform/project-root.ts'

let test: TestDatabase

beforeEach(async () => {
  test = await testDatabase()
})

afterEach(() => test.close())

const anEmployer = () =>
  test.ownerQuery(
    `insert into employers (employer_number, name, joined_on) values ('005839', 'Atlas', '1999-01-01')`,
  )

describe('an empty database', () => {
  it('becomes a demonstration for ever', async () => {
    await markInstallation(test.ownerUrl, true)
    await markInstallation(test.ownerUrl, true)
    await expect(markInstallation(test.ownerUrl, false)).rejects.toThrow('is a demonstration')
  })

  it('becomes the real thing for ever', async () => {
    await markInstallation(test.ownerUrl, false)
    await markInstallation(test.ownerUrl, false)
    await expect(markInstallation(test.ownerUrl, true)).rejects.toThrow('not a demonstration')
  })
})

describe('a database with companies in it', () => {
  it('that nobody marked is never made a demonstration', async () => {
    await anEmployer()
    expect(await holdsEmployers(test.ownerUrl)).toBe(true)
    await expect(markInstallation(test.ownerUrl, true)).rejects.toThrow('not a demonstration')
  })
})

describe('a demonstration that was killed while it was made', () => {
  it('is told from one that is whole: the mark comes last', async () => {
    await markInstallation(test.ownerUrl, true)
    await anEmployer()
    expect(await isSeeded(test.ownerUrl)).toBe(false)
    await markSeeded(test.ownerUrl)
    expect(await isSeeded(test.ownerUrl)).toBe(true)
  })

  it('begins again from nothing, and is marked anew', async () => {
    await markInstallation(test.ownerUrl, true)
    await anEmployer()
    await markSeeded(test.ownerUrl)
    await eraseDemonstration(test.ownerUrl)
    await migrate(test.ownerUrl, findMigrations())
    await markInstallation(test.ownerUrl, true)
    expect(await isSeeded(test.ownerUrl)).toBe(false)
  })

  it('is never the real thing', async () => {
    await markInstallation(test.ownerUrl, false)
    await markSeeded(test.ownerUrl)
    expect(await isSeeded(test.ownerUrl)).toBe(false)
  })
})

describe('beginning a demonstration again', () => {
  it('leaves a database as new, ready for the next one', async () => {
    await markInstallation(test.ownerUrl, true)
    await anEmployer()
    await eraseDemonstration(test.ownerUrl)
    const applied = await migrate(test.ownerUrl, findMigrations())
    expect(applied.length).toBeGreaterThan(0)
    expect(await holdsEmployers(test.ownerUrl)).toBe(false)
    await markInstallation(test.ownerUrl, true)
    const { length } = await test.db.transaction({ as: 'public' }, (tx) =>
      tx.named('probe.installation', 'select demonstration from installation'),
    )
    expect(length).toBe(1)
  })
})
