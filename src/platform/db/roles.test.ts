import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withConnection } from './connection.ts'
import { type OpenServer, openServer } from './prepare-database.ts'

const places: string[] = []
let portal: OpenServer

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-roles-'))
  places.push(folder)
  return folder
}

beforeAll(async () => {
  portal = await openServer({ url: null, appUrl: null, dataFolder: newFolder() })
})
afterAll(async () => {
  await portal.stop()
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

describe('another data folder on the server of a portal', () => {
  const openElsewhere = () =>
    openServer({ url: portal.ownerUrl, appUrl: null, dataFolder: newFolder() })
  const ask = () => withConnection(portal.appUrl, (client) => client.query('select 1'))

  it('does not take the password from a portal that is at work, and says what to do', async () => {
    await withConnection(portal.appUrl, async () => {
      await expect(openElsewhere()).rejects.toThrow(
        /database guichet\)\. Nothing was changed\. .*keys\/postgres\.json.*DATABASE_APP_URL/,
      )
    })
    await expect(ask()).resolves.toBeDefined()
  })

  it('sets its own once nobody works with the role', async () => {
    const { appUrl } = await openElsewhere()
    await withConnection(appUrl, (client) => client.query('select 1'))
    await expect(ask()).rejects.toThrow(/password/)
  })
})
