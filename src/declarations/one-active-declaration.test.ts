import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { EmployedActor } from '../actors/actor.ts'
import { checkFile } from '../../test/support/checked-file.ts'
import { exampleFile, exampleLine } from './checking/example-line.ts'
import { sendDeclaration } from './send-declaration.ts'

let site: TestSite
let employer: TestEmployer
let clerks: readonly EmployedActor[]

beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { number: '005839' })
  clerks = [await aProfile(site, employer), await aProfile(site, employer)].map(actorOf)
})
afterAll(() => site.close())

function actorOf(person: TestPerson): EmployedActor {
  return {
    kind: 'profile',
    id: person.id,
    name: person.login,
    sessionId: '00000000-0000-4000-8000-000000000000',
    stage: 'full',
    service: 'declaration_internal',
    employerId: employer.id,
    isMaker: false,
    isValidator: false,
  }
}

/** Each file says another one. */
let lastSalary = 900_000

function upload(clerk: EmployedActor | undefined): Promise<string> {
  if (!clerk) throw new Error('no such clerk')
  lastSalary += 1_000
  const salary = String(lastSalary).padStart(10, '0')
  const content = { name: 'declaration.txt', bytes: exampleFile(exampleLine({ salary })) }
  return checkFile(site.app, clerk, { category: '01', quarter: '2024T3', content })
}

function statesNow() {
  return site.database.ownerQuery<{ id: string; state: string; version: number }>(
    `select id, state, version from declarations where state in ('checked', 'sent')`,
  )
}

describe('one active declaration per company, category and period (I5)', () => {
  it('remains when two people upload at the same instant, many times', async () => {
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([upload(clerks[0]), upload(clerks[1]), upload(clerks[0])])
      expect(await statesNow()).toHaveLength(1)
    }
  })

  it('is either sent or replaced when one sends while the other uploads, never both', async () => {
    const [active] = await statesNow()
    if (!active || !clerks[0]) throw new Error('nothing was checked')
    await site.database.ownerQuery(
      `update declaration_findings set confirmed_at = now(), confirmed_reason = 'Vu', confirmed_by = $2
        where declaration_id = $1`,
      [active.id, clerks[0].id],
    )
    const command = { declarationId: active.id, version: active.version, leavesEntry: false }
    const [sent, uploaded] = await Promise.allSettled([
      sendDeclaration(site.app, clerks[0], command),
      upload(clerks[1]),
    ])
    const said = [sent, uploaded].map((one) =>
      one.status === 'rejected' ? String(one.reason) : 'done',
    )
    const now = await statesNow()
    expect(now).toHaveLength(1)
    const sentFirst = {
      said: ['done', expect.stringContaining('declarations.already_sent')],
      now: [{ id: active.id, state: 'sent' }],
    }
    const uploadedFirst = {
      said: [expect.stringContaining('no_longer_open'), 'done'],
      now: [{ state: 'checked' }],
    }
    const expected = sent.status === 'fulfilled' ? sentFirst : uploadedFirst
    expect({ said, now }).toMatchObject(expected)
  })
})
