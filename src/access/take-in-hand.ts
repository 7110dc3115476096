import type { ProfileActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { findMandateInForce } from './store/mandates-in-force.ts'
import { carryEmployer } from './store/sessions.ts'

/**
 * One employer in hand at a time: a firm's person chooses it on their board, and the session carries it. It goes on
 * under a new identifier, returned here: who had the former one does not follow to another company (quality AT33).
 */
export async function takeInHand(
  app: AppContext,
  actor: ProfileActor,
  employerId: string,
): Promise<string> {
  return app.db.transaction({ as: 'firm', profileId: actor.id }, async (tx) => {
    const mandate = await findMandateInForce(tx, actor.id, employerId, todayIn(app.clock))
    if (!mandate) return refuse('web.not_found')
    const token = await carryEmployer(tx, actor.sessionId, employerId)
    await record(tx, actor, app.clock.now(), {
      action: 'employer.taken_in_hand',
      subject: { kind: 'mandate', id: mandate.id },
      employerId,
    })
    return token
  })
}
