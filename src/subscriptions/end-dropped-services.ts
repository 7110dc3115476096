import { endAccess } from '../access/end-access.ts'
import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Teleservice } from '../employers/employer.ts'
import type { Letter } from '../letters/letter.ts'
import type { Tx } from '../platform/db/database.ts'
import { type SuspendedUser, suspendFirms, suspendProfiles } from './store/dropped-services.ts'
import { wordsIn } from '../web/words/index.ts'

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
  const tell = ({ id, name, login }: SuspendedUser, kind: 'profile' | 'mandate') =>
    record(tx, systemActor('subscriptions'), now, {
      action: 'user.suspended',
      subject: { kind, id },
      employerId,
      details: { name, login, reason, letter: letter.reference },
    })
  for (const service of ended) {
    for (const user of await suspendProfiles(tx, employerId, { service, reason, now })) {
      await endAccess(tx, user.id, now, 'suspended')
      await tell(user, 'profile')
    }
    if (service !== 'declaration') continue
    for (const user of await suspendFirms(tx, employerId, { reason, now }))
      await tell(user, 'mandate')
  }
}
