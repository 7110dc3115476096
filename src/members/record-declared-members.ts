import { type RawBuilder, sql } from 'kysely'
import type { Quarter } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'

export interface DeclaredMembers {
  readonly employerId: string
  readonly declarationId: string
  readonly category: string
  readonly quarter: Quarter
  /**
   * A query that gives the declared lines, whoever keeps them: record_code, member_number, last_name, first_name,
   * staff_number, sex, nationality, joined_on, born_on, marital_status, children, exit_on, identity_key, identity_sealed,
   * cnss_number, phone, email, salary_centimes, employee_centimes, employer_centimes.
   */
  readonly lines: RawBuilder<unknown>
  readonly at: Date
}

/**
 * What a sent declaration says of the company's people: who joined, who left (code 7), who is new, and the quarter of each
 * career. A new version takes the place of the one before. Somebody without a number gets one at once, provisional until an
 * agent confirms it (decision «Zero matricule»). A few statements, whatever the number of lines.
 */
export async function recordDeclaredMembers(tx: Tx, declared: DeclaredMembers): Promise<void> {
  await addNumbered(tx, declared)
  await addProvisional(tx, declared)
  await noteComings(tx, declared)
  await replaceCareers(tx, declared)
}

const columns = sql`employer_id, category, member_number, last_name, first_name, staff_number, sex, nationality, joined_on,
  born_on, family_situation, children, identity_sealed, identity_key, cnss_number, phone, email, left_on, state, declared_at`

const nobody = '000000000'

/** Known to the fund by a number that this company had not declared yet. */
async function addNumbered(tx: Tx, { employerId, category, lines, at }: DeclaredMembers) {
  await sql`insert into memberships (${columns})
    select distinct on (line.member_number) ${employerId}::uuid, ${category}, line.member_number, ${personOf(at, sql`'known'`)}
    from (${lines}) as line
    where line.member_number <> ${nobody}
    order by line.member_number
    on conflict (employer_id, category, member_number) where member_number <> '000000000' do nothing`.execute(
    tx,
  )
}

/** Somebody of this company in another category keeps their number; anybody else gets the next one. */
async function addProvisional(tx: Tx, { employerId, category, lines, at }: DeclaredMembers) {
  await sql`insert into memberships (${columns})
    select ${employerId}::uuid, ${category}, coalesce(same.member_number, nextval('member_numbers')::text),
      ${personOf(at, sql`coalesce(same.state, 'provisional')`)}
    from (${lines}) as line
    left join lateral (select known.member_number, known.state from memberships known
      where known.employer_id = ${employerId} and known.category <> ${category} and known.state in ('known', 'provisional')
        and ${samePerson}
      order by known.state limit 1) as same on true
    where line.member_number = ${nobody}
      and not exists (select from memberships known
        where known.employer_id = ${employerId} and known.category = ${category} and known.state <> 'merged' and ${samePerson})
    on conflict (employer_id, category, member_number) where member_number <> '000000000' do nothing`.execute(
    tx,
  )
}

/** By the document, or by name and birth for those who have none. */
const samePerson = sql<boolean>`case when line.identity_key is not null and known.identity_key is not null
  then known.identity_key = line.identity_key
  else known.last_name = line.last_name and known.first_name = line.first_name and known.born_on = line.born_on end`

function personOf(at: Date, state: RawBuilder<unknown>) {
  return sql`line.last_name, line.first_name, line.staff_number, line.sex, line.nationality, line.joined_on, line.born_on,
    coalesce(line.marital_status, 'C'), coalesce(line.children, 0), line.identity_sealed, line.identity_key,
    line.cnss_number, line.phone, line.email, line.exit_on, ${state}, ${at}::timestamptz`
}

/** Left on the day that the line says, or there again; somebody refused and declared again waits again. */
async function noteComings(tx: Tx, declared: DeclaredMembers) {
  await sql`update memberships as known set
      left_on = case line.record_code when '7' then line.exit_on else null end,
      staff_number = coalesce(nullif(line.staff_number, ''), known.staff_number),
      family_situation = coalesce(line.marital_status, known.family_situation),
      children = coalesce(line.children, known.children),
      phone = coalesce(nullif(line.phone, ''), known.phone),
      email = coalesce(nullif(line.email, ''), known.email),
      state = case known.state when 'refused' then 'provisional' else known.state end,
      declared_at = case known.state when 'refused' then ${declared.at}::timestamptz else known.declared_at end
    from (${declared.lines}) as line
    where known.employer_id = ${declared.employerId} and known.category = ${declared.category} and ${isTheOne}
      and not (line.record_code = '2' and exists (select from careers later where later.membership_id = known.id
        and (later.year, later.quarter) > (${declared.quarter.year}, ${declared.quarter.quarter})))`.execute(
    tx,
  )
}

/** The membership that a line is about. */
const isTheOne = sql<boolean>`known.state <> 'merged' and case when line.member_number <> '000000000'
  then known.member_number = line.member_number else ${samePerson} end`

async function replaceCareers(tx: Tx, declared: DeclaredMembers) {
  const { employerId, category, quarter, declarationId, lines } = declared
  await tx
    .deleteFrom('careers')
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .execute()
  await sql`insert into careers (employer_id, category, year, quarter, membership_id, declaration_id, salary_centimes,
      employee_centimes, employer_centimes)
    select ${employerId}::uuid, ${category}, ${quarter.year}, ${quarter.quarter}, known.id, ${declarationId}::uuid,
      sum(line.salary_centimes), sum(line.employee_centimes), sum(line.employer_centimes)
    from (${lines}) as line
    join memberships known on known.employer_id = ${employerId} and known.category = ${category} and ${isTheOne}
    group by known.id`.execute(tx)
}
