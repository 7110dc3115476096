import type { ProfileActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { saveAnswer } from './store/mandates.ts'

/** A firm's person accepts or declines what a delegate offers; nothing is declared before (decision: mandates). */
export async function answerMandate(
  app: AppContext,
  actor: ProfileActor,
  mandateId: string,
  answer: 'accept' | 'decline',
): Promise<void> {
  await app.db.transaction({ as: 'firm', profileId: actor.id }, async (tx) => {
    const now = app.clock.now()
    const state = answer === 'accept' ? 'active' : 'declined'
    const employerId = await saveAnswer(tx, actor.id, mandateId, { state, at: now })
    if (!employerId) return refuse('web.not_found')
    await record(tx, actor, now, {
      action: answer === 'accept' ? 'mandate.accepted' : 'mandate.declined',
      subject: { kind: 'mandate', id: mandateId },
      employerId,
    })
  })
}
