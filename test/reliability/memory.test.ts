import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LineNotes } from '../../src/declarations/checking/line-notes.ts'
import { MemberRegister } from '../../src/declarations/checking/member-register.ts'
import { prepareContext } from '../../src/declarations/checking/prepare-context.ts'
import { zeroDirhams } from '../../src/money/index.ts'
import { threadsWithin } from '../../src/platform/threads/thread-memory.ts'
import { openThreads } from '../../src/platform/threads/threads.ts'
import { paths } from '../../src/web/paths.ts'
import { goodFile, period, sendWhole } from '../support/depositing.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from '../support/factories.ts'
import { openSite, type TestSite } from '../support/site.ts'
import type { Visitor } from '../support/visitor.ts'

/** Who appears on each line of a file of one company, as the check remembers it; megabytes of that, whether or not anything was collected. */
function megabytesToRemember(people: number): number {
  const register = new MemberRegister(prepareContext({ categories: [] }))
  const notes = new LineNotes(() => undefined)
  const before = process.memoryUsage()
  for (let number = 1; number <= people; number += 1) {
    const identityNumber = `${number % 2 === 0 ? 'A' : 'BE'}${String(number >> 1).padStart(6, '0')}`
    const entry = { employerNumber: '005839', category: '01', salary: zeroDirhams, identityNumber }
    register.enter(String(number).padStart(9, '0'), entry, notes)
  }
  const after = process.memoryUsage()
  expect([...register.missing()]).toEqual([])
  return (after.arrayBuffers - before.arrayBuffers) / 1_048_576
}

it('RE27, ME3: remembers a million people of a file, and their documents, in some forty megabytes, with what is thrown away on the way', () => {
  expect(megabytesToRemember(1_000_000)).toBeLessThan(48)
})

describe('RE27: little memory', () => {
  let site: TestSite
  let employer: TestEmployer
  let visitor: Visitor
  beforeAll(async () => {
    site = await openSite()
    employer = await anEmployer(site)
    visitor = await signedIn(site, await aProfile(site, employer), employer)
  })
  afterAll(() => site.close())

  it('RE27: has large files checked one at a time in 512 MB, two where both fit', () => {
    const ofThread = 256
    expect(threadsWithin({ ofProgram: 256, ofThread })).toBe(1)
    expect(threadsWithin({ ofProgram: 512, ofThread })).toBe(1)
    expect(threadsWithin({ ofProgram: 1024, ofThread })).toBe(2)
    expect(threadsWithin({ ofProgram: 64_000, ofThread })).toBe(2)
  })

  it('RE27: refuses by rule a file that needs more than a thread may take; the program goes on, and nothing of it is kept', async () => {
    const { app } = site
    const usual = app.threads
    const setting = { config: app.config, connections: { app: site.database.appUrl } }
    const little = openThreads(setting, () => site.clock.now(), { ofProgram: 512, ofThread: 8 })
    Object.assign(app, { threads: little })
    const refused = await sendWhole(visitor, goodFile(employer.number, 12_000))
    expect(refused.text).toContain('Partagez-le en plusieurs fichiers')
    expect(
      await site.database.ownerQuery('select id from declarations where employer_id = $1', [
        employer.id,
      ]),
    ).toEqual([])
    Object.assign(app, { threads: usual })
    await little.close()
    expect((await visitor.get(paths.declarations.period(period))).status).toBe(200)
    const smaller = await sendWhole(visitor, goodFile(employer.number, 200))
    expect(smaller.url).toContain('/controles/')
  })
})
