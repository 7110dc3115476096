import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { goodFile, PartSender, sha256Of } from '../../../test/support/depositing.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { noSmallDisk, SmallDisk } from '../../../test/support/small-disk.ts'
import type { Visitor } from '../../../test/support/visitor.ts'

let site: TestSite
let employer: TestEmployer
let visitor: Visitor
let folder: string
let disk: SmallDisk
beforeEach(async () => {
  site = await openSite()
  employer = await anEmployer(site)
  visitor = await signedIn(site, await aProfile(site, employer), employer)
  folder = path.join(site.app.config.dataFolder, 'files')
  await mkdir(folder, { recursive: true })
  disk = new SmallDisk(folder, 80)
})
afterEach(async () => {
  disk.remove()
  await site.close()
})

const isCheck = /^\/teledeclaration\/controles\//
const files = () => site.database.ownerQuery<{ name: string }>('select name from files')

// A file system of its own can be mounted by root on Linux only: elsewhere these are skipped, which the report of the run shows.
describe.skipIf(noSmallDisk !== null)('while files cannot be kept', () => {
  it('RE16: a part that finds the disk full is not counted, and the file goes on once there is room', async () => {
    const bytes = goodFile(employer.number, 200)
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(bytes.length)
    await sender.part(begun, 0, bytes.subarray(0, 1000))
    const filler = disk.fill()
    const refused = await sender.part(begun, 1000, bytes.subarray(1000))
    expect(refused.status).toBe(507)
    expect(refused.body).toContain('Rien n’est perdu chez vous')
    expect((await sender.begin({ nom: 'another', taille: '10', date: '1' })).status).toBe(507)
    expect(await files()).toEqual([])
    await rm(filler)
    const again = await sender.begun(bytes.length)
    expect(again).toMatchObject({ part: begun.part, received: 1000 })
    await sender.rest(again, bytes)
    const done = await sender.finish(again, sha256Of(bytes))
    expect(done.headers.get('location')).toMatch(isCheck)
    expect(await files()).toHaveLength(1)
  })

  it('RE17: where nothing may be written, a file is refused before it is sent, and whoever runs the portal hears of it', async () => {
    const bytes = goodFile(employer.number, 20)
    const sender = await PartSender.on(visitor)
    const begun = await sender.begun(bytes.length)
    disk.mayBeWritten(false)
    const refused = await sender.begin({ nom: 'large.txt', taille: '100000000', date: '1' })
    expect(refused.status).toBe(507)
    expect(site.logged.join('\n')).toContain('no file can be kept')
    expect((await sender.part(begun, 0, bytes)).status).toBe(507)
    disk.mayBeWritten(true)
    await sender.rest(begun, bytes)
    const done = await sender.finish(begun, sha256Of(bytes))
    expect(done.headers.get('location')).toMatch(isCheck)
  })
})
