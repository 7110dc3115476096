import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type KnownPerson, type Likeness, type Newcomer, parseMemberNumber } from '../newcomer.ts'

interface PersonRow {
  member_number: string
  last_name: string
  first_name: string
  born_on: string
  sex: 'M' | 'F'
  nationality: 'M' | 'A'
  cnss_number: string
  identity_sealed: Buffer | null
  rank: number
  employer_name: string
  left_on: string | null
}

const likenessOf: Readonly<Record<number, Likeness>> = { 1: 'identity', 2: 'name', 3: 'near' }
const most = 20

/**
 * People whom the fund knows and who may be this one, in whatever company: the same document; the same name and birth, first
 * name and name exchanged too; born the same day with one of the names.
 */
export function listLikely(tx: Tx, { identityKey, ...like }: Newcomer): Promise<KnownPerson[]> {
  const { lastName, firstName, bornOn } = like
  const rank = sql<number>`case when known.identity_key = ${identityKey} then 1
    when known.born_on = ${bornOn} and (known.last_name, known.first_name) in ((${lastName}, ${firstName}), (${firstName}, ${lastName}))
      then 2 else 3 end`
  return listPeople(
    tx,
    sql`known.identity_key = ${identityKey} or (known.born_on = ${bornOn}
      and (known.last_name in (${lastName}, ${firstName}) or known.first_name in (${firstName}, ${lastName})))`,
    rank,
  )
}

/** People by number, or by the beginning of their name, surname or first name first. */
export function searchPeople(tx: Tx, words: string): Promise<KnownPerson[]> {
  const number = /^\d{1,9}$/.test(words) ? words.padStart(9, '0') : ''
  return listPeople(tx, sql`known.member_number = ${number} or ${named(words)}`, sql<number>`4`)
}

/**
 * The beginning of a name, surname first; or first names, then the beginning of a surname. Ranges and not patterns: under
 * row-level security an index serves nothing else.
 */
export function named(words: string): RawBuilder<unknown> {
  const parts = words.toUpperCase().split(/\s+/).filter(Boolean)
  const divided = parts
    .slice(1, 6)
    .map((_, at) => [parts.slice(0, at + 1).join(' '), parts.slice(at + 1).join(' ')] as const)
  const likes = [
    begins(sql`last_name`, parts.join(' ')),
    ...divided.flatMap(([before, after]) => [
      sql`(last_name = ${before} and ${begins(sql`first_name`, after)})`,
      sql`(${begins(sql`last_name`, after)} and ${begins(sql`first_name`, before)})`,
    ]),
  ]
  return sql`(${sql.join(likes, sql` or `)})`
}

/** No character comes after this one. */
const last = '\u{10FFFF}'

const begins = (column: RawBuilder<unknown>, text: string) =>
  sql`(${column} ~>=~ ${text} and ${column} ~<=~ ${text + last})`

/** Enough to sort and to say that there are more; nobody reads further. */
const mostCompared = 500

export interface FoundMember {
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly bornOn: LocalDate
  readonly isProvisional: boolean
  readonly employerId: string
  readonly employerName: string
  readonly leftOn: LocalDate | null
}

/** Members of the whole fund by number or by the beginning of their name, in each company that declared them. */
export async function findMembersLike(
  tx: Tx,
  words: string,
  limit: number,
): Promise<FoundMember[]> {
  const number = parseMemberNumber(words)
  const which = number ? sql`member_number = ${number}` : named(words)
  const { rows } = await sql<FoundRow>`select known.*, employer.name as employer_name
    from (select member_number, last_name, first_name, born_on, state, employer_id, left_on from memberships
      where ${which} and state in ('known', 'provisional') limit ${mostCompared}) known
    join employers employer on employer.id = known.employer_id
    order by last_name, first_name, member_number, left_on desc nulls first limit ${limit}`.execute(
    tx,
  )
  return rows.map((row) => ({
    memberNumber: row.member_number,
    lastName: row.last_name,
    firstName: row.first_name,
    bornOn: row.born_on as LocalDate,
    isProvisional: row.state === 'provisional',
    employerId: row.employer_id,
    employerName: row.employer_name,
    leftOn: row.left_on as LocalDate | null,
  }))
}

interface FoundRow {
  member_number: string
  last_name: string
  first_name: string
  born_on: string
  state: 'known' | 'provisional'
  employer_id: string
  employer_name: string
  left_on: string | null
}

export async function findPerson(tx: Tx, memberNumber: string): Promise<KnownPerson | undefined> {
  const [found] = await listPeople(tx, sql`known.member_number = ${memberNumber}`, sql<number>`4`)
  return found
}

/** Whether somebody else has this number, known or not. */
export async function isTaken(
  tx: Tx,
  memberNumber: string,
  { employerId, memberNumber: own }: Pick<Newcomer, 'employerId' | 'memberNumber'>,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select exists (select from memberships
    where member_number = ${memberNumber} and not (employer_id = ${employerId} and member_number = ${own})) as taken`.execute(
    tx,
  )
  return rows[0]?.taken ?? false
}

/** One row a number, as the company that declared them last knows them. */
async function listPeople(
  tx: Tx,
  which: RawBuilder<unknown>,
  rank: RawBuilder<number>,
): Promise<KnownPerson[]> {
  const { rows } = await sql<PersonRow>`select * from (
      select distinct on (known.member_number) known.member_number, known.last_name, known.first_name, known.born_on, known.sex,
        known.nationality, known.cnss_number, known.identity_sealed, ${rank} as rank, employer.name as employer_name,
        known.left_on
      from memberships known join employers employer on employer.id = known.employer_id
      where known.state = 'known' and known.member_number <> '000000000' and (${which})
      order by known.member_number, rank, known.left_on desc nulls first
    ) as person order by rank, last_name, first_name, member_number limit ${most}`.execute(tx)
  return rows.map((row) => ({
    memberNumber: row.member_number,
    lastName: row.last_name,
    firstName: row.first_name,
    bornOn: row.born_on as LocalDate,
    sex: row.sex,
    nationality: row.nationality,
    cnssNumber: row.cnss_number,
    identitySealed: row.identity_sealed,
    likeness: likenessOf[row.rank] ?? null,
    employerName: row.employer_name,
    leftOn: row.left_on as LocalDate | null,
  }))
}
