import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Service } from '../career.ts'

/**
 * From when until when a person's quarters are declared online, by category: no earlier than the category itself is. Who has
 * no number yet is known by this membership alone.
 */
export async function listServices(
  tx: Tx,
  person: {
    readonly employerId: string
    readonly membershipId: string
    readonly memberNumber: string
  },
): Promise<(Service & { readonly joinedOn: LocalDate })[]> {
  const rows = await tx
    .selectFrom('memberships')
    .innerJoin('employer_categories', (join) =>
      join
        .onRef('employer_categories.employer_id', '=', 'memberships.employer_id')
        .onRef('employer_categories.category', '=', 'memberships.category'),
    )
    .select([
      'memberships.category',
      'memberships.joined_on',
      'memberships.left_on',
      'employer_categories.active_from',
      'employer_categories.active_until',
    ])
    .where('memberships.employer_id', '=', person.employerId)
    .where('memberships.state', '<>', 'merged')
    .where((is) =>
      person.memberNumber === '000000000'
        ? is('memberships.id', '=', person.membershipId)
        : is('memberships.member_number', '=', person.memberNumber),
    )
    .orderBy('memberships.category')
    .execute()
  return rows.map((row) => ({
    category: row.category,
    joinedOn: row.joined_on as LocalDate,
    from: later(row.joined_on, row.active_from) as LocalDate,
    until: earlier(row.left_on, row.active_until) as LocalDate | null,
  }))
}

function later(one: string, other: string): string {
  return one > other ? one : other
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
