import { type RawBuilder, sql } from 'kysely'
import type { LocalDate, Quarter } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'

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

const nobody = '000000000'

const columns = sql`employer_id, category, member_number, last_name, first_name, staff_number, sex, nationality, joined_on,
  born_on, family_situation, children, identity_sealed, identity_key, cnss_number, phone, email, left_on, state, declared_at`

/**
 * Whoever says who is a member of a company takes turns until the end of the transaction: a declaration that is sent, an
 * agent who decides about a newcomer.
 */
export async function lockMembers(tx: Tx, employerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`members ${employerId}`}, 0))`.execute(
    tx,
  )
}

/** Known to the fund by a number that this company had not declared yet. */
export async function addNumbered(tx: Tx, declared: DeclaredMembers): Promise<void> {
  const { employerId, category, at } = declared
  const statement = sql`insert into memberships (${columns})
    select distinct on (line.member_number) ${employerId}::uuid, ${category}, line.member_number, ${personOf(at, sql`'known'`)}
    from (${linesToday(declared)}) as line
    where line.member_number <> ${nobody}
    order by line.member_number
    on conflict (employer_id, category, member_number) where member_number <> '000000000' do nothing`
  await joinedWhole(tx, statement)
}

/** Somebody of this company in another category keeps their number; anybody else gets the next one. */
export async function addProvisional(tx: Tx, declared: DeclaredMembers): Promise<void> {
  const { employerId, category, lines, at } = declared
  await sql`insert into memberships (${columns})
    select ${employerId}::uuid, ${category}, coalesce(same.member_number, nextval('member_numbers')::text),
      ${personOf(at, sql`coalesce(same.state, 'provisional')`)}
    from (${lines}) as line
    left join lateral (select coalesce(other.member_number, known.member_number) as member_number,
        coalesce(other.state, known.state) as state
      from memberships known left join memberships other on other.employer_id = ${employerId} and other.id = known.merged_into
      where known.employer_id = ${employerId} and known.category <> ${category} and known.state <> 'refused'
        and ${samePerson}
      order by known.state limit 1) as same on true
    where line.member_number = ${nobody}
      and not exists (select from memberships known
        where known.employer_id = ${employerId} and known.category = ${category} and ${samePerson})
    on conflict (employer_id, category, member_number) where member_number <> '000000000' do nothing`.execute(
    tx,
  )
}

/**
 * Left on the day that the line says, or there again; somebody refused and declared again waits again. Their departure
 * and their data are those declared of the latest quarter: an earlier one that comes later only fills what data are blank. A document that the fund knows is
 * not another by being declared: that is an agent's to say (decision 0064).
 */
export async function noteComings(tx: Tx, declared: DeclaredMembers): Promise<void> {
  const { employerId, quarter, at } = declared
  const isPresent = sql<boolean>`not (line.is_past and line.record_code = '2')`
  const returns = sql<boolean>`(known.state = 'refused' and ${isPresent})`
  const statement = sql`update memberships as known set
      left_on = case when line.is_past then known.left_on when line.record_code = '7' then line.exit_on else null end,
      staff_number = ${latest('staff_number')},
      cnss_number = ${latest('cnss_number')},
      phone = ${latest('phone')},
      email = ${latest('email')},
      family_situation = case when line.is_past then known.family_situation else coalesce(line.marital_status, known.family_situation) end,
      children = case when line.is_past then known.children else coalesce(line.children, known.children) end,
      identity_key = case when ${isFirstDocument} then line.identity_key else known.identity_key end,
      identity_sealed = case when ${isFirstDocument} then line.identity_sealed else known.identity_sealed end,
      state = case when ${returns} then 'provisional' else known.state end,
      declared_at = case when ${returns} then ${at}::timestamptz else known.declared_at end
    from (select line.*, exists (select from careers later
        where later.employer_id = ${employerId} and later.membership_id = line.membership_id
        and (later.year, later.quarter) > (${quarter.year}, ${quarter.quarter})) as is_past
      from (${memberOfLine(declared)}) as line offset 0) as line
    where known.employer_id = ${employerId} and known.id = line.membership_id`
  await joinedWhole(tx, statement)
}

/** What the line says, or what was known where it says nothing; the other way round for a quarter that is past. */
function latest(column: 'staff_number' | 'cnss_number' | 'phone' | 'email') {
  const [said, known] = [sql.ref(`line.${column}`), sql.ref(`known.${column}`)]
  return sql`case when line.is_past then coalesce(nullif(${known}, ''), ${said}) else coalesce(nullif(${said}, ''), ${known}) end`
}

const isFirstDocument = sql<boolean>`(known.identity_sealed is null and line.identity_sealed is not null)`

/** The quarter of each career, in the place of what an earlier version said. */
export async function replaceCareers(tx: Tx, declared: DeclaredMembers): Promise<void> {
  const { employerId, category, quarter, declarationId } = declared
  await tx
    .deleteFrom('careers')
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .execute()
  const statement = sql`insert into careers (employer_id, category, year, quarter, membership_id, declaration_id, salary_centimes,
      employee_centimes, employer_centimes)
    select ${employerId}::uuid, ${category}, ${quarter.year}, ${quarter.quarter}, line.membership_id,
      ${declarationId}::uuid, sum(line.salary_centimes), sum(line.employee_centimes), sum(line.employer_centimes)
    from (${memberOfLine(declared)}) as line
    group by line.membership_id`
  await joinedWhole(tx, statement)
}

/**
 * A declaration and the members of its company are each read once and put together. Left to the statistics, which are of
 * before when a table has just grown, all the members were read again for each line: a minute for ten thousand.
 */
async function joinedWhole(tx: Tx, statement: RawBuilder<unknown>): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(tx)
  await statement.execute(tx)
  await sql`set local enable_nestloop = on`.execute(tx)
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

/** The lines, each with the number that its person has today: files written with a provisional one stay right. */
function linesToday({ employerId, lines }: DeclaredMembers) {
  return sql`select line.record_code, coalesce(today.number, line.member_number) as member_number, line.last_name,
      line.first_name, line.staff_number, line.sex, line.nationality, line.joined_on, line.born_on, line.marital_status,
      line.children, line.exit_on, line.identity_key, line.identity_sealed, line.cnss_number, line.phone, line.email,
      line.salary_centimes, line.employee_centimes, line.employer_centimes
    from (${lines}) as line
    left join (${confirmedNumbers(employerId)}) as today on today.former = line.member_number`
}

/** Provisional numbers of a company, each with the number that took its place. */
function confirmedNumbers(employerId: string) {
  return sql<{ former: string; number: string }>`select distinct own.provisional_number as former,
      coalesce(other.member_number, own.member_number) as number
    from memberships own left join memberships other on other.employer_id = ${employerId} and other.id = own.merged_into
    where own.employer_id = ${employerId} and own.provisional_number is not null
      and own.provisional_number <> coalesce(other.member_number, own.member_number)`
}

export async function listRenumbered(
  tx: Tx,
  employerId: string,
): Promise<readonly { readonly former: string; readonly number: string }[]> {
  const { rows } = await confirmedNumbers(employerId).execute(tx)
  return rows
}

/** Somebody whom a company declared without a number, under the one that they have today. */
export interface NumberedNewcomer {
  readonly number: string
  readonly identityKey: Buffer | null
  readonly lastName: string
  readonly firstName: string
  readonly bornOn: LocalDate
}

/** Those of a category, whatever an agent has decided about them. */
export async function listNumberedNewcomers(
  tx: Tx,
  employerId: string,
  category: string,
): Promise<NumberedNewcomer[]> {
  const { rows } =
    await sql<NumberedNewcomer>`select coalesce(other.member_number, own.member_number) as number,
      own.identity_key as "identityKey", own.last_name as "lastName", own.first_name as "firstName", own.born_on as "bornOn"
    from memberships own left join memberships other on other.employer_id = ${employerId} and other.id = own.merged_into
    where own.employer_id = ${employerId} and own.category = ${category}
      and (own.state in ('provisional', 'refused') or own.provisional_number is not null)`.execute(
      tx,
    )
  return rows
}

/** Each line with the membership that it is about; who was recognised as somebody else counts as that person. */
function memberOfLine(declared: DeclaredMembers) {
  const { employerId, category } = declared
  return sql`select line.*, known.id as membership_id from (${linesToday(declared)}) as line
      join memberships known on known.employer_id = ${employerId} and known.category = ${category}
        and known.member_number = line.member_number and known.state <> 'merged'
      where line.member_number <> ${nobody}
    union all
    select line.*, known.id from (${linesToday(declared)}) as line
      cross join lateral (select coalesce(known.merged_into, known.id) as id from memberships known
        where known.employer_id = ${employerId} and known.category = ${category} and ${samePerson}
        order by known.state = 'merged' limit 1) as known
      where line.member_number = ${nobody}`
}

/**
 * Which person a kept line is about, to compare two quarters: by the number that they have today; for those who have none, by
 * their document, or else by name and birth.
 */
export function personOfLine(employerId: string) {
  return personNumbered(
    employerId,
    sql`(select number from (${confirmedNumbers(employerId)}) as today where today.former = line.member_number)`,
  )
}

/** The same for all the lines of a declaration: the few numbers that were confirmed are read once, not for each line. */
export function peopleOfLines(employerId: string, lines: RawBuilder<unknown>) {
  return sql`select ${personNumbered(employerId, sql`today.number`)} as person, line.*
    from (${lines}) as line
    left join (${confirmedNumbers(employerId)}) as today on today.former = line.member_number`
}

function personNumbered(employerId: string, numberToday: RawBuilder<unknown>) {
  return sql`coalesce(
    case when line.member_number <> ${nobody}
      then ${numberToday}
      else (select coalesce(other.member_number, known.member_number) from memberships known
        left join memberships other on other.employer_id = ${employerId} and other.id = known.merged_into
        where known.employer_id = ${employerId} and (known.state = 'provisional' or known.provisional_number is not null)
          and ${samePerson} limit 1) end,
    case when line.member_number <> ${nobody} then line.member_number
      when line.identity_key is not null then encode(line.identity_key, 'hex')
      else line.last_name || '|' || line.first_name || '|' || coalesce(line.born_on::text, '') end)`
}
