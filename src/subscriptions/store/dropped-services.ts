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

/** Whoever a dropped service was taken from, as the trail names them. */
export interface SuspendedUser {
  readonly id: string
  readonly name: string
  readonly login: string
}

export async function suspendProfiles(
  tx: Tx,
  employerId: string,
  dropped: Dropped,
): Promise<SuspendedUser[]> {
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
    .returning(['id', 'first_name', 'last_name', 'login'])
    .execute()
  return rows.map(({ id, first_name, last_name, login }) => ({
    id,
    name: `${first_name} ${last_name}`,
    login,
  }))
}

/** The session of a firm's person looks at the mandate at each click: nothing else needs to end. */
export async function suspendFirms(
  tx: Tx,
  employerId: string,
  { reason, now }: Pick<Dropped, 'reason' | 'now'>,
): Promise<SuspendedUser[]> {
  return tx
    .updateTable('mandates')
    .from('profiles')
    .set((row) => ({
      state: 'suspended' as const,
      ended_at: now,
      end_reason: reason,
      version: row('mandates.version', '+', 1),
    }))
    .whereRef('profiles.id', '=', 'mandates.profile_id')
    .where('profiles.service', '=', 'declaration_external')
    .where('mandates.employer_id', '=', employerId)
    .where('mandates.state', '=', 'active')
    .returning(['mandates.id', 'mandates.typed_name as name', 'profiles.login'])
    .execute()
}
