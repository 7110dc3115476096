import { declaredPeople } from '../declarations/store/lines.ts'
import { recordDeclaredMembers } from '../members/record-declared-members.ts'
import {
  formatQuarter,
  type LocalDate,
  type Quarter,
  lastDay,
  nextQuarter,
  previousQuarter,
  quarterOf,
  todayIn,
} from '../calendar/index.ts'
import { createHash } from 'node:crypto'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { identityKey } from '../platform/secrets/identity.ts'
import { leaver } from './colleagues.ts'
import { retiringMembers } from './retiring.ts'

/** A member whom the demonstration has declared since the beginning. */
export interface DemoMember {
  readonly category: string
  readonly number: string
  readonly lastName: string
  readonly firstName: string
  readonly sex: 'M' | 'F'
  readonly joinedOn: string
  readonly bornOn: string
  readonly salaryCentimes: bigint
  /** The quarter («2025T2») that was declared without them. */
  readonly absentIn?: string
}

const longServing: readonly DemoMember[] = [
  {
    category: '01',
    number: '000123456',
    lastName: 'EL AMRANI',
    firstName: 'FATIMA ZAHRA',
    sex: 'F',
    joinedOn: '2010-03-01',
    bornOn: '1985-07-15',
    salaryCentimes: 3_600_025n,
  },
  {
    category: '01',
    number: '000123457',
    lastName: 'BENNANI',
    firstName: 'YOUSSEF',
    sex: 'M',
    joinedOn: '2012-04-01',
    bornOn: '1979-02-02',
    salaryCentimes: 2_400_000n,
  },
  {
    category: '01',
    number: '000123890',
    lastName: 'OUAZZANI',
    firstName: 'HICHAM',
    sex: 'M',
    joinedOn: '2024-10-01',
    bornOn: '1993-05-21',
    salaryCentimes: 2_850_000n,
  },
  {
    category: '01',
    number: '000123891',
    lastName: 'CHRAIBI',
    firstName: 'NADIA',
    sex: 'F',
    joinedOn: '2025-01-06',
    bornOn: '1990-12-03',
    salaryCentimes: 3_120_000n,
  },
  {
    category: '02',
    number: '000098001',
    lastName: 'TAHIRI',
    firstName: 'KARIM',
    sex: 'M',
    joinedOn: '2009-09-01',
    bornOn: '1976-01-30',
    salaryCentimes: 9_900_000n,
  },
  {
    category: '02',
    number: '000098002',
    lastName: 'SEBTI',
    firstName: 'LEILA',
    sex: 'F',
    joinedOn: '2015-02-01',
    bornOn: '1983-08-11',
    salaryCentimes: 8_450_050n,
  },
]

function atlasMembers(app: Pick<AppContext, 'clock'>): readonly DemoMember[] {
  return [...longServing, ...retiringMembers(todayIn(app.clock))]
}

/** The late quarter of the demonstration, still to declare: the golden lines are for it. */
const lateQuarter: Quarter = { year: 2024, quarter: 3 }

export async function insertAtlasMembers(
  app: AppContext,
  tx: Tx,
  employerId: string,
): Promise<void> {
  const leftOn = lastDay(lastDeclared(app))
  for (const member of atlasMembers(app)) {
    await tx
      .insertInto('memberships')
      .values({
        employer_id: employerId,
        category: member.category,
        member_number: member.number,
        last_name: member.lastName,
        first_name: member.firstName,
        sex: member.sex,
        nationality: 'M',
        joined_on: member.joinedOn,
        born_on: member.bornOn,
        family_situation: 'M',
        identity_sealed: null,
        identity_key: null,
        // The late file says that this member left in it; the fund learns it when the file comes.
        left_on: member.number === leaver.memberNumber ? leftOn : null,
      })
      .execute()
  }
}

/** The last ended quarter is open: what comes before it is declared. */
function lastDeclared(app: Pick<AppContext, 'clock'>): Quarter {
  return previousQuarter(previousQuarter(quarterOf(todayIn(app.clock))))
}

/** Everything declared but the late quarter of category 01 and the last ended quarter, which is open. */
export async function insertPastDeclarations(
  app: AppContext,
  tx: Tx,
  employerId: string,
  profileId: string,
): Promise<void> {
  const open = nextQuarter(lastDeclared(app))
  for (const category of ['01', '02']) {
    let quarter: Quarter = { year: 2024, quarter: 2 }
    while (
      quarter.year < open.year ||
      (quarter.year === open.year && quarter.quarter < open.quarter)
    ) {
      const isLate =
        category === '01' &&
        quarter.year === lateQuarter.year &&
        quarter.quarter === lateQuarter.quarter
      const leaves = nextQuarter(quarter)
      const isLast = leaves.year === open.year && leaves.quarter === open.quarter
      if (!isLate)
        await insertDeclaration(app, tx, { employerId, profileId, category, quarter, isLast })
      quarter = nextQuarter(quarter)
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
    category === '01' ? { employee: 600n, employer: 780n } : { employee: 800n, employer: 1040n }
  const lines = members.map((member) => ({
    member,
    employee: halfUp(member.salaryCentimes * rates.employee),
    employer: halfUp(member.salaryCentimes * rates.employer),
  }))
  const sentAt = new Date(`${ends}T10:00:00Z`)
  sentAt.setUTCDate(sentAt.getUTCDate() + 12)
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)
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
      salary_centimes: sum(lines.map((one) => one.member.salaryCentimes)),
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

function declaredIn(
  app: Pick<AppContext, 'clock'>,
  category: string,
  quarter: Quarter,
): readonly DemoMember[] {
  const left = category === '01' && (quarter.year > 2024 || quarter.quarter > 2) ? '000123457' : ''
  return atlasMembers(app).filter(
    (one) =>
      one.category === category &&
      one.joinedOn <= lastDay(quarter) &&
      one.number !== left &&
      one.absentIn !== formatQuarter(quarter),
  )
}

interface DeclaredLines {
  readonly declarationId: string
  readonly employerId: string
  readonly rates: { readonly employee: bigint; readonly employer: bigint }
  readonly lines: readonly {
    readonly member: DemoMember
    readonly employee: bigint
    readonly employer: bigint
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
        employee_rate: Number(rates.employee),
        employer_rate: Number(rates.employer),
        salary_centimes: member.salaryCentimes,
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

/** Hundredths of a percent of centimes, to the nearest centime. */
function halfUp(product: bigint): bigint {
  return (product + 5_000n) / 10_000n
}
