import { guest } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { withdrawLetter } from '../letters/withdraw-letter.ts'
import { tellItIsOver } from './tell-it-is-over.ts'

/** The applicant gives up before the decision (product P7). */
export async function withdrawRequest(app: AppContext, letterId: string): Promise<void> {
  await app.db.transaction({ as: 'public', letterId }, async (tx) => {
    await tellItIsOver(tx, app, await withdrawLetter(tx, guest, app.clock.now(), letterId))
  })
}
