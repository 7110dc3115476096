import type { Tx } from '../../platform/db/database.ts'
import type { Milestone, NearingMember } from '../nearing.ts'

/** Keeps what is about to be told, and gives the identifiers of those who had not been told yet at this milestone. */
export async function insertNotices(
  tx: Tx,
  employerId: string,
  due: readonly { readonly member: NearingMember; readonly milestone: Milestone }[],
  at: Date,
): Promise<ReadonlySet<string>> {
  if (due.length === 0) return new Set()
  const rows = await tx
    .insertInto('retirement_notices')
    .values(
      due.map(({ member, milestone }) => ({
        employer_id: employerId,
        membership_id: member.id,
        milestone,
        pension_on: member.pensionOn,
        told_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['employer_id', 'membership_id', 'milestone']).doNothing(),
    )
    .returning('membership_id')
    .execute()
  return new Set(rows.map(({ membership_id }) => membership_id))
}
