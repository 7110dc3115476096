import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { S3Store } from '../../../test/support/s3.ts'
import { withConnection } from '../db/connection.ts'
import type { FileStore } from '../files/file-store.ts'
import { openFileStore } from '../files/open-file-store.ts'
import { parseS3Address } from '../files/s3/address.ts'
import { saveDocuments } from './save-documents.ts'

let database: TestDatabase
let store: S3Store
let folder: string
let files: FileStore
beforeAll(async () => {
  database = await testDatabase()
  store = await S3Store.open()
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-documents-'))
  files = openFileStore({ dataFolder: folder, fileStore: parseS3Address(store.url) ?? null })
})
afterAll(async () => {
  await Promise.all([database.close(), store.close()])
  await rm(folder, { recursive: true, force: true })
})

async function aDocument(content: string, checkState = 'unchecked'): Promise<Buffer> {
  const sha256 = await files.put(Buffer.from(content))
  await database.ownerQuery(
    `insert into files (sha256, size, media_type, name, purpose, stored_at, check_state, checked_at)
      values ($1, 1, 'application/pdf', 'x', 'letter_proof', now(), $2, case when $2 = 'infected' then now() end)`,
    [sha256, checkState],
  )
  return sha256
}

const saved = (place: string) =>
  withConnection(database.adminUrl, (owner) =>
    saveDocuments(owner, files, path.join(folder, place)),
  )

it('is whole without what a scanner found infected, which is kept nowhere', async () => {
  await aDocument('sain')
  const infected = await aDocument('infecté', 'infected')
  await files.contents.remove(infected.toString('hex'))
  expect(await saved('without')).toMatchObject({ count: 1, missing: [] })
})

it('names what is gone from the store', async () => {
  const gone = (await aDocument('parti')).toString('hex')
  await files.contents.remove(gone)
  expect(await saved('gone')).toMatchObject({ count: 1, missing: [gone] })
})

it('RE32: is not made while the store does not answer: nothing is taken for missing', async () => {
  store.isAway = true
  await expect(saved('away')).rejects.toMatchObject({ code: 'STORE_AWAY' })
  store.isAway = false
  expect((await saved('back')).count).toBe(1)
})
