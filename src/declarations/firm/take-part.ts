import type { ProfileActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { planCheck } from '../deposits/arrive.ts'
import { aboutDeposit, ownDeposit } from '../deposits/depositor.ts'
import { lockDeposit, saveDeposit } from '../deposits/store/deposits.ts'
import { type LeftPartToTake, takeLeftPart } from './store/parts.ts'

/**
 * A check was in the way of a part, and that was shown: the part takes its place, without the file being sent again (attack
 * AT97). The same job deals with it, so it is carried out once, and what is no longer allowed is told as before.
 */
export async function takePart(
  app: AppContext,
  actor: ProfileActor,
  chosen: LeftPartToTake,
): Promise<void> {
  await app.db.transaction({ as: 'firm', profileId: actor.id }, async (tx) => {
    const deposit = ownDeposit(await lockDeposit(tx, null, chosen.depositId), actor)
    // Pressed twice: the check is under way.
    if (deposit.state === 'received') return
    if (deposit.state !== 'checked' || !(await takeLeftPart(tx, chosen)))
      return refuse('declarations.no_longer_open')
    await saveDeposit(tx, deposit, { state: 'received', finished_at: null })
    await planCheck(tx, deposit.id, deposit.size)
    const { part } = chosen
    const event = aboutDeposit(deposit, 'deposit.takes_the_place', { part })
    await record(tx, actor, app.clock.now(), event)
  })
}
