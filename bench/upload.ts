import { chmod, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withConnection } from '../src/platform/db/connection.ts'
import type { Company } from '../test/chaos/arrange.ts'
import type { Backstage } from '../test/chaos/backstage.ts'
import type { Program } from '../test/chaos/program.ts'
import { Visitor } from '../test/support/visitor.ts'
import { declarationFile } from './declaration-file.ts'
import { cpuSecondsOf, peakMegabytesOf } from './process-cost.ts'
import { type Row, row } from './row.ts'
import { median } from './timing.ts'

const lines = 100_000
const rounds = 3

export interface Stage {
  readonly program: Program
  readonly backstage: Backstage
  readonly dataFolder: string
  readonly company: Company
}

/** ME1 and ME2: a declaration of 100,000 lines sent over HTTP to the real program, until its page says what was found. */
export async function measureUpload(stage: Stage): Promise<Row[]> {
  const { company, program } = stage
  const visitor = new Visitor((request) => fetch(request), program.url)
  await signIn(visitor, company)
  const good = declarationFile(company.number, lines)
  const bad = declarationFile(company.number, lines, 0.05)
  const goodTimes: number[] = []
  const badTimes: number[] = []
  const copyTimes: number[] = []
  const cpu: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = await cpuSecondsOf(program.pid)
    goodTimes.push(await upload(visitor, good))
    cpu.push((await cpuSecondsOf(program.pid)) - before)
    copyTimes.push(await copySameRows(stage))
    badTimes.push(await upload(visitor, bad))
    await mustHaveFound(stage, lines * 0.95, lines * 0.05)
  }
  const limit = median(copyTimes)
  return [
    row({
      id: 'ME1',
      what: '100,000 lines over HTTP to «checked», wall (limit: COPY of the same rows)',
      ours: median(goodTimes),
      limit,
      unit: 's',
      target: ['<=', 2],
    }),
    row({
      id: 'ME1.cpu',
      what: 'the same, CPU of the program',
      ours: median(cpu),
      unit: 's',
      target: ['<=', 2],
    }),
    row({
      id: 'ME1.memory',
      what: 'the most memory the program held during all of it',
      ours: await peakMegabytesOf(program.pid),
      unit: 'MB',
      target: ['<=', 256],
    }),
    row({
      id: 'ME2',
      what: 'the same with 5,000 wrong lines: every finding stored with line and column, wall',
      ours: median(badTimes),
      limit,
      unit: 's',
      target: ['<=', 2.5],
    }),
  ]
}

async function signIn(visitor: Visitor, company: Company): Promise<void> {
  const [declarant] = company.declarants
  if (!declarant) throw new Error('nobody declares for this company')
  const door = '/connexion/teledeclaration'
  const { login, password } = declarant
  await visitor.submit(await visitor.get(door), { login, password }, door)
}

/** From the first byte sent to the answer that the file is checked and kept, in seconds. */
async function upload(visitor: Visitor, bytes: Uint8Array): Promise<number> {
  const period = '/teledeclaration/periodes/01/2024T3'
  const page = await visitor.get(period)
  const csrf = page.document.querySelector('[name="csrf"]')?.getAttribute('value') ?? ''
  const employer = page.document.querySelector('[name="entreprise"]')?.getAttribute('value') ?? ''
  const body = new FormData()
  body.append('csrf', csrf)
  body.append('entreprise', employer)
  body.append('fichier', new File([new Uint8Array(bytes)], 'declaration.txt'))
  const began = performance.now()
  const done = await visitor.raw(`${period}/fichier`, { method: 'POST', body })
  if (done.status !== 303) throw new Error(`the upload answered ${done.status}: ${done.text}`)
  return (performance.now() - began) / 1000
}

/** The same rows as the newest check's, by the fastest way into the same database: what cannot be beaten. */
async function copySameRows({ backstage, dataFolder }: Stage): Promise<number> {
  const file = path.join(dataFolder, 'postgres', 'bench-rows.tsv')
  return withConnection(backstage.adminUrl, async (admin) => {
    await writeFile(file, '')
    await chmod(file, 0o666)
    await admin.query('drop table if exists bench_lines')
    await admin.query('create table bench_lines (like declaration_lines including all)')
    await admin.query(
      `copy (select l.* from declaration_lines l join declarations d on d.id = l.declaration_id
        where d.id = (select id from declarations order by uploaded_at desc limit 1)) to '${file}'`,
    )
    const began = performance.now()
    const { rowCount } = await admin.query(`copy bench_lines from '${file}'`)
    if (rowCount !== lines) throw new Error(`COPY took ${rowCount} rows`)
    return (performance.now() - began) / 1000
  })
}

async function mustHaveFound(
  { backstage }: Stage,
  accepted: number,
  blocking: number,
): Promise<void> {
  const found = await withConnection(backstage.adminUrl, async (admin) => {
    const { rows } = await admin.query<Record<string, number>>(
      `select d.accepted_lines as accepted,
        (select count(*)::integer from declaration_lines l where l.declaration_id = d.id) as kept,
        (select count(*)::integer from declaration_findings f
          where f.declaration_id = d.id and f.severity = 'blocking' and f.line > 0 and f."column" > 0) as blocking
      from declarations d order by uploaded_at desc limit 1`,
    )
    return rows[0]
  })
  if (
    found?.['accepted'] !== accepted ||
    found['kept'] !== accepted ||
    found['blocking'] !== blocking
  )
    throw new Error(`the check is not right: ${JSON.stringify(found)}`)
}
