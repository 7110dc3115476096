import { createHash } from 'node:crypto'
import { formatQuarter, lastDay, localDateAt, type Quarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { declaredPeople } from '../declarations/line-store.ts'
import { postDeclaration } from '../ledger/post-declaration.ts'
import { recordDeclaredMembers } from '../members/record-declared-members.ts'
import { applyRate, centimes, type Dirhams, halfUp, sum } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { type DemoClient, quartersOf, quartersShown } from './clients.ts'
import { workers } from './company.ts'

const lastNames = [
  'ALAMI',
  'BENJELLOUN',
  'CHERKAOUI',
  'DRISSI',
  'EL FASSI',
  'GHALLAB',
  'HADDAD',
  'IDRISSI',
]
const firstNames = ['AMINE', 'BOUCHRA', 'DOUNIA', 'HAMZA', 'IKRAM', 'MERYEM', 'SAMIR', 'WAFAE']

interface ClientMember {
  readonly number: string
  readonly lastName: string
  readonly firstName: string
  readonly salary: Dirhams
  readonly bornOn?: string
}

/** The members of a client, and the quarters that it has declared. */
export async function insertClient(
  app: AppContext,
  tx: Tx,
  { employerId, profileId, client }: Serving,
): Promise<void> {
  const members = await insertMembers(tx, employerId, client)
  const declared = { late: 1, sent: quartersShown }[client.standing as string] ?? 2
  for (const [index, quarter] of quartersOf(app).slice(0, declared).entries()) {
    const people = index + 1 === quartersShown ? [...members, newcomer] : members
    await insertSent(tx, { employerId, profileId, client, members: people, quarter })
  }
}

/** Declared without a number by who has declared everything: the agency finds somebody of that name in another company. */
const newcomer: ClientMember = {
  number: '000000000',
  lastName: 'CHRAIBI',
  firstName: 'NADIA',
  bornOn: '1990-12-03',
  salary: centimes(1_890_000),
}

interface Serving {
  readonly employerId: string
  /** The firm's person. */
  readonly profileId: string
  readonly client: DemoClient
}

async function insertMembers(
  tx: Tx,
  employerId: string,
  { number, members }: DemoClient,
): Promise<ClientMember[]> {
  const inserted: ClientMember[] = []
  for (let index = 0; index < members; index += 1) {
    const person = {
      number: `${number.slice(2)}${String(index + 1).padStart(5, '0')}`,
      lastName: lastNames[index % 8] ?? '',
      firstName: firstNames[(index + Math.floor(index / 8)) % 8] ?? '',
    }
    await tx
      .insertInto('memberships')
      .values({
        employer_id: employerId,
        category: workers.category,
        member_number: person.number,
        last_name: person.lastName,
        first_name: person.firstName,
        staff_number: `S${String(index + 1).padStart(3, '0')}`,
        sex: index % 2 === 0 ? 'M' : 'F',
        nationality: 'M',
        joined_on: '2018-09-01',
        born_on: '1988-04-12',
        family_situation: 'M',
        identity_sealed: null,
        identity_key: null,
        left_on: null,
      })
      .execute()
    const salary = centimes(1_350_000 + ((index * 7919) % 1_200_000))
    inserted.push({ salary, ...person })
  }
  return inserted
}

interface Sent extends Serving {
  readonly members: readonly ClientMember[]
  readonly quarter: Quarter
}

interface PaidMember {
  readonly member: ClientMember
  readonly employee: Dirhams
  readonly employer: Dirhams
}

async function insertSent(tx: Tx, sent: Sent): Promise<void> {
  const { employerId, client, members, quarter } = sent
  const lines = members.map((member) => ({
    member,
    employee: applyRate(member.salary, workers.employeeRate, halfUp),
    employer: applyRate(member.salary, workers.employerRate, halfUp),
  }))
  const sentAt = new Date(`${lastDay(quarter)}T10:00:00Z`)
  sentAt.setUTCDate(sentAt.getUTCDate() + 15)
  const reference = `R-${formatQuarter(quarter)}-${client.number}-${workers.category}`
  const id = await insertDeclaration(tx, { ...sent, lines, sentAt, reference })
  await insertLines(tx, { declarationId: id, employerId, lines })
  await postDeclaration(tx, {
    employerId,
    declarationId: id,
    category: workers.category,
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
    category: workers.category,
    quarter,
    lines: declaredPeople(employerId, id),
    at: sentAt,
  })
}

function amountsOf(lines: readonly PaidMember[]) {
  return {
    employee: sum(lines.map((one) => one.employee)),
    employer: sum(lines.map((one) => one.employer)),
  }
}

interface SentLines extends Sent {
  readonly lines: readonly PaidMember[]
  readonly sentAt: Date
  readonly reference: string
}

async function insertDeclaration(
  tx: Tx,
  { employerId, profileId, client, quarter, lines, sentAt, reference }: SentLines,
): Promise<string> {
  const amounts = amountsOf(lines)
  const { id } = await tx
    .insertInto('declarations')
    .values({
      employer_id: employerId,
      category: workers.category,
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
  readonly declarationId: string
  readonly employerId: string
  readonly lines: readonly PaidMember[]
}

async function insertLines(
  tx: Tx,
  { declarationId, employerId, lines }: LinesToInsert,
): Promise<void> {
  for (const [index, { member, employee, employer }] of lines.entries()) {
    await tx
      .insertInto('declaration_lines')
      .values({
        declaration_id: declarationId,
        employer_id: employerId,
        line: index + 1,
        record_code: '2',
        member_number: member.number,
        last_name: member.lastName,
        first_name: member.firstName,
        exit_on: null,
        identity_key: null,
        employee_rate: workers.employeeRate,
        employer_rate: workers.employerRate,
        salary_centimes: member.salary,
        employee_centimes: employee,
        employer_centimes: employer,
        sex: 'M',
        nationality: 'M',
        joined_on: '2018-09-01',
        born_on: member.bornOn ?? '1988-04-12',
        marital_status: 'M',
        children: 0,
        identity_sealed: null,
      })
      .execute()
  }
}
