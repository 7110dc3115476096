import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { planCheck } from './arrive.ts'
import { aboutDeposit, ownDeposit } from './depositor.ts'
import { isInTheWay } from './deposit.ts'
import { lockDeposit, saveDeposit } from './store/deposits.ts'

export interface Replacement {
  readonly depositId: string
  /** The work that the page showed, and no other. */
  readonly insteadOf: string
}

/** Somebody else's work was in the way, or corrections of one's own, and that was shown: this file takes its place, without being sent again (attack AT97). */
export async function takeThePlace(
  app: AppContext,
  actor: EmployedActor,
  { depositId, insteadOf }: Replacement,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const deposit = ownDeposit(await lockDeposit(tx, employerId, depositId), actor)
    // Pressed twice: the check is under way.
    if (deposit.state === 'received') return
    if (!isInTheWay(deposit)) return refuse('declarations.no_longer_open')
    if (deposit.declarationId !== insteadOf) return refuse('web.changed_meanwhile')
    await saveDeposit(tx, deposit, {
      state: 'received',
      refusal: null,
      refusal_details: '{}',
      instead_of: insteadOf,
      declaration_id: null,
      finished_at: null,
    })
    await planCheck(tx, deposit.id, deposit.size)
    await record(tx, actor, app.clock.now(), aboutDeposit(deposit, 'deposit.takes_the_place'))
  })
}
