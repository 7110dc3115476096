import { readdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { saveFile } from './keep-file.ts'
import { sweepFiles } from './sweep-files.ts'

let site: TestSite
let folder: string
beforeAll(async () => {
  site = await openSite()
  folder = path.join(site.app.config.dataFolder, 'files')
})
afterAll(() => site.close())

const placeOf = (hash: Buffer) => {
  const name = hash.toString('hex')
  return path.join(folder, name.slice(0, 2), name)
}

/** As if it had been kept so many hours before the portal's clock. */
async function kept(text: string, hoursAgo: number): Promise<Buffer> {
  const hash = await site.app.files.put(Buffer.from(text))
  const then = new Date(site.clock.now().getTime() - hoursAgo * 3_600_000)
  await utimes(placeOf(hash), then, then)
  return hash
}

const known = (sha256: Buffer, name: string) =>
  site.app.db.transaction({ as: 'system' }, (tx) =>
    saveFile(tx, {
      employerId: null,
      sha256,
      size: 1,
      mediaType: 'text/plain',
      name,
      purpose: 'declaration',
      storedAt: site.clock.now(),
    }),
  )

describe('the disk compared with the database', () => {
  it('loses what became nobody’s file within a day, and nothing else', async () => {
    const [orphan, young, own] = [await kept('a', 25), await kept('b', 23), await kept('c', 1_000)]
    await known(own, 'own')
    expect(await sweepFiles(site.app)).toEqual({ removed: 1, missing: [] })
    expect(await site.app.files.has(orphan)).toBe(false)
    expect(await site.app.files.has(young)).toBe(true)
    expect(await site.app.files.has(own)).toBe(true)
    expect(await readdir(path.join(folder, 'aside'))).toEqual([])
  })

  it('keeps a forgotten content that somebody has just sent again', async () => {
    const orphan = await kept('again', 30)
    const temporary = await site.app.files.temporaryPath()
    await writeFile(temporary, 'again')
    site.clock.set(new Date())
    await site.app.files.keepCopy(temporary, orphan)
    await sweepFiles(site.app)
    expect((await site.app.files.read(orphan)).toString()).toBe('again')
  })

  it('tells whoever runs the portal of a file whose content is gone', async () => {
    const gone = await kept('gone', 1)
    const id = await known(gone, 'gone')
    await rm(placeOf(gone))
    expect((await sweepFiles(site.app)).missing).toEqual([id])
    expect(site.logged.join('\n')).toContain('the content of a file is not on the disk')
    expect(site.logged.join('\n')).toContain(id)
  })

  it('runs every night', async () => {
    const orphan = await kept('at night', 30)
    await site.database.ownerQuery(`select graphile_worker.add_job('sweep-files')`)
    await site.runJobs()
    expect(await site.app.files.has(orphan)).toBe(false)
  })
})
