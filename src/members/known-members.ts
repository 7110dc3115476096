import type { LocalDate } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'

/** A member as one employer knows them in one category. */
export interface Membership {
  readonly id: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly staffNumber: string
  readonly sex: 'M' | 'F'
  readonly nationality: 'M' | 'A'
  readonly joinedOn: LocalDate
  readonly bornOn: LocalDate
  readonly familySituation: 'C' | 'M' | 'D' | 'V'
  readonly children: number
  readonly identitySealed: Buffer | null
  readonly cnssNumber: string
  readonly phone: string
  readonly email: string
  readonly leftOn: LocalDate | null
  readonly category: string
}

/** The members of these categories that the fund knows at this employer, by name. */
export async function listMemberships(
  tx: Tx,
  employerId: string,
  categories: readonly string[],
): Promise<Membership[]> {
  if (categories.length === 0) return []
  const rows = await tx
    .selectFrom('memberships')
    .selectAll()
    .where('employer_id', '=', employerId)
    .where('category', 'in', [...categories])
    .orderBy('last_name')
    .orderBy('first_name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    memberNumber: row.member_number,
    lastName: row.last_name,
    firstName: row.first_name,
    staffNumber: row.staff_number,
    sex: row.sex,
    nationality: row.nationality,
    joinedOn: row.joined_on as LocalDate,
    bornOn: row.born_on as LocalDate,
    familySituation: row.family_situation,
    children: row.children,
    identitySealed: row.identity_sealed,
    cnssNumber: row.cnss_number,
    phone: row.phone,
    email: row.email,
    leftOn: row.left_on as LocalDate | null,
    category: row.category,
  }))
}

/** How many people the company has declared who are there on a day. */
export async function countMembersOn(tx: Tx, employerId: string, day: LocalDate): Promise<number> {
  const row = await tx
    .selectFrom('memberships')
    .select((is) => is.fn.countAll<bigint>().as('count'))
    .where('employer_id', '=', employerId)
    .where('joined_on', '<=', day)
    .where((is) => is.or([is('left_on', 'is', null), is('left_on', '>=', day)]))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
