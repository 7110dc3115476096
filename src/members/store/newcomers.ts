import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Newcomer } from '../newcomer.ts'
import type { MembershipState } from '../tables.ts'

interface NewcomerRow {
  id: string
  employer_id: string
  employer_number: string
  employer_name: string
  member_number: string
  last_name: string
  first_name: string
  born_on: string
  sex: 'M' | 'F'
  nationality: 'M' | 'A'
  joined_on: string
  staff_number: string
  cnss_number: string
  identity_sealed: Buffer | null
  identity_key: Buffer | null
  categories: string[]
  declared_at: Date
  state: MembershipState
  decision_note: string
  version: number
}

const columns = sql`own.id, own.employer_id, employer.employer_number, employer.name as employer_name, own.member_number,
  own.last_name, own.first_name, own.born_on, own.sex, own.nationality, own.joined_on, own.staff_number, own.cnss_number,
  own.identity_sealed, own.identity_key, own.declared_at, own.state, own.decision_note, own.version,
  (select array_agg(other.category order by other.category) from memberships other
    where other.employer_id = own.employer_id and other.member_number = own.member_number) as categories`

/** One row a person: somebody declared in two categories of a company waits once. */
const waiting = sql`from memberships own join employers employer on employer.id = own.employer_id
  where own.state = 'provisional' and not exists (select from memberships earlier
    where earlier.employer_id = own.employer_id and earlier.member_number = own.member_number
      and earlier.state = 'provisional' and earlier.category < own.category)`

export interface NewcomerFilter {
  /** A company by number or name, a person by name or provisional number; empty: everybody. */
  readonly words: string
}

function matching({ words }: NewcomerFilter) {
  if (words === '') return sql<boolean>`true`
  const mark = words.replace(/[\\%_]/g, '\\$&')
  return sql<boolean>`(employer.employer_number = ${words} or employer.name ilike ${`%${mark}%`}
    or own.last_name || ' ' || own.first_name ilike ${`${mark}%`} or own.member_number = ${words})`
}

/** Whoever waits, the longest first. */
export async function listNewcomers(
  tx: Tx,
  filter: NewcomerFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<Newcomer[]> {
  const { rows } = await sql<NewcomerRow>`select ${columns} ${waiting} and ${matching(filter)}
    order by own.declared_at, own.id limit ${page.limit} offset ${page.offset}`.execute(tx)
  return rows.map(newcomerFrom)
}

export async function countNewcomers(tx: Tx, filter: NewcomerFilter): Promise<number> {
  const { rows } = await sql<{
    count: bigint
  }>`select count(*) as count ${waiting} and ${matching(filter)}`.execute(tx)
  return Number(rows[0]?.count ?? 0n)
}

/** Somebody who waits, or was decided about. */
export async function findNewcomer(tx: Tx, id: string): Promise<Newcomer | undefined> {
  const { rows } = await sql<NewcomerRow>`select ${columns} from memberships own
    join employers employer on employer.id = own.employer_id
    where own.id = ${id} and (own.state = 'provisional' or own.decided_at is not null)`.execute(tx)
  return rows[0] && newcomerFrom(rows[0])
}

export interface OwnMembership {
  readonly id: string
  readonly category: string
}

/** Every membership of a newcomer that waits, held until the decision is made. */
export async function lockWaiting(
  tx: Tx,
  { employerId, memberNumber }: Pick<Newcomer, 'employerId' | 'memberNumber'>,
): Promise<OwnMembership[]> {
  return tx
    .selectFrom('memberships')
    .select(['id', 'category'])
    .where('employer_id', '=', employerId)
    .where('member_number', '=', memberNumber)
    .where('state', '=', 'provisional')
    .orderBy('category')
    .forUpdate()
    .execute()
}

function newcomerFrom(row: NewcomerRow): Newcomer {
  return {
    id: row.id,
    employerId: row.employer_id,
    employerNumber: row.employer_number,
    employerName: row.employer_name,
    memberNumber: row.member_number,
    lastName: row.last_name,
    firstName: row.first_name,
    bornOn: row.born_on as LocalDate,
    sex: row.sex,
    nationality: row.nationality,
    joinedOn: row.joined_on as LocalDate,
    staffNumber: row.staff_number,
    cnssNumber: row.cnss_number,
    identitySealed: row.identity_sealed,
    identityKey: row.identity_key,
    categories: row.categories,
    declaredAt: row.declared_at,
    state: row.state,
    decisionNote: row.decision_note,
    version: row.version,
  }
}
