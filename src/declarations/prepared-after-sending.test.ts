import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { declareFile } from '../../test/support/declaring.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from '../../test/support/factories.ts'
import { someMembers } from '../../test/support/members.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'
import { exampleLine } from './checking/example-line.ts'
import type { RecordField } from './checking/fields.ts'

type Changes = Partial<Record<RecordField, string>>

let site: TestSite
let atlas: TestEmployer
let clerk: Visitor
let member: Changes
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  atlas = await anEmployer(site)
  clerk = await signedIn(site, await aProfile(site, atlas), atlas)
  const [one] = await someMembers(site, atlas, { count: 1 })
  member = { memberNumber: one?.number ?? '', lastName: one?.lastName ?? '', firstName: 'RIM' }
})

const told: Changes = {
  staffNumber: 'B77',
  children: '3',
  maritalStatus: 'V',
  identityNumber: 'BK778899',
  cnssNumber: '123456785',
  mobile: '00212661777888',
  email: 'RIM@EXEMPLE.MA',
}
const asWritten = [
  'B77   ',
  'V3',
  'BK778899  ',
  '123456785 ',
  '00212661777888',
  'RIM@EXEMPLE.MA',
] as const

async function declare(quarter: string, changes: Changes): Promise<void> {
  const [year = '', number = ''] = quarter.split('T')
  const own = { employerNumber: atlas.number, year, quarter: number }
  const text = `${exampleLine({ ...own, ...member, ...changes })}\r\n`
  const sent = await declareFile(clerk, { category: '01', quarter }, text)
  if (!sent.url.includes('/recus/')) throw new Error(sent.text)
  await site.runJobs()
}

async function prepared(quarter: string): Promise<string> {
  const file = await clerk.raw(paths.declarations.prepared({ category: '01', quarter }))
  const line = file.body.split('\r\n')
  return line.find((one) => one.includes(member.memberNumber ?? '-')) ?? ''
}

it('D2: the Fichier Préétabli bears what was declared last: document, CNSS, staff number, contacts, children', async () => {
  await declare('2026T2', told)
  const line = await prepared('2026T3')
  for (const part of asWritten) expect(line).toContain(part)
})

it('a late quarter fills what nobody had said, and undoes nothing of a later one', async () => {
  await declare('2026T2', { ...told, staffNumber: '', mobile: '', children: '2' })
  await declare('2026T1', { ...told, email: 'AVANT@EXEMPLE.MA', children: '1' })
  const line = await prepared('2026T3')
  for (const part of ['E001  ', '00212661777888', 'RIM@EXEMPLE.MA', 'V2']) {
    expect(line).toContain(part)
  }
})

it('a document that the fund knows is not another by being declared; the journal has the one that was learnt', async () => {
  await declare('2026T1', told)
  await declare('2026T2', { ...told, identityNumber: 'CD112233' })
  expect(await prepared('2026T3')).toContain('BK778899')
  const learnt = await site.database.ownerQuery(
    `select actor_name as by, details ->> 'count' as count from audit_events
      where employer_id = $1 and action = 'declaration.documents_learnt'`,
    [atlas.id],
  )
  expect(learnt).toEqual([{ by: 'learn-documents', count: '1' }])
})
