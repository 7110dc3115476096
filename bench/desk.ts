import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Pool } from 'pg'
import { checkFile } from '../test/support/checked-file.ts'
import type { EmployedActor } from '../src/actors/actor.ts'
import { correctCause } from '../src/declarations/desk/correct-cause.ts'
import { paths } from '../src/web/paths.ts'
import { anEmployer, aProfile, signedIn } from '../test/support/factories.ts'
import type { Visitor } from '../test/support/visitor.ts'
import { declarationFile } from './declaration-file.ts'
import { forgetReadings } from './forget-readings.ts'
import type { BenchPortal } from './portal.ts'
import { type Row, row } from './row.ts'
import { alternate, at, time, type Timing } from './timing.ts'

const lines = 100_000
const badShare = 0.05
const count = 60
const rounds = 5
/** Letters in a salary, one line in twenty; and a doubt of every single line. */
const blocking = { code: 'letter_in_number', field: 'salary' }

/** ME10: the desk of a check of 100,000 lines, and any page of the lines of a cause, beside the bare keyset query. */
export async function measureDesk(portal: BenchPortal): Promise<Row[]> {
  const pool = new Pool({ connectionString: portal.adminUrl, max: 1 })
  try {
    const { visitor, id, actor } = await openCheck(portal)
    const { check, cause } = paths.declarations
    const address = cause({ id, cause: `${blocking.code}.${blocking.field}` })
    await mustBeRight(pool, visitor, id, address)
    const look = (next: () => string) => async () => {
      await forgetReadings(pool)
      return time(count, 1, async () => {
        const path = next()
        const page = await visitor.raw(path)
        if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
      })
    }
    const anywhere = () => 1 + Math.floor(Math.random() * lines)
    const times = await alternate(rounds, {
      desk: look(() => check({ id })),
      filter: look(() => `${check({ id })}?voir=blocking`),
      first: look(() => address),
      jump: look(() => `${address}?ligne=${anywhere()}`),
      line: look(() => paths.declarations.line({ id, line: String(wrongLine(anywhere())) })),
      keyset: () => time(count, 1, () => keyset(pool, id, anywhere())),
    })
    const limit = at(times.keyset.each, 0.95)
    const pages = [
      ['desk', 'the desk of a check of 100,000 lines', times.desk],
      ['filter', 'the same, one kind of findings', times.filter],
      ['first', 'first fifty lines of a cause of it', times.first],
      ['jump', 'fifty lines of a cause from any line on', times.jump],
      ['line', 'one of its lines to correct', times.line],
    ] as const
    return [
      ...pages.flatMap(([name, what, timing]) => rowsOf(`ME10.${name}`, what, { timing, limit })),
      await measureDelay(portal, actor, id),
    ]
  } finally {
    await pool.end()
  }
}

/** RE28: how long a request may have to wait for its turn while all lines of a cause are corrected, and all is checked again. */
async function measureDelay(portal: BenchPortal, actor: EmployedActor, id: string): Promise<Row> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const shown = { declarationId: id, version: 1 }
  const corrected = await correctCause(portal.app, actor, shown, blocking)
  delay.disable()
  if (corrected !== lines * badShare) throw new Error(`${corrected} lines were corrected`)
  return row({
    id: 'RE28.desk',
    what: 'delay of the event loop while 5,000 lines of 100,000 are corrected and all are checked again, 99 %',
    ours: delay.percentile(99) / 1e6,
    unit: 'ms',
    target: ['<=', 100],
  })
}

/** The wall says what the machine did meanwhile too; the processor says what the page costs. */
function rowsOf(
  id: string,
  what: string,
  { timing, limit }: { readonly timing: Timing; readonly limit: number },
): Row[] {
  const { each, cpuMs } = timing
  const target = ['<=', 15] as const
  return [
    row({
      id,
      what: `${what}, 95 % (limit: keyset query)`,
      ours: at(each, 0.95),
      limit,
      unit: 'ms',
      target,
    }),
    row({ id: `${id}.p50`, what: 'the same, median', ours: at(each, 0.5), unit: 'ms', target }),
    row({ id: `${id}.cpu`, what: 'the same, node CPU', ours: cpuMs, unit: 'ms', target }),
  ]
}

async function openCheck(portal: BenchPortal) {
  const employer = await anEmployer(portal)
  const person = await aProfile(portal, employer)
  const visitor = await signedIn(portal, person, employer)
  const actor = {
    kind: 'profile',
    id: person.id,
    name: person.login,
    sessionId: '00000000-0000-4000-8000-000000000000',
    stage: 'full',
    service: 'declaration_internal',
    employerId: employer.id,
    isMaker: false,
    isValidator: false,
  } as const
  const id = await checkFile(portal.app, actor, {
    category: '01',
    quarter: '2024T3',
    content: { name: 'declaration.txt', bytes: declarationFile(employer.number, lines, badShare) },
  })
  return { visitor, id, actor }
}

/** The nearest line at or before it that has a letter in its salary. */
function wrongLine(line: number): number {
  const every = Math.round(1 / badShare)
  return Math.max(every, line - (line % every))
}

interface Place {
  readonly line: number
}

async function keyset(pool: Pool, id: string, from: number): Promise<Place[]> {
  const { rows } = await pool.query<Place>({
    name: 'bench_keyset',
    text: `select line, "column", value, correction from declaration_findings
      where declaration_id = $1 and code = $2 and field = $3 and (line, id) >= ($4, 0) order by line, id limit 50`,
    values: [id, blocking.code, blocking.field, from],
  })
  return rows
}

/** Before anything is timed: the counts of the desk are those of the findings, and a page shows the lines it should. */
// oxlint-disable-next-line max-params -- what is compared with what
async function mustBeRight(pool: Pool, visitor: Visitor, id: string, address: string) {
  const { rows } = await pool.query<{ same: boolean }>(
    `select count(*) > 1 and bool_and(c.findings = f.findings) as same
     from (select code, field, sum(findings) as findings from declaration_causes where declaration_id = $1 group by 1, 2) c
     full join (select code, field, count(*) as findings from declaration_findings where declaration_id = $1 group by 1, 2) f
       using (code, field)`,
    [id],
  )
  const page = await visitor.get(`${address}?ligne=60001`)
  const shown = page.document
    .querySelectorAll('.lines tbody tr')
    .map((one) => Number(/\d[\d\u202f]*/.exec(one.structuredText)?.[0].replace(/\D/g, '')))
  const expected = (await keyset(pool, id, 60_001)).map(({ line }) => line)
  if (!rows[0]?.same || shown.join() !== expected.join())
    throw new Error(`the desk is not right: ${JSON.stringify({ rows, shown, expected })}`)
}
