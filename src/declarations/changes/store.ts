import { type RawBuilder, sql } from 'kysely'
import { centimes } from '../../money/index.ts'
import { peopleOfLines } from '../../members/store/declared-members.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Change, ChangeCounts, ChangeKind, Compared, Side } from './change.ts'

/** What is compared of a line, and who it is about: no more of it, for there may be a hundred thousand a side. */
const linesOf = (employerId: string, declarationId: string) =>
  peopleOfLines(
    employerId,
    sql`select line, record_code, member_number, identity_key, last_name, first_name, born_on, salary_centimes,
        employee_rate, exit_on
      from declaration_lines where employer_id = ${employerId} and declaration_id = ${declarationId}`,
  )

const pairs = (employerId: string, { now, before }: Compared) => sql`
  (${linesOf(employerId, now)}) as now
  full join (${linesOf(employerId, before)}) as before using (person)`

/** Each a sentence on a pair; a leaver is told in the quarter that says so, and not missed in the next; who is on no line has not left for that. */
function conditionOf(kind: ChangeKind, percent: number): RawBuilder<boolean> {
  const both = sql<boolean>`now.line is not null and before.line is not null`
  switch (kind) {
    case 'joined':
    case 'added':
      return sql<boolean>`before.line is null`
    case 'left':
      return sql<boolean>`now.record_code = '7'`
    case 'absent':
      return sql<boolean>`now.line is null and before.record_code = '2'`
    case 'removed':
      return sql<boolean>`now.line is null`
    case 'salary':
      return sql<boolean>`${both} and now.record_code = '2' and before.salary_centimes > 0
        and abs(now.salary_centimes - before.salary_centimes) * 100 > before.salary_centimes * ${percent}::integer`
    case 'rate':
      return sql<boolean>`${both} and now.employee_rate <> before.employee_rate`
    case 'changed':
      return sql<boolean>`${both} and (${sideOf('now')}) is distinct from (${sideOf('before')})`
  }
}

function sideOf(side: 'now' | 'before') {
  return sql.join(
    ['record_code', 'salary_centimes', 'employee_rate', 'exit_on', 'last_name', 'first_name'].map(
      (name) => sql.ref(`${side}.${name}`),
    ),
  )
}

export async function countChanges<Kind extends ChangeKind>(
  tx: Tx,
  employerId: string,
  compared: Compared,
  kinds: readonly Kind[],
): Promise<Pick<ChangeCounts, Kind>> {
  const counts = kinds.map(
    (kind) =>
      sql`count(*) filter (where ${conditionOf(kind, compared.percent)}) as ${sql.ref(kind)}`,
  )
  const { rows } = await sql<Record<string, bigint>>`
    select ${sql.join(counts)} from ${pairs(employerId, compared)}`.execute(tx)
  const entries = kinds.map((kind) => [kind, Number(rows[0]?.[kind] ?? 0n)])
  return Object.fromEntries(entries) as Pick<ChangeCounts, Kind>
}

interface PairRecord {
  readonly member_number: string
  readonly last_name: string
  readonly first_name: string
  readonly now_line: number | null
  readonly now_salary: bigint
  readonly now_rate: number
  readonly now_left: string | null
  readonly before_line: number | null
  readonly before_salary: bigint
  readonly before_rate: number
  readonly before_left: string | null
}

/** The largest differences first where it is about salaries, by name elsewhere. */
export async function listChanges(
  tx: Tx,
  employerId: string,
  compared: Compared & { readonly kind: ChangeKind },
  page: { readonly limit: number; readonly offset: number },
): Promise<Change[]> {
  const order =
    compared.kind === 'salary'
      ? sql`abs(now.salary_centimes - before.salary_centimes) desc, person`
      : sql`coalesce(now.last_name, before.last_name), coalesce(now.first_name, before.first_name), person`
  const { rows } = await sql<PairRecord>`
    select coalesce(now.member_number, before.member_number) as member_number,
      coalesce(now.last_name, before.last_name) as last_name,
      coalesce(now.first_name, before.first_name) as first_name,
      now.line as now_line, now.salary_centimes as now_salary, now.employee_rate as now_rate, now.exit_on as now_left,
      before.line as before_line, before.salary_centimes as before_salary, before.employee_rate as before_rate,
      before.exit_on as before_left
    from ${pairs(employerId, compared)} where ${conditionOf(compared.kind, compared.percent)}
    order by ${order} limit ${page.limit} offset ${page.offset}`.execute(tx)
  return rows.map((row) => ({
    memberNumber: row.member_number,
    line: row.now_line,
    lastName: row.last_name,
    firstName: row.first_name,
    now: row.now_line === null ? null : side(row.now_salary, row.now_rate, row.now_left),
    before:
      row.before_line === null ? null : side(row.before_salary, row.before_rate, row.before_left),
  }))
}

function side(salary: bigint, rate: number, leftOn: string | null): Side {
  return { salary: centimes(salary), rate, leftOn }
}
