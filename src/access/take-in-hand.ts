import type { ProfileActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { randomToken, tokenHash } from '../platform/secrets/keyring.ts'
import { findMandateInForce } from './mandates-in-force.ts'

/**
 * One employer in hand at a time: a firm's person chooses it on their board, and the session carries it. It goes on
 * under a new identifier, returned here: who had the former one does not follow to another company (quality AT33).
 */
export async function takeInHand(
  app: AppContext,
  actor: ProfileActor,
  employerId: string,
): Promise<string> {
  const token = randomToken()
  await app.db.transaction({ as: 'firm', profileId: actor.id }, async (tx) => {
    const mandate = await findMandateInForce(tx, actor.id, employerId, todayIn(app.clock))
    if (!mandate) return refuse('web.not_found')
    await tx
      .updateTable('sessions')
      .set({ employer_id: employerId, token_hash: tokenHash(token) })
      .where('id', '=', actor.sessionId)
      .execute()
    await record(tx, actor, app.clock.now(), {
      action: 'employer.taken_in_hand',
      subject: { kind: 'mandate', id: mandate.id },
      employerId,
    })
  })
  return token
}
