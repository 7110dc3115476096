import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { MembershipState } from '../tables.ts'

/** A member with what tells them from somebody of the same name: for a claim, which must be of the right person. */
export interface IdentifiedMember {
  readonly id: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly sex: 'M' | 'F'
  readonly bornOn: LocalDate
  readonly category: string
  readonly state: MembershipState
  readonly leftOn: LocalDate | null
  /** Nothing when no declaration ever told their document. */
  readonly identityKey: Buffer | null
}

export async function findIdentifiedMember(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<IdentifiedMember | undefined> {
  const row = await tx
    .selectFrom('memberships')
    .select(['id', 'member_number', 'last_name', 'first_name', 'sex', 'born_on', 'category'])
    .select(['state', 'left_on', 'identity_key'])
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .where('state', '<>', 'merged')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      memberNumber: row.member_number,
      lastName: row.last_name,
      firstName: row.first_name,
      sex: row.sex,
      bornOn: row.born_on as LocalDate,
      category: row.category,
      state: row.state,
      leftOn: row.left_on as LocalDate | null,
      identityKey: row.identity_key,
    }
  )
}
