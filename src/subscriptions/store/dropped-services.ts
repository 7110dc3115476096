import type { Teleservice } from '../../employers/employer.ts'
import type { Tx } from '../../platform/db/database.ts'

const profileServices = {
  declaration: 'declaration_internal',
  employer_account: 'employer_account',
  payment: 'payment',
  liquidation: 'liquidation',
} as const

interface Dropped {
  readonly service: Teleservice
  readonly reason: string
  readonly now: Date
}

export async function suspendProfiles(
  tx: Tx,
  employerId: string,
  dropped: Dropped,
): Promise<string[]> {
  const rows = await tx
    .updateTable('profiles')
    .set((row) => ({
      state: 'suspended' as const,
      state_reason: dropped.reason,
      state_changed_at: dropped.now,
      version: row('version', '+', 1),
    }))
    .where('employer_id', '=', employerId)
    .where('service', '=', profileServices[dropped.service])
    .where('state', 'in', ['invited', 'active'])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The session of a firm's person looks at the mandate at each click: nothing else needs to end. */
export async function suspendFirms(tx: Tx, employerId: string, reason: string): Promise<void> {
  await tx
    .updateTable('mandates')
    .set((row) => ({
      state: 'suspended' as const,
      end_reason: reason,
      version: row('version', '+', 1),
    }))
    .where('employer_id', '=', employerId)
    .where('state', '=', 'active')
    .where((is) =>
      is.exists(
        is
          .selectFrom('profiles')
          .select('profiles.id')
          .whereRef('profiles.id', '=', 'mandates.profile_id')
          .where('profiles.service', '=', 'declaration_external'),
      ),
    )
    .execute()
}
