import { chmod, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withConnection } from '../src/platform/db/connection.ts'
import type { Visitor } from '../test/support/visitor.ts'
import { declarationFile } from './declaration-file.ts'
import { declarantOf, deposit } from './deposit.ts'
import { know } from './known-members.ts'
import { cpuSecondsOf, forgetPeak, peakMegabytesOf, serverCpuSeconds } from './process-cost.ts'
import { type Row, row } from './row.ts'
import type { Stage } from './stage.ts'
import { median } from './timing.ts'

const lines = 100_000
const wrong = 5_000
const rounds = 5
const period = { category: '01', quarter: '2024T3' }

/**
 * ME1 and ME2: a deposit of 100,000 people whom the fund knows, part by part, until it is checked; then the same with every
 * twentieth line wrong.
 */
export async function measureUpload(stage: Stage): Promise<Row[]> {
  const { backstage, company, program } = stage
  const visitor = await declarantOf(company, program)
  await know(backstage, company.number, lines)
  const good = declarationFile(company.number, lines)
  const bad = declarationFile(company.number, lines, wrong / lines)
  const all = { good: [] as Cost[], bad: [] as Cost[], copy: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    const goodCost = await costOf(stage, visitor, good)
    await mustHaveKept(stage, { accepted: lines, blocking: 0 })
    const copy = await copySameRows(stage, lines)
    const badCost = await costOf(stage, visitor, bad)
    await mustHaveKept(stage, { accepted: lines - wrong, blocking: wrong })
    // The first warms up.
    if (round === 0) continue
    all.good.push(goodCost)
    all.bad.push(badCost)
    all.copy.push(copy)
  }
  const copy = median(all.copy)
  return [
    ...rowsOf('ME1', '100,000 lines, part by part, to «checked»', all.good, { copy, most: 2 }),
    ...rowsOf('ME2', '5,000 wrong of 100,000, every finding kept', all.bad, { copy, most: 2.5 }),
  ]
}

export interface Cost {
  readonly arrived: number
  readonly wall: number
  readonly program: number
  readonly database: number
  readonly megabytes: number
}

// oxlint-disable-next-line max-params -- where, who, what, and for which period
export async function costOf(
  { program, backstage }: Stage,
  visitor: Visitor,
  bytes: Uint8Array,
  of = period,
): Promise<Cost> {
  const postmaster = backstage.prepared.embedded?.pid ?? 0
  const before = [await cpuSecondsOf(program.pid), await serverCpuSeconds(postmaster)] as const
  await forgetPeak(program.pid)
  const { arrivedIn, checkedIn } = await deposit(visitor, bytes, of)
  return {
    arrived: arrivedIn,
    wall: checkedIn,
    program: (await cpuSecondsOf(program.pid)) - before[0],
    database: (await serverCpuSeconds(postmaster)) - before[1],
    megabytes: await peakMegabytesOf(program.pid),
  }
}

function rowsOf(
  id: string,
  what: string,
  costs: readonly Cost[],
  { copy, most }: { readonly copy: number; readonly most: number },
): Row[] {
  const of = (part: keyof Cost) => costs.map((cost) => cost[part])
  const seconds = { unit: 's', target: ['<=', most] } as const
  return [
    row({
      id,
      what: `${what}, wall, median (limit: COPY of the same rows)`,
      ours: median(of('wall')),
      limit: copy,
      ...seconds,
    }),
    row({
      id: `${id}.best`,
      what: `${what}, wall, best`,
      ours: Math.min(...of('wall')),
      limit: copy,
      ...seconds,
    }),
    row({
      id: `${id}.arrived`,
      what: `${what}, of which until all has come`,
      ours: median(of('arrived')),
      ...seconds,
    }),
    row({
      id: `${id}.cpu`,
      what: `${what}, CPU of the program`,
      ours: median(of('program')),
      ...seconds,
    }),
    row({
      id: `${id}.database`,
      what: `${what}, CPU of PostgreSQL`,
      ours: median(of('database')),
      ...seconds,
    }),
    row({
      id: `${id}.memory`,
      what: `${what}, most memory of the program`,
      ours: Math.max(...of('megabytes')),
      unit: 'MB',
      target: ['<=', 256],
    }),
  ]
}

/** The same rows as the newest check's, by the fastest way into the same database: what cannot be beaten. */
export async function copySameRows(
  { backstage, dataFolder }: Stage,
  expected: number,
): Promise<number> {
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
    if (rowCount !== expected) throw new Error(`COPY took ${rowCount} rows`)
    return (performance.now() - began) / 1000
  })
}

/** Correctness before speed: every line and every finding of the newest check, counted where they are kept. */
export async function mustHaveKept(
  { backstage }: Stage,
  expected: { readonly accepted: number; readonly blocking: number },
): Promise<void> {
  const found = await withConnection(backstage.adminUrl, async (admin) => {
    const { rows } = await admin.query<Record<string, number>>(
      `select d.accepted_lines as accepted,
        (select count(*)::integer from declaration_lines l where l.declaration_id = d.id) as kept,
        (select count(*)::integer from refused_lines r where r.declaration_id = d.id) as refused,
        (select count(*)::integer from declaration_findings f
          where f.declaration_id = d.id and f.severity = 'blocking' and f.line > 0 and f."column" > 0) as blocking
      from declarations d order by uploaded_at desc limit 1`,
    )
    return rows[0]
  })
  const { accepted, blocking } = expected
  const right = { accepted, kept: accepted, refused: blocking, blocking }
  for (const [name, count] of Object.entries(right)) {
    if (found?.[name] !== count) throw new Error(`${name} is ${found?.[name]}, not ${count}`)
  }
}
