import { createHash } from 'node:crypto'
import {
  compareQuarters,
  lastDay,
  type LocalDate,
  type Quarter,
  quartersBetween,
} from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { declaredPeople } from '../declarations/store/lines.ts'
import { recordDeclaredMembers } from '../members/record-declared-members.ts'
import { applyRate, type Dirhams, halfUp, sum } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { identityKey } from '../platform/secrets/identity.ts'
import { leaver } from './colleagues.ts'
import { declaredIn, type DemoMember, lastDeclared, lateQuarter } from './members.ts'

const firstQuarter: Quarter = { year: 2024, quarter: 2 }

/** Everything declared but the late quarter of category 01 and the last ended quarter, which is open. */
export async function insertPastDeclarations(
  app: AppContext,
  tx: Tx,
  employerId: string,
  profileId: string,
): Promise<void> {
  const last = lastDeclared(app)
  for (const category of ['01', '02']) {
    for (const quarter of quartersBetween(firstQuarter, last)) {
      if (category === '01' && compareQuarters(quarter, lateQuarter) === 0) continue
      const isLast = compareQuarters(quarter, last) === 0
      await insertDeclaration(app, tx, { employerId, profileId, category, quarter, isLast })
    }
  }
}

interface Declared {
  readonly employerId: string
  readonly profileId: string
  readonly category: string
  readonly quarter: Quarter
  /** The last one sent: somebody left in it. */
  readonly isLast: boolean
}

async function insertDeclaration(
  app: Pick<AppContext, 'keyring' | 'clock'>,
  tx: Tx,
  { employerId, profileId, category, quarter, isLast }: Declared,
): Promise<void> {
  const ends = lastDay(quarter)
  const members = declaredIn(app, category, quarter)
  const rates =
    category === '01' ? { employee: 600, employer: 780 } : { employee: 800, employer: 1040 }
  const lines = members.map((member) => ({
    member,
    employee: applyRate(member.salary, rates.employee, halfUp),
    employer: applyRate(member.salary, rates.employer, halfUp),
  }))
  const sentAt = new Date(`${ends}T10:00:00Z`)
  sentAt.setUTCDate(sentAt.getUTCDate() + 12)
  const { id } = await tx
    .insertInto('declarations')
    .values({
      employer_id: employerId,
      category,
      year: quarter.year,
      quarter: quarter.quarter,
      state: 'sent',
      file_id: null,
      file_name: `CIMR_005839_T${quarter.quarter}_${quarter.year}.txt`,
      file_sha256: createHash('sha256')
        .update(`${category} ${quarter.year} ${quarter.quarter}`)
        .digest(),
      layout: 'structure-190',
      encoding: 'utf-8',
      lines: lines.length,
      accepted_lines: lines.length,
      salary_centimes: sum(lines.map((one) => one.member.salary)),
      employee_centimes: sum(lines.map((one) => one.employee)),
      employer_centimes: sum(lines.map((one) => one.employer)),
      uploaded_by: profileId,
      uploaded_at: sentAt,
      receipt_number: `R-${quarter.year}T${quarter.quarter}-005839-${category}`,
      sent_by: profileId,
      sent_at: sentAt,
      deposit_id: null,
      replaces: null,
      content_file_id: null,
      source_lines: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const leaving = { on: ends, key: identityKey(app.keyring, { kind: 'cin', number: leaver.cin }) }
  await insertLines(tx, {
    declarationId: id,
    employerId,
    rates,
    lines,
    leaving: isLast ? leaving : null,
  })
  await recordDeclaredMembers(tx, {
    employerId,
    declarationId: id,
    category,
    quarter,
    lines: declaredPeople(employerId, id),
    at: sentAt,
  })
}

interface DeclaredLines {
  readonly declarationId: string
  readonly employerId: string
  /** Hundredths of a percent. */
  readonly rates: { readonly employee: number; readonly employer: number }
  readonly lines: readonly {
    readonly member: DemoMember
    readonly employee: Dirhams
    readonly employer: Dirhams
  }[]
  readonly leaving: { readonly on: LocalDate; readonly key: Buffer } | null
}

async function insertLines(
  tx: Tx,
  { declarationId, employerId, rates, lines, leaving }: DeclaredLines,
): Promise<void> {
  for (const [index, { member, employee, employer }] of lines.entries()) {
    const left = member.number === leaver.memberNumber ? leaving : null
    await tx
      .insertInto('declaration_lines')
      .values({
        declaration_id: declarationId,
        employer_id: employerId,
        line: index + 1,
        record_code: left ? '7' : '2',
        member_number: member.number,
        last_name: member.lastName,
        first_name: member.firstName,
        exit_on: left?.on ?? null,
        identity_key: left?.key ?? null,
        employee_rate: rates.employee,
        employer_rate: rates.employer,
        salary_centimes: member.salary,
        employee_centimes: employee,
        employer_centimes: employer,
        sex: member.sex,
        nationality: 'M',
        joined_on: member.joinedOn,
        born_on: member.bornOn,
        marital_status: 'M',
        children: 0,
        identity_sealed: null,
      })
      .execute()
  }
}
