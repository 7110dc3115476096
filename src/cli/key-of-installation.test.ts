import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { decideConfig } from '../config.ts'
import { runBackup } from './backup.ts'
import { markInstallation } from './installation.ts'
import { Closing, openContext } from './platform.ts'

let database: TestDatabase
const places: string[] = []
beforeAll(async () => {
  database = await testDatabase()
  await markInstallation(database.ownerUrl, true)
})
afterAll(async () => {
  await database.close()
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-key-'))
  places.push(folder)
  return folder
}

async function openWith(dataFolder: string): Promise<void> {
  const closing = new Closing()
  try {
    const config = decideConfig({ GUICHET_DATA: dataFolder }, 'demonstration')
    await openContext(config, database, closing)
  } finally {
    await closing.all()
  }
}

describe('a database that was sealed with one key', () => {
  const first = newFolder()

  it('takes the folder of that key again, and none of a node whose key was not copied', async () => {
    await openWith(first)
    await openWith(first)
    const other = newFolder()
    await expect(openWith(other)).rejects.toThrow(/is not there: .*Copy keys\/master\.key/)
    // A key made here now would be taken for the right one later.
    expect(readdirSync(other)).toEqual([])
  })

  it('takes no other key, for whatever is asked', async () => {
    const other = newFolder()
    const elsewhere = await testDatabase()
    try {
      await openContext(
        decideConfig({ GUICHET_DATA: other }, 'demonstration'),
        elsewhere,
        new Closing(),
      ).then((app) => app.close())
    } finally {
      await elsewhere.close()
    }
    await expect(openWith(other)).rejects.toThrow(/is not the key in/)
    const env = {
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      GUICHET_DATA: other,
    }
    const destination = path.join(newFolder(), 'backup')
    await expect(runBackup({ env, files: [destination], options: {} })).rejects.toThrow(
      /is not the key in/,
    )
  })
})
