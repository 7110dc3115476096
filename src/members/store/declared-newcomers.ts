import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { MembershipState } from '../tables.ts'

/** Somebody whom a declaration names without a number, or under one that an agent has not confirmed. */
export interface DeclaredNewcomer {
  readonly lastName: string
  readonly firstName: string
  readonly staffNumber: string
  /** The provisional number that they were given. */
  readonly given: string
  /** The number that they have today. */
  readonly number: string
  readonly state: MembershipState
}

interface Declared {
  readonly employerId: string
  readonly category: string
  /** A query that gives the declared lines (`declared-members.ts`). */
  readonly lines: RawBuilder<unknown>
}

const nobody = '000000000'

/**
 * The newcomers of a declaration by name, some of them, and how many they are. Each by the number of the line, or the document, or
 * name and birth where either side has none: three joins that do not grow with one another.
 */
export async function listDeclaredNewcomers(
  tx: Tx,
  { employerId, category, lines }: Declared,
  most: number,
): Promise<{ readonly people: readonly DeclaredNewcomer[]; readonly count: number }> {
  const { rows } = await sql<DeclaredNewcomer & { readonly count: bigint }>`
    with own as materialized (
      select one.id, one.last_name, one.first_name, one.born_on, one.staff_number, one.identity_key, one.state,
        coalesce(one.provisional_number, one.member_number) as given, coalesce(other.member_number, one.member_number) as number
      from memberships one left join memberships other on other.employer_id = ${employerId} and other.id = one.merged_into
      where one.employer_id = ${employerId} and one.category = ${category}
        and (one.state in ('provisional', 'refused') or one.provisional_number is not null)),
    said as materialized (
      select member_number, identity_key, last_name, first_name, born_on from (${lines}) as line
      where member_number = ${nobody} or member_number in (select given from own)),
    found as (
      select own.id from own join said on said.member_number = own.given
        where own.state in ('provisional', 'refused') or own.given <> own.number
      union select own.id from own join said
        on said.member_number = ${nobody} and said.identity_key = own.identity_key
      union select own.id from own join said on said.member_number = ${nobody} and said.last_name = own.last_name
        and said.first_name = own.first_name and said.born_on = own.born_on
        and (said.identity_key is null or own.identity_key is null))
    select last_name as "lastName", first_name as "firstName", staff_number as "staffNumber", given, number, state,
      count(*) over () as count
    from own join found using (id) order by last_name, first_name, given limit ${most}`.execute(tx)
  return { people: rows, count: Number(rows[0]?.count ?? 0n) }
}
