import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { decideConfig } from '../config.ts'
import { asRole } from '../platform/db/connection-url.ts'
import { Closing, openFound } from './platform.ts'

let database: TestDatabase
const data = mkdtempSync(path.join(tmpdir(), 'guichet-platform-'))
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.close()
  rmSync(data, { recursive: true, force: true })
})

function openAt(DATABASE_URL: string, DATABASE_APP_URL: string) {
  const config = decideConfig(
    { DATABASE_URL, DATABASE_APP_URL, GUICHET_DATA: data },
    'demonstration',
  )
  return openFound(config, new Closing())
}

const locked = (url: string) => asRole(url, new URL(url).username, 'hunter2')

describe('a database that does not open', () => {
  it('is told by the setting that leads there, without its password', async () => {
    const { ownerUrl, appUrl } = database
    const [ofOwner, ofProgram] = await Promise.all(
      [openAt(locked(ownerUrl), appUrl), openAt(ownerUrl, locked(appUrl))].map((opening) =>
        opening.then(String, String),
      ),
    )
    expect(ofOwner).toContain('that DATABASE_URL is right')
    expect(ofProgram).toContain('that DATABASE_APP_URL is right')
    for (const said of [ofOwner, ofProgram]) expect(said).not.toContain('hunter2')
  })
})
