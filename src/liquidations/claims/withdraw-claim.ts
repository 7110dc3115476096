import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { stateAfter } from './claim.ts'
import { type ShownClaim, takeClaim } from './claim-in-hand.ts'
import { saveClaim } from './store/save-claim.ts'
import { awaitsSecondAgent } from './steps.ts'
import { insertStep, listSteps } from './store/steps.ts'

export interface WithdrawClaim extends ShownClaim {
  readonly reason: string
}

/**
 * The company gives a claim up before it is decided; another one may be begun. Not while one agent's decision waits for another:
 * it would wait for ever.
 */
export async function withdrawClaim(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  { reason, ...shown }: WithdrawClaim,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const claim = await takeClaim(tx, employerId, shown)
    const state = stateAfter(claim, 'withdraw')
    if (awaitsSecondAgent(await listSteps(tx, claim))) refuse('claims.withdraw_waits')
    const now = app.clock.now()
    await saveClaim(tx, claim, { state, note: reason, endedAt: now })
    await insertStep(tx, claim, actor, { step: 'withdrawn', at: now, note: reason })
    await record(tx, actor, now, {
      action: 'claim.withdrawn',
      subject: { kind: 'claim', id: claim.id },
      details: { reference: claim.reference, claim: claim.kind, reason },
    })
  })
}
