import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { type ShownClaim, writeInClaim } from './claim-in-hand.ts'
import { saveClaim } from './store/save-claim.ts'

export interface ConfirmCareer extends ShownClaim {
  /** What the company says of gaps and mistakes; nothing when all is right. */
  readonly note: string
}

/** The company has read the career by quarter, and says that it is whole or what it misses (product L2). */
export async function confirmCareer(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { note, ...shown }: ConfirmCareer,
): Promise<void> {
  await writeInClaim(app, actor, shown, async (tx, claim, now) => {
    await saveClaim(tx, claim, { careerConfirmedAt: now, careerNote: note })
    return { action: 'claim.career_confirmed' }
  })
}
