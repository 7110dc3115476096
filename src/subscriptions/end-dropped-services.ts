import { endAccess } from '../access/end-access.ts'
import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Teleservice } from '../employers/employer.ts'
import type { Letter } from '../letters/letter.ts'
import type { Tx } from '../platform/db/database.ts'
import { wordsIn } from '../web/words/index.ts'

const profileServices = {
  declaration: 'declaration_internal',
  employer_account: 'employer_account',
  payment: 'payment',
  liquidation: 'liquidation',
} as const

/**
 * A service that a renewal leaves out opens to nobody any more: its users are suspended at once, a firm's mandates
 * too. The delegate may reactivate them when the service comes back (product A9, A10; quality AT64).
 */
export async function endDroppedServices(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  ended: readonly Teleservice[],
): Promise<void> {
  const { employerId } = letter
  if (!employerId) return
  const now = app.clock.now()
  const reason = wordsIn(letter.language).subscriptions.serviceEnded
  for (const service of ended) {
    const suspended = await suspendProfiles(tx, { employerId, service, reason, now })
    for (const id of suspended) {
      await endAccess(tx, id, now, 'suspended')
      await record(tx, systemActor('subscriptions'), now, {
        action: 'user.suspended',
        subject: { kind: 'profile', id },
        employerId,
        details: { reason, letter: letter.reference },
      })
    }
    if (service === 'declaration') await suspendFirms(tx, employerId, reason)
  }
}

interface Dropped {
  readonly employerId: string
  readonly service: Teleservice
  readonly reason: string
  readonly now: Date
}

async function suspendProfiles(tx: Tx, dropped: Dropped): Promise<string[]> {
  const rows = await tx
    .updateTable('profiles')
    .set((row) => ({
      state: 'suspended' as const,
      state_reason: dropped.reason,
      state_changed_at: dropped.now,
      version: row('version', '+', 1),
    }))
    .where('employer_id', '=', dropped.employerId)
    .where('service', '=', profileServices[dropped.service])
    .where('state', 'in', ['invited', 'active'])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The session of a firm's person looks at the mandate at each click: nothing else needs to end. */
async function suspendFirms(tx: Tx, employerId: string, reason: string): Promise<void> {
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
