import type { Quarter } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type CareerQuarter, earningOf, type Standing } from '../points.ts'

/** The quarters of a person in the company, under one number, whatever the category; newest first. */
export async function listCareer(
  tx: Tx,
  employerId: string,
  memberNumber: string,
  standingOf: (due: Pick<CareerQuarter, 'category' | 'quarter'>) => Standing,
): Promise<CareerQuarter[]> {
  const rows = await tx
    .selectFrom('careers')
    .innerJoin('memberships', 'memberships.id', 'careers.membership_id')
    .select([
      'careers.category',
      'careers.year',
      'careers.quarter',
      'careers.salary_centimes',
      'careers.employee_centimes',
      'careers.employer_centimes',
      'memberships.state',
    ])
    .where('careers.employer_id', '=', employerId)
    .where('memberships.member_number', '=', memberNumber)
    .where('memberships.state', '<>', 'merged')
    .orderBy('careers.year', 'desc')
    .orderBy('careers.quarter', 'desc')
    .orderBy('careers.category')
    .execute()
  return rows.map((row) => {
    const due = { category: row.category, quarter: { year: row.year, quarter: row.quarter } }
    return {
      ...due,
      salary: centimes(row.salary_centimes),
      employee: centimes(row.employee_centimes),
      employer: centimes(row.employer_centimes),
      earning: earningOf(row.state, standingOf(due)),
      awaitsNumber: row.state === 'provisional',
    }
  })
}

/**
 * Salaries of a category and quarter of those who were declared in it without a number, or under a provisional one, by the number that they
 * have today: their lines cannot tell it.
 */
export async function listNewcomerSalaries(
  tx: Tx,
  employerId: string,
  { category, quarter: of }: { readonly category: string; readonly quarter: Quarter },
): Promise<Map<string, Dirhams>> {
  const rows = await tx
    .selectFrom('careers')
    .innerJoin('memberships', 'memberships.id', 'careers.membership_id')
    .select(['memberships.member_number', 'careers.salary_centimes'])
    .where('careers.employer_id', '=', employerId)
    .where('careers.category', '=', category)
    .where('careers.year', '=', of.year)
    .where('careers.quarter', '=', of.quarter)
    .where((is) =>
      is.or([
        is('memberships.state', '=', 'provisional'),
        is('memberships.provisional_number', 'is not', null),
      ]),
    )
    .execute()
  return new Map(rows.map((row) => [row.member_number, centimes(row.salary_centimes)]))
}
