import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { listReceivedFor } from '../../ledger/transfers/store/attributions.ts'
import { lockTransferOrder, saveWithdrawal } from '../../ledger/transfers/store/orders.ts'
import { withdraw } from '../../ledger/transfers/transfer-order.ts'
import { hasLeft } from './has-left.ts'
import { decimalString } from '../../money/index.ts'

export interface WithdrawCommand {
  readonly id: string
  readonly reason: string
}

/**
 * A printed «ordre de virement» does not go to the bank: its dues are proposed again at once. Whoever drew it up says so, with a reason
 * (product C6), or a colleague in the place of somebody who left; its reference stays known, for a bank that was handed it all the same.
 */
export async function withdrawTransfer(
  app: AppContext,
  actor: EmployedActor,
  { id, reason }: WithdrawCommand,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const order = (await lockTransferOrder(tx, employerId, id)) ?? refuse('web.not_found')
    const isReceived = (await listReceivedFor(tx, [id])).has(id)
    const isMakerGone = await hasLeft(tx, employerId, order.drawnBy)
    const at = app.clock.now()
    const by = { at, reason, profileId: actor.id, isMakerGone, isReceived }
    await saveWithdrawal(tx, employerId, withdraw(order, by))
    await record(tx, actor, at, {
      action: 'transfer_order.withdrawn',
      subject: { kind: 'transfer_order', id },
      details: { reference: order.reference, amount: decimalString(order.amount), reason },
    })
  })
}
