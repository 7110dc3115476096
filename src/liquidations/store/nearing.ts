import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import { beginsWith } from '../../members/store/memberships.ts'
import type { Tx } from '../../platform/db/database.ts'
import { ofSurvivors, ownPensions } from '../claims/claim.ts'
import { bornBy, type CategoryAge, type NearingMember } from '../nearing.ts'

export interface NearingFilter {
  readonly ages: readonly CategoryAge[]
  readonly today: LocalDate
  /** The pension begins by this day; null for everybody. */
  readonly pensionBy: LocalDate | null
  /** The beginning of a name, or of a number. */
  readonly words: string
}

/** Members in service by the day of their whole pension, then by name: each person once, whatever the categories. */
export async function listNearing(
  tx: Tx,
  employerId: string,
  filter: NearingFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<NearingMember[]> {
  const { rows } = await sql<Row>`${nearing(employerId, filter)}
    select id, category, member_number, last_name, first_name, state, born_on, pension_on,
      ${draftOf(employerId, 'nearing')} as draft_id
    from nearing order by pension_on, last_name, first_name, id limit ${page.limit} offset ${page.offset}`.execute(
    tx,
  )
  return rows.map((row) => ({
    id: row.id,
    category: row.category,
    memberNumber: row.member_number,
    lastName: row.last_name,
    firstName: row.first_name,
    state: row.state,
    bornOn: row.born_on,
    pensionOn: row.pension_on,
    draftClaimId: row.draft_id,
  }))
}

export interface NearingPage {
  /** How many begin on each day, on every page together. */
  readonly byDay: readonly { readonly pensionOn: LocalDate; readonly count: number }[]
  readonly members: readonly NearingMember[]
}

/** A page of the same, the last one when so many do not exist, and the days of all: the company is gone through once. */
export async function findNearingPage(
  tx: Tx,
  employerId: string,
  filter: NearingFilter,
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Promise<NearingPage> {
  const { rows } = await sql<{
    days: { pensionOn: LocalDate; count: number }[]
    members: NearingMember[]
  }>`${nearing(employerId, filter)},
    days as (select pension_on, count(*) as count from nearing group by pension_on),
    shown as (
      select * from nearing order by pension_on, last_name, first_name, id limit ${perPage}
      offset ${perPage}::int * (select greatest(0, least(${page}::int, ceil(sum(count) / ${perPage}::int)) - 1) from days))
    select coalesce((select json_agg(json_build_object('pensionOn', pension_on, 'count', count) order by pension_on)
        from days), '[]') as days,
      coalesce((select json_agg(json_build_object('id', id, 'category', category, 'memberNumber', member_number,
        'lastName', last_name, 'firstName', first_name, 'state', state, 'bornOn', born_on, 'pensionOn', pension_on,
        'draftClaimId', ${draftOf(employerId, 'shown')}) order by pension_on, last_name, first_name, id) from shown), '[]') as members`.execute(
    tx,
  )
  const [found] = rows
  return { byDay: found?.days ?? [], members: found?.members ?? [] }
}

function draftOf(employerId: string, whose: string) {
  return sql`(select c.id from claims c where c.employer_id = ${employerId} and c.member_number = ${sql.table(whose)}.member_number
        and c.kind = any (${ownPensions}) and c.state = 'draft' limit 1)`
}

/** Who has no number yet is nobody else; as bytes, which twenty thousand people are sorted by in half the time. */
const person = sql`case m.member_number when '000000000' then m.id::text else m.member_number end collate "C"`

/** Somebody with two categories is there with the earlier of their days; whose claim the agency has, or who has died, is there no more. */
function nearing(employerId: string, { ages, today, pensionBy, words }: NearingFilter) {
  const categories = ages.map(({ category }) => category)
  const years = ages.map(({ age }) => age)
  const latest = ages.map(({ age }) => (pensionBy ? bornBy(pensionBy, age) : '9999-12-31'))
  const named = words === '' ? sql<boolean>`true` : beginsWith(words)
  return sql`with nearing as (
    select distinct on (${person})
      m.id, m.category, m.member_number, m.last_name, m.first_name, m.state, m.born_on,
      (date_trunc('quarter', m.born_on + make_interval(years => whole.age)) + interval '3 months')::date as pension_on
    from unnest(${categories}::text[], ${years}::int[], ${latest}::date[]) as whole (category, age, born_by)
    join memberships m on m.employer_id = ${employerId} and m.category = whole.category and m.born_on <= whole.born_by
    where m.state <> 'merged' and (m.left_on is null or m.left_on >= ${today}) and ${named}
      and m.member_number not in (select c.member_number from claims c where c.employer_id = ${employerId}
        and (c.kind = any (${ownPensions}) and c.state in ('sent', 'incomplete', 'granted')
          or c.kind = any (${ofSurvivors}) and c.ended_on is not null and c.state not in ('refused', 'withdrawn')))
    order by ${person}, pension_on, m.id)`
}

interface Row {
  id: string
  category: string
  member_number: string
  last_name: string
  first_name: string
  state: NearingMember['state']
  born_on: LocalDate
  pension_on: LocalDate
  draft_id: string | null
}
