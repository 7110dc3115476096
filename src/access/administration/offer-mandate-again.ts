import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { getOwnUser } from './find-own-user.ts'
import { askPerson } from './offer-mandate.ts'
import { requireSubscribed } from './require-service.ts'
import { getMandatedPerson } from './store/firms.ts'
import { fullName } from '../accounts.ts'

/** Writes again to a firm's person who has not answered; what is sent, and where, is not shown (quality AT5). */
export async function offerMandateAgain(
  app: AppContext,
  actor: DelegateActor,
  mandateId: string,
): Promise<void> {
  const { employerId } = actor
  // The person is not the company's to see before they accept.
  await app.db.transaction({ as: 'mandating', employerId }, async (tx) => {
    const service = 'declaration_external'
    const employer = await requireSubscribed(tx, employerId, service)
    const { user } = await getOwnUser(tx, employerId, { id: mandateId, service })
    if (user.mandate?.state !== 'offered') return refuse('web.changed_meanwhile')
    const person = await getMandatedPerson(tx, employerId, mandateId)
    await askPerson(tx, app, { actor, employer, person })
    await record(tx, actor, app.clock.now(), {
      action: 'mandate.offered_again',
      subject: { kind: 'mandate', id: mandateId },
      details: { name: fullName(user) },
    })
  })
}
