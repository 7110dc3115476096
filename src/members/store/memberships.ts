import { type Selectable, sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { copyOut } from '../../platform/db/copy-out.ts'
import type { MemberDetails, MemberFilter, MemberRow, Membership } from '../member.ts'
import type { MembershipState, MembershipsTable } from '../tables.ts'

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
    .where('state', '<>', 'merged')
    .orderBy('last_name')
    .orderBy('first_name')
    .execute()
  return rows.map(membershipFrom)
}

const membersAtOnce = 1_000

/**
 * Those of a category who are there in a span, by name, some at a time: one picture of the register however long it is
 * to read, and never all of it in memory.
 */
export async function* streamMembersDuring(
  tx: Tx,
  employerId: string,
  category: string,
  { from, to }: Span,
): AsyncGenerator<Membership[]> {
  await sql`declare members_during no scroll cursor for
    select * from memberships
    where employer_id = ${employerId} and category = ${category} and state <> 'merged'
      and joined_on <= ${to} and (left_on is null or left_on >= ${from})
    order by last_name, first_name, id`.execute(tx)
  for (;;) {
    const { rows } = await sql<
      Selectable<MembershipsTable>
    >`fetch forward ${sql.lit(membersAtOnce)} from members_during`.execute(tx)
    if (rows.length > 0) yield rows.map(membershipFrom)
    if (rows.length < membersAtOnce) break
  }
  await sql`close members_during`.execute(tx)
}

function membershipFrom(row: Selectable<MembershipsTable>): Membership {
  return {
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
  }
}

/**
 * Those who were there at some time between two days, in no order, as the text of `COPY`: the number, the last name, the first
 * name, the day of birth and «1» where a document is known. A company may have a hundred thousand.
 */
export function listNamesDuring(
  tx: Tx,
  employerId: string,
  category: string,
  { from, to }: Span,
): Promise<string> {
  return copyOut(
    tx,
    sql`select member_number, last_name, first_name, born_on, case when identity_key is null then '' else '1' end
      from memberships
      where employer_id = ${employerId} and category = ${category} and state <> 'merged'
        and joined_on <= ${to} and (left_on is null or left_on >= ${from})`,
  )
}

/** From a day to a day, both included. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** How many are there at some time between two days. */
export async function countMembersDuring(
  tx: Tx,
  employerId: string,
  category: string,
  { from, to }: Span,
): Promise<number> {
  const row = await tx
    .selectFrom('memberships')
    .select((is) => is.fn.countAll<bigint>().as('count'))
    .where('employer_id', '=', employerId)
    .where('category', '=', category)
    .where('state', '<>', 'merged')
    .where('joined_on', '<=', to)
    .where((is) => is.or([is('left_on', 'is', null), is('left_on', '>=', from)]))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** How many people the company has declared who are there on a day. */
export async function countMembersOn(tx: Tx, employerId: string, day: LocalDate): Promise<number> {
  const row = await tx
    .selectFrom('memberships')
    .select((is) => is.fn.countAll<bigint>().as('count'))
    .where('employer_id', '=', employerId)
    .where('state', '<>', 'merged')
    .where('joined_on', '<=', day)
    .where((is) => is.or([is('left_on', 'is', null), is('left_on', '>=', day)]))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

const columns = [
  'id',
  'category',
  'member_number',
  'last_name',
  'first_name',
  'staff_number',
  'state',
  'joined_on',
  'left_on',
] as const

/** Members of one company by name; what is asked can only narrow. */
export async function listMembers(
  tx: Tx,
  employerId: string,
  filter: MemberFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<MemberRow[]> {
  const rows = await matching(tx, employerId, filter)
    .select(columns)
    .orderBy('last_name')
    .orderBy('first_name')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map(memberFrom)
}

export async function countMembers(
  tx: Tx,
  employerId: string,
  filter: MemberFilter,
): Promise<number> {
  const row = await matching(tx, employerId, filter)
    .select((is) => is.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function matching(tx: Tx, employerId: string, { words, category, presence }: MemberFilter) {
  let query = tx
    .selectFrom('memberships')
    .where('employer_id', '=', employerId)
    .where('state', '<>', 'merged')
  if (category) query = query.where('category', '=', category)
  if (presence === 'here') query = query.where('left_on', 'is', null)
  if (presence === 'left') query = query.where('left_on', 'is not', null)
  if (presence === 'waiting') query = query.where('state', 'in', ['provisional', 'refused'])
  if (words !== '') query = query.where(beginsWith(words))
  return query
}

/** «bennani», «youssef bennani» or «0001234»: the beginnings of what a payroll clerk has at hand, accents aside. */
export function beginsWith(words: string) {
  const starts = [words, words.normalize('NFD').replace(/\p{M}/gu, '')].map(
    (text) => `${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`,
  )
  return sql<boolean>`(last_name || ' ' || first_name ilike any (${starts}::text[])
    or first_name || ' ' || last_name ilike any (${starts}::text[])
    or member_number like any (${starts}::text[]) or provisional_number like any (${starts}::text[]))`
}

export async function findMember(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<MemberDetails | undefined> {
  const row = await tx
    .selectFrom('memberships')
    .select([...columns, 'born_on', 'decision_note', 'provisional_number'])
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .where('state', '<>', 'merged')
    .executeTakeFirst()
  return (
    row && {
      ...memberFrom(row),
      bornOn: row.born_on as LocalDate,
      decisionNote: row.decision_note,
      provisionalNumber: row.provisional_number,
    }
  )
}

interface Row {
  id: string
  category: string
  member_number: string
  last_name: string
  first_name: string
  staff_number: string
  state: MembershipState
  joined_on: string
  left_on: string | null
}

function memberFrom(row: Row): MemberRow {
  return {
    id: row.id,
    category: row.category,
    memberNumber: row.member_number,
    lastName: row.last_name,
    firstName: row.first_name,
    staffNumber: row.staff_number,
    state: row.state,
    joinedOn: row.joined_on as LocalDate,
    leftOn: row.left_on as LocalDate | null,
  }
}
