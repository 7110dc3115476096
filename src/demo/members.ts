import {
  compareQuarters,
  formatQuarter,
  lastDay,
  previousQuarter,
  type Quarter,
  quarterOf,
  todayIn,
} from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { centimes, type Dirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
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
  readonly salary: Dirhams
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
    salary: centimes(3_600_025),
  },
  {
    category: '01',
    number: '000123457',
    lastName: 'BENNANI',
    firstName: 'YOUSSEF',
    sex: 'M',
    joinedOn: '2012-04-01',
    bornOn: '1979-02-02',
    salary: centimes(2_400_000),
  },
  {
    category: '01',
    number: '000123890',
    lastName: 'OUAZZANI',
    firstName: 'HICHAM',
    sex: 'M',
    joinedOn: '2024-10-01',
    bornOn: '1993-05-21',
    salary: centimes(2_850_000),
  },
  {
    category: '01',
    number: '000123891',
    lastName: 'CHRAIBI',
    firstName: 'NADIA',
    sex: 'F',
    joinedOn: '2025-01-06',
    bornOn: '1990-12-03',
    salary: centimes(3_120_000),
  },
  {
    category: '02',
    number: '000098001',
    lastName: 'TAHIRI',
    firstName: 'KARIM',
    sex: 'M',
    joinedOn: '2009-09-01',
    bornOn: '1976-01-30',
    salary: centimes(9_900_000),
  },
  {
    category: '02',
    number: '000098002',
    lastName: 'SEBTI',
    firstName: 'LEILA',
    sex: 'F',
    joinedOn: '2015-02-01',
    bornOn: '1983-08-11',
    salary: centimes(8_450_050),
  },
]

/** The late quarter of category 01, still to declare: the golden lines are for it. */
export const lateQuarter: Quarter = { year: 2024, quarter: 3 }

/** Whoever the golden lines say left in the late quarter: the fund learns it when they come. */
const leavesInLateFile = '000123457'

/** The last quarter declared: the one that ended after it is open. */
export function lastDeclared(app: Pick<AppContext, 'clock'>): Quarter {
  return previousQuarter(previousQuarter(quarterOf(todayIn(app.clock))))
}

/** Everybody whom the company declared, or will, whatever the day the demonstration begins. */
function atlasMembers(app: Pick<AppContext, 'clock'>): readonly DemoMember[] {
  return [...longServing, ...retiringMembers(todayIn(app.clock))]
}

/** Those whom a declaration of the past is about. */
export function declaredIn(
  app: Pick<AppContext, 'clock'>,
  category: string,
  quarter: Quarter,
): readonly DemoMember[] {
  const hasLeft = compareQuarters(quarter, lateQuarter) >= 0
  return atlasMembers(app).filter(
    (one) =>
      one.category === category &&
      one.joinedOn <= lastDay(quarter) &&
      !(hasLeft && one.number === leavesInLateFile) &&
      one.absentIn !== formatQuarter(quarter),
  )
}

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
        left_on: member.number === leaver.memberNumber ? leftOn : null,
      })
      .execute()
  }
}
