import type { ProfileActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Deposit } from './deposit.ts'
import { aboutDeposit, ownDeposit, scopeOf } from './depositor.ts'
import { lockDeposit, saveDeposit } from './store/deposits.ts'

export interface DepositName {
  readonly depositId: string
  readonly isOfCompany: boolean
}

/** The sender gives up a file on its way: what has come of it is removed. Once all of it is there, it is checked. */
export async function cancelDeposit(
  app: AppContext,
  actor: ProfileActor,
  { depositId, isOfCompany }: DepositName,
): Promise<Deposit> {
  const employerId = isOfCompany ? actor.employerId : null
  const cancelled = await app.db.transaction(scopeOf(actor, isOfCompany), async (tx) => {
    const deposit = ownDeposit(await lockDeposit(tx, employerId, depositId), actor)
    if (deposit.state === 'cancelled') return deposit
    if (deposit.state !== 'receiving') return refuse('declarations.deposit_arrived')
    const now = app.clock.now()
    await saveDeposit(tx, deposit, { state: 'cancelled', finished_at: now })
    await record(tx, actor, now, aboutDeposit(deposit, 'deposit.cancelled'))
    return deposit
  })
  await app.files.parts.remove(cancelled.id)
  return cancelled
}
