import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { decimalString } from '../../money/index.ts'
import { keepAs, type KeptAs, suspenseMove } from './received-transfer.ts'
import { insertSuspense, lockTransfer, saveTransfer } from './store.ts'

export interface KeepCommand {
  readonly transferId: string
  readonly version: number
  readonly as: KeptAs
  readonly reason: string
}

/** An agent decides that a transfer is nobody's for now: to be identified, to be refunded, refunded, or no payment (product E7). */
export async function keepTransfer(
  app: AppContext,
  actor: AgentActor,
  { transferId, version, as, reason }: KeepCommand,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const transfer = (await lockTransfer(tx, transferId)) ?? refuse('web.not_found')
    if (transfer.version !== version) return refuse('web.changed_meanwhile')
    const { state } = keepAs(transfer, as)
    const at = app.clock.now()
    if (as === 'refunded' || as === 'no_payment') {
      const amount = suspenseMove(transfer, as)
      await insertSuspense(tx, transferId, { kind: as, amount, attributionId: null, at })
    }
    await saveTransfer(tx, transferId, { state, note: reason, agentId: actor.id, at })
    await record(tx, actor, at, {
      action: `transfer.${as}`,
      subject: { kind: 'received_transfer', id: transferId },
      employerId: null,
      details: { amount: decimalString(transfer.amount), reason },
    })
  })
}
