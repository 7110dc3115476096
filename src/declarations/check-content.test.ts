import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEmployer, aProfile, type TestEmployer } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { threadTask } from '../platform/threads/threads.ts'
import type { EmployedActor } from '../actors/actor.ts'
import { checkFile } from '../../test/support/checked-file.ts'
import { checkDeclaration } from './checking/check-declaration.ts'
import { exampleFile, exampleLine } from './checking/example-line.ts'
import { writeDeclarationWorkbook } from '../../test/support/declaration-workbook.ts'

let site: TestSite
let employer: TestEmployer
let clerk: EmployedActor

beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { number: '005839' })
  const { id, login } = await aProfile(site, employer)
  clerk = {
    kind: 'profile',
    id,
    name: login,
    sessionId: '00000000-0000-4000-8000-000000000000',
    stage: 'full',
    service: 'declaration_internal',
    employerId: employer.id,
    isMaker: false,
    isValidator: false,
  }
})
afterAll(() => site.close())

/** Many people, of whom one in a hundred has a letter in their salary, one leaves and one is new. */
function fileOf(lines: number): Uint8Array {
  return exampleFile(
    ...Array.from({ length: lines }, (_, index) =>
      exampleLine({
        memberNumber: index === 2 ? '000000000' : String(1_000_000 + index).padStart(9, '0'),
        identityNumber: `BE${100_000 + index}`,
        ...(index === 1 ? { recordCode: '7', leftOn: '31082024' } : {}),
        salary: index % 100 === 99 ? '00O3600025' : '0003600025',
      }),
    ),
  )
}

const check = (bytes: Uint8Array) =>
  checkFile(site.app, clerk, {
    category: '01',
    quarter: '2024T3',
    content: { name: 'declaration.txt', bytes },
  })

const kept = async (id: string) =>
  (
    await site.database.ownerQuery(
      `select d.lines, d.accepted_lines, d.salary_centimes = sum(l.salary_centimes) as adds_up,
        count(l.line)::integer as kept, count(l.identity_key)::integer as with_key,
        count(l.identity_sealed)::integer as sealed,
        (select count(*)::integer from refused_lines r where r.declaration_id = d.id) as refused,
        (select count(*)::integer from declaration_findings f where f.declaration_id = d.id and f.severity = 'blocking') as blocking
       from declarations d join declaration_lines l on l.declaration_id = d.id where d.id = $1 group by d.id`,
      [id],
    )
  )[0]

describe('a check', () => {
  it('keeps the same of a small file, and of one so large that a thread checks it', async () => {
    for (const lines of [300, 11_000]) {
      expect(await kept(await check(fileOf(lines)))).toEqual({
        lines,
        accepted_lines: lines * 0.99,
        kept: lines * 0.99,
        adds_up: true,
        refused: lines * 0.01,
        blocking: lines * 0.01,
        // The leaver and the new member alone; of the others the fund has the number.
        with_key: 2,
        sealed: 1,
      })
    }
  })

  it('of a file that is not on the disk is a fault, and leaves what was there', async () => {
    const before = await check(fileOf(3))
    const content = { name: 'x', size: 1, sha256: Buffer.alloc(32, 7) }
    const task = {
      actor: clerk,
      category: '01',
      quarter: '2024T3',
      content,
      madeBy: 'file',
      depositId: null,
    }
    await expect(site.app.threads.run(threadTask('check-content'), task)).rejects.toThrow('ENOENT')
    expect(await kept(before)).toMatchObject({ lines: 3 })
  })

  it('refused by a rule is refused alike by a thread', async () => {
    const content = { name: 'x', size: 1, sha256: await site.app.files.put(fileOf(1)) }
    const task = {
      actor: clerk,
      category: '77',
      quarter: '2024T3',
      content,
      madeBy: 'file',
      depositId: null,
    }
    await expect(site.app.threads.run(threadTask('check-content'), task)).rejects.toMatchObject({
      name: 'Refusal',
      code: 'web.not_found',
    })
  })

  it('cannot leave rows of no declaration, nor of another company’s', async () => {
    const other = await anEmployer(site)
    const id = await check(fileOf(3))
    const insert = (declarationId: string, employerId: string) =>
      site.database.ownerQuery(
        `insert into declaration_findings (declaration_id, employer_id, line, "column", field, code, severity, value)
         values ($1, $2, 1, 1, '', 'x', 'blocking', '')`,
        [declarationId, employerId],
      )
    await expect(insert('00000000-0000-4000-8000-000000000000', employer.id)).rejects.toThrow(
      'belong to no declaration',
    )
    await expect(insert(id, other.id)).rejects.toThrow('belong to no declaration')
  })
})

it('keeps a number of identity beside its finding as every page shows one, and where else it stands', async () => {
  const newcomer = { memberNumber: '000000000', identityNumber: 'be-123456' }
  const lines = [newcomer, newcomer, { memberNumber: '000200001', identityNumber: ' ' }]
  const id = await check(exampleFile(...lines.map(exampleLine)))
  const found = await site.database.ownerQuery(
    `select line, code, value, correction, params from declaration_findings
     where declaration_id = $1 and field = 'identityNumber' order by line, code`,
    [id],
  )
  const rewritten = { code: 'identity_rewritten', value: 'be••••56', correction: 'BE••••56' }
  expect(found).toEqual([
    { line: 1, ...rewritten, params: {} },
    {
      line: 2,
      code: 'identity_repeated',
      value: 'BE••••56',
      correction: null,
      params: { firstLine: '1' },
    },
    { line: 2, ...rewritten, params: {} },
  ])
})

describe('a workbook (D2)', () => {
  it('is kept as it came, beside the text that is corrected afterwards', async () => {
    const id = await check(
      await writeDeclarationWorkbook(checkDeclaration(fileOf(20)).declaredLines),
    )
    const [found] = await site.database.ownerQuery(
      `select layout, lines, accepted_lines, file_id <> content_file_id as has_text, encode(f.sha256, 'hex') as text
       from declarations join files f on f.id = content_file_id where declarations.id = $1`,
      [id],
    )
    expect(found).toMatchObject({
      layout: 'template-xlsx',
      lines: 20,
      accepted_lines: 20,
      has_text: true,
    })
    const text = await site.app.files.read(Buffer.from(String(found?.['text']), 'hex'))
    expect(text.toString().split('\n')[1]).toContain('EL AMRANI;FATIMA ZAHRA')
  })
})
