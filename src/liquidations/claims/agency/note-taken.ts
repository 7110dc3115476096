import type { AgentActor } from '../../../actors/actor.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { findAnyClaim, lockClaim } from '../store/claims.ts'
import { insertStep, listSteps } from '../store/steps.ts'

/**
 * An agent took a claim in hand: its company reads that the examination has begun, once each time that it sent it (product L5).
 * The claim is held before its place in the queue, as by whoever decides.
 */
export async function noteTaken(
  tx: Tx,
  actor: AgentActor,
  claimId: string,
  at: Date,
): Promise<void> {
  const shown = await findAnyClaim(tx, claimId)
  const claim = shown && (await lockClaim(tx, shown.employerId, claimId))
  if (claim?.state !== 'sent') return
  const last = (await listSteps(tx, claim)).findLast(({ step }) => step !== 'infected')?.step
  if (last === 'sent' || last === 'completed')
    await insertStep(tx, claim, actor, { step: 'taken', at })
}
