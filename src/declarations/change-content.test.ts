import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anEmployer, aProfile, type TestPerson } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { EmployedActor } from '../actors/actor.ts'
import { runChange } from './change-content.ts'
import { checkFile } from '../../test/support/checked-file.ts'
import { withdrawReasons } from './desk/withdraw-reasons.ts'
import { confirmFindings } from './desk/confirm-findings.ts'

const golden = readFileSync(
  path.join(import.meta.dirname, '../../test/golden/declarations/CIMR_005839_T3_2024.txt'),
  'latin1',
)

let site: TestSite
let actor: EmployedActor

beforeAll(async () => {
  site = await openSite()
  const atlas = await anEmployer(site, { number: '005839', categories: ['01'] })
  actor = declarant(await aProfile(site, atlas, { categories: ['01'] }), atlas.id)
})
afterAll(() => site.close())

function declarant(person: TestPerson, employerId: string): EmployedActor {
  return {
    kind: 'profile',
    id: person.id,
    name: 'Salma Berrada',
    sessionId: 's',
    stage: 'full',
    service: 'declaration_internal',
    employerId,
    isMaker: false,
    isValidator: false,
  }
}

async function stateOf(id: string) {
  const rows = await site.database.ownerQuery(
    `select d.accepted_lines, d.lines, d.version, d.salary_centimes::text as salary,
      (select count(*)::integer from declaration_lines l where l.declaration_id = d.id) as good,
      (select count(*)::integer from refused_lines r where r.declaration_id = d.id) as refused,
      (select count(*)::integer from declaration_findings f where f.declaration_id = d.id and f.confirmed_at is not null) as confirmed
     from declarations d where d.id = $1`,
    [id],
  )
  return rows[0]
}

it('D4: a corrected line joins the good ones, the file as it came is kept, and what was confirmed stays so', async () => {
  const [first = '', second = '', third = ''] = golden.split('\r\n')
  const broken = `${second.slice(0, 98)}0O02400000${second.slice(108)}`
  const id = await checkFile(site.app, actor, {
    category: '01',
    quarter: '2024T3',
    content: { name: 'x.txt', bytes: Buffer.from([first, broken, third].join('\r\n')) },
  })
  expect(await stateOf(id)).toMatchObject({ accepted_lines: 2, lines: 3, good: 2, refused: 1 })
  await confirmFindings(
    site.app,
    actor,
    { declarationId: id, version: 1 },
    {
      code: 'new_member_without_identity',
      field: 'identityNumber',
      ids: 'all',
      reason: 'Passeport en cours',
    },
  )
  const shown = { declarationId: id, version: 2 }
  const letters = { kind: 'cause', code: 'letter_in_number', field: 'salary' } as const
  await runChange(site.app, { actor, shown, change: letters })
  expect(await stateOf(id)).toEqual({
    accepted_lines: 3,
    lines: 3,
    version: 3,
    salary: '10500075',
    good: 3,
    refused: 0,
    confirmed: 1,
  })
  const files = await site.database.ownerQuery(
    `select file_id <> content_file_id as differs from declarations where id = $1`,
    [id],
  )
  expect(files).toEqual([{ differs: true }])
  const stale = runChange(site.app, { actor, shown, change: { kind: 'removal', line: 1 } })
  await expect(stale).rejects.toThrow('web.changed_meanwhile')
})

/** What the database keeps of the findings, and what it would find by counting them. */
async function countsOf(id: string) {
  const [kept, counted] = await Promise.all([
    site.database.ownerQuery(
      `select severity, code, field, reason, findings, correctable from declaration_causes
       where declaration_id = $1 order by 1, 2, 3, 4`,
      [id],
    ),
    site.database.ownerQuery(
      `select severity, code, field, coalesce(confirmed_reason, '') as reason, count(*)::integer as findings,
         count(correction)::integer as correctable
       from declaration_findings where declaration_id = $1 group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
      [id],
    ),
  ])
  return { kept, counted }
}

async function doubtfulOf(id: string) {
  const [row] = await site.database.ownerQuery<{ kept: number; counted: number }>(
    `select doubtful_lines as kept, (select count(distinct f.line)::integer from declaration_findings f
       join declaration_lines l using (declaration_id, line)
       where f.declaration_id = d.id and f.severity = 'to_confirm' and f.confirmed_at is null) as counted
     from declarations d where d.id = $1`,
    [id],
  )
  return row
}

it('ME10: what each look at a check begins with is counted whenever findings come, change and go', async () => {
  const zeros = (line: string) => `${line.slice(0, 98)}0000000000${line.slice(108)}`
  const [first = '', second = '', third = ''] = golden.split('\r\n')
  const id = await checkFile(site.app, actor, {
    category: '01',
    quarter: '2024T3',
    content: {
      name: 'x.txt',
      bytes: Buffer.from([zeros(first), zeros(second), third, 'x'].join('\r\n')),
    },
  })
  const expectRight = async (doubtful: number) => {
    const { kept, counted } = await countsOf(id)
    expect(kept).toEqual(counted)
    expect(await doubtfulOf(id)).toEqual({ kept: doubtful, counted: doubtful })
  }
  await expectRight(3)
  const unknown = { code: 'member_unknown', field: 'memberNumber', ids: 'all' } as const
  const shown = { declarationId: id, version: 1 }
  await confirmFindings(site.app, actor, shown, { ...unknown, reason: 'Embauchés ce trimestre' })
  await expectRight(2)
  const afterwards = { ...shown, version: 2 }
  await runChange(site.app, { actor, shown: afterwards, change: { kind: 'removal', line: 4 } })
  await expectRight(2)
  await withdrawReasons(site.app, actor, { ...shown, version: 3 }, unknown)
  await expectRight(3)
})

it('ME10: nobody writes those counts but the database', async () => {
  const { employerId } = actor
  const written = site.app.db.transaction({ as: 'employer', employerId }, (tx) =>
    tx.updateTable('declaration_causes').set({ findings: 0 }).execute(),
  )
  await expect(written).rejects.toThrow('permission denied')
})
