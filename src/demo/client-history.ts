import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { formatQuarter, lastDay, localDateAt, type Quarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { declaredPeople } from '../declarations/store/lines.ts'
import { postDeclaration } from '../ledger/post-declaration.ts'
import { recordDeclaredMembers } from '../members/record-declared-members.ts'
import { applyRate, centimes, type Dirhams, halfUp, sum } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { type DemoClient, quartersOf, quartersShown } from './clients.ts'
import { type InventedMember, membersOf, sexOf } from './invented-people.ts'
import { type DemoCategory, workers } from './company.ts'

/** The members of a client, and the quarters that it has declared. */
export async function insertClient(
  app: AppContext,
  tx: Tx,
  { employerId, profileId, client }: Serving,
): Promise<void> {
  const members = membersOf(client)
  await insertMembers(tx, employerId, members)
  const declared = { late: 1, sent: quartersShown }[client.standing as string] ?? 2
  for (const [index, quarter] of quartersOf(app).slice(0, declared).entries()) {
    const people = index + 1 === quartersShown ? [...members, newcomer] : members
    await insertSent(tx, { employerId, profileId, client, members: people, quarter })
  }
}

/** Declared without a number by who has declared everything: the agency finds somebody of that name in another company. */
const newcomer: InventedMember = {
  number: '000000000',
  lastName: 'CHRAIBI',
  firstName: 'NADIA',
  bornOn: '1990-12-03',
  salary: centimes(1_890_000),
}

export interface Serving {
  readonly employerId: string
  /** Who declares. */
  readonly profileId: string
  readonly client: DemoClient
}

export async function insertMembers(
  tx: Tx,
  employerId: string,
  members: readonly InventedMember[],
  { category } = workers,
): Promise<void> {
  const of = columnsOf(members)
  await sql`insert into memberships (employer_id, category, member_number, last_name, first_name, staff_number, sex,
      nationality, joined_on, born_on, family_situation)
    select ${employerId}::uuid, ${category}, one.number, one.last_name, one.first_name,
      'S' || lpad(one.line::text, 3, '0'), one.sex, 'M', '2018-09-01', one.born_on, 'M'
    from unnest(${of.numbers}::text[], ${of.lastNames}::text[], ${of.firstNames}::text[], ${of.births}::date[], ${of.sexes}::text[])
      with ordinality as one (number, last_name, first_name, born_on, sex, line)`.execute(tx)
}

function columnsOf(members: readonly InventedMember[]) {
  return {
    numbers: members.map((one) => one.number),
    lastNames: members.map((one) => one.lastName),
    firstNames: members.map((one) => one.firstName),
    births: members.map((one) => one.bornOn),
    sexes: members.map(sexOf),
  }
}

export interface Sent extends Pick<Serving, 'employerId' | 'profileId'> {
  readonly client: Pick<DemoClient, 'number'>
  /** That of everybody unless told. */
  readonly category?: DemoCategory
  readonly members: readonly InventedMember[]
  readonly quarter: Quarter
}

interface PaidMember {
  readonly member: InventedMember
  readonly employee: Dirhams
  readonly employer: Dirhams
}

/** A quarter as the company has declared it, with what it makes of its account and of its people. */
export async function insertSent(tx: Tx, sent: Sent): Promise<DeclaredParts> {
  const { employerId, client, members, quarter, category = workers } = sent
  const lines = members.map((member) => ({
    member,
    employee: applyRate(member.salary, category.employeeRate, halfUp),
    employer: applyRate(member.salary, category.employerRate, halfUp),
  }))
  const sentAt = new Date(`${lastDay(quarter)}T10:00:00Z`)
  sentAt.setUTCDate(sentAt.getUTCDate() + 15)
  const reference = `R-${formatQuarter(quarter)}-${client.number}-${category.category}`
  const id = await insertDeclaration(tx, { ...sent, category, lines, sentAt, reference })
  await insertLines(tx, { category, declarationId: id, employerId, lines })
  await postDeclaration(tx, {
    employerId,
    declarationId: id,
    category: category.category,
    quarter,
    version: 1,
    reference,
    amounts: amountsOf(lines),
    occurredOn: localDateAt(sentAt),
    recordedAt: sentAt,
  })
  await recordDeclaredMembers(tx, {
    employerId,
    declarationId: id,
    category: category.category,
    quarter,
    lines: declaredPeople(employerId, id),
    at: sentAt,
  })
  return amountsOf(lines)
}

export interface DeclaredParts {
  readonly employee: Dirhams
  readonly employer: Dirhams
}

function amountsOf(lines: readonly PaidMember[]): DeclaredParts {
  return {
    employee: sum(lines.map((one) => one.employee)),
    employer: sum(lines.map((one) => one.employer)),
  }
}

interface SentLines extends Sent {
  readonly category: DemoCategory
  readonly lines: readonly PaidMember[]
  readonly sentAt: Date
  readonly reference: string
}

async function insertDeclaration(
  tx: Tx,
  { employerId, profileId, client, category, quarter, lines, sentAt, reference }: SentLines,
): Promise<string> {
  const amounts = amountsOf(lines)
  const { id } = await tx
    .insertInto('declarations')
    .values({
      employer_id: employerId,
      category: category.category,
      year: quarter.year,
      quarter: quarter.quarter,
      state: 'sent',
      file_id: null,
      content_file_id: null,
      file_name: `CIMR_${client.number}_T${quarter.quarter}_${quarter.year}.txt`,
      file_sha256: createHash('sha256').update(reference).digest(),
      layout: 'structure-190',
      encoding: 'utf-8',
      lines: lines.length,
      accepted_lines: lines.length,
      salary_centimes: sum(lines.map((one) => one.member.salary)),
      employee_centimes: amounts.employee,
      employer_centimes: amounts.employer,
      uploaded_by: profileId,
      uploaded_at: sentAt,
      receipt_number: reference,
      sent_by: profileId,
      sent_at: sentAt,
      deposit_id: null,
      replaces: null,
      source_lines: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

interface LinesToInsert {
  readonly category: DemoCategory
  readonly declarationId: string
  readonly employerId: string
  readonly lines: readonly PaidMember[]
}

async function insertLines(
  tx: Tx,
  { category, declarationId, employerId, lines }: LinesToInsert,
): Promise<void> {
  const of = columnsOf(lines.map(({ member }) => member))
  const amounts = {
    salaries: lines.map(({ member }) => String(member.salary)),
    employee: lines.map((one) => String(one.employee)),
    employer: lines.map((one) => String(one.employer)),
  }
  await sql`insert into declaration_lines (declaration_id, employer_id, line, record_code, member_number, last_name, first_name,
      employee_rate, employer_rate, salary_centimes, employee_centimes, employer_centimes, sex, nationality, joined_on, born_on,
      marital_status, children)
    select ${declarationId}::uuid, ${employerId}::uuid, one.line, '2', one.number, one.last_name, one.first_name,
      ${category.employeeRate}::integer, ${category.employerRate}::integer, one.salary, one.employee, one.employer, one.sex, 'M',
      '2018-09-01', one.born_on, 'M', 0
    from unnest(${of.numbers}::text[], ${of.lastNames}::text[], ${of.firstNames}::text[], ${of.births}::date[],
        ${of.sexes}::text[], ${amounts.salaries}::bigint[], ${amounts.employee}::bigint[], ${amounts.employer}::bigint[])
      with ordinality as one (number, last_name, first_name, born_on, sex, salary, employee, employer, line)`.execute(
    tx,
  )
}
