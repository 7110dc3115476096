import type { LocalDate, Quarter } from '../../../calendar/index.ts'
import { quarterOf } from '../../../calendar/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claim } from '../claim.ts'

/** A salary of somebody after the day on which they stopped working or died. */
export interface LaterSalary {
  readonly quarter: Quarter
  /** Of another company that declared it; nothing for the one that asks. */
  readonly elsewhere: string | null
}

/**
 * The quarters that begin after a day and have a salary of the person, the oldest first: the company sees its own alone, the
 * agency those of every company.
 */
export async function listLaterSalaries(
  tx: Tx,
  { employerId, memberNumber }: Pick<Claim, 'employerId' | 'memberNumber'>,
  day: LocalDate,
): Promise<LaterSalary[]> {
  const last = quarterOf(day)
  const rows = await tx
    .selectFrom('careers')
    .innerJoin('memberships', 'memberships.id', 'careers.membership_id')
    .innerJoin('employers', 'employers.id', 'careers.employer_id')
    .select(['careers.year', 'careers.quarter', 'careers.employer_id', 'employers.name'])
    .distinct()
    .where('memberships.member_number', '=', memberNumber)
    .where('memberships.state', '=', 'known')
    .where('careers.salary_centimes', '>', 0n)
    .where((is) =>
      is.or([
        is('careers.year', '>', last.year),
        is.and([is('careers.year', '=', last.year), is('careers.quarter', '>', last.quarter)]),
      ]),
    )
    .orderBy('careers.year')
    .orderBy('careers.quarter')
    .orderBy('employers.name')
    .execute()
  return rows.map(({ year, quarter, name, employer_id: id }) => ({
    quarter: { year, quarter },
    elsewhere: id === employerId ? null : name,
  }))
}
