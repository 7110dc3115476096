import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import { personOfLine } from '../../members/store/declared-members.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'

/** One line of a sent declaration, with the number that its person has today. */
export interface DeclaredMember {
  readonly line: number
  readonly memberNumber: string | null
  readonly membershipId: string | null
  readonly lastName: string
  readonly firstName: string
  readonly leftOn: LocalDate | null
  readonly salary: Dirhams
  readonly employee: Dirhams
  readonly employer: Dirhams
}

/** A pair of rates of a declaration, and how many lines have it. */
export interface AppliedRates {
  readonly employeeRate: number
  readonly employerRate: number
  readonly lines: number
}

interface LineRow {
  line: number
  person: string
  membership_id: string | null
  last_name: string
  first_name: string
  exit_on: string | null
  salary_centimes: bigint
  employee_centimes: bigint
  employer_centimes: bigint
}

interface Of {
  readonly employerId: string
  readonly declarationId: string
  readonly category: string
}

/** Lines by name; who they are about is found for those of the page alone. */
export async function listDeclaredMembers(
  tx: Tx,
  { employerId, declarationId, category }: Of,
  page: { readonly limit: number; readonly offset: number },
): Promise<DeclaredMember[]> {
  const { rows } = await sql<LineRow>`
    select line.line, line.person, known.id as membership_id, line.last_name, line.first_name, line.exit_on,
      line.salary_centimes, line.employee_centimes, line.employer_centimes
    from (select ${personOfLine(employerId)} as person, line.* from (select * from declaration_lines
        where employer_id = ${employerId} and declaration_id = ${declarationId}
        order by last_name, first_name, line limit ${page.limit} offset ${page.offset}) as line) as line
    left join memberships known on known.employer_id = ${employerId} and known.category = ${category}
      and known.member_number = line.person and known.state <> 'merged'
    order by line.last_name, line.first_name, line.line`.execute(tx)
  return rows.map((row) => ({
    line: row.line,
    memberNumber: /^\d{9}$/.test(row.person) ? row.person : null,
    membershipId: row.membership_id,
    lastName: row.last_name,
    firstName: row.first_name,
    leftOn: row.exit_on as LocalDate | null,
    salary: centimes(row.salary_centimes),
    employee: centimes(row.employee_centimes),
    employer: centimes(row.employer_centimes),
  }))
}

/** The rates that were applied, the most frequent first. */
export async function listAppliedRates(
  tx: Tx,
  { employerId, declarationId }: Pick<Of, 'employerId' | 'declarationId'>,
): Promise<AppliedRates[]> {
  const { rows } = await sql<{ employee_rate: number; employer_rate: number; lines: bigint }>`
    select employee_rate, employer_rate, count(*) as lines from declaration_lines
    where employer_id = ${employerId} and declaration_id = ${declarationId}
    group by employee_rate, employer_rate order by count(*) desc, employee_rate`.execute(tx)
  return rows.map((row) => ({
    employeeRate: row.employee_rate,
    employerRate: row.employer_rate,
    lines: Number(row.lines),
  }))
}
