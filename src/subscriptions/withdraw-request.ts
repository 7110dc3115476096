import type { Actor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { lockLetter } from '../letters/store/letters.ts'
import { withdrawLetter } from '../letters/withdraw-letter.ts'
import { applicantOf } from './applicant-of.ts'
import { tellItIsOver } from './tell-it-is-over.ts'

/** The applicant gives up before the decision (product P7). */
export async function withdrawRequest(
  app: AppContext,
  actor: Actor,
  letterId: string,
): Promise<void> {
  await app.db.transaction({ as: 'public', letterId }, async (tx) => {
    const by = applicantOf(await lockLetter(tx, letterId), actor)
    await tellItIsOver(tx, app, await withdrawLetter(tx, by, app.clock.now(), letterId))
  })
}
