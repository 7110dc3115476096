import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { postTakenBack } from '../../ledger/post-payment.ts'
import {
  endAttribution,
  findStandingAttribution,
} from '../../ledger/transfers/store/attributions.ts'
import { decimalString } from '../../money/index.ts'
import { suspenseMove, takeBack } from './received-transfer.ts'
import { insertSuspense, lockTransfer, saveTransfer } from './store.ts'

export interface TakeBackCommand {
  readonly transferId: string
  readonly version: number
  readonly reason: string
}

/** An attribution was wrong: the money leaves that account by an entry of its own, and waits in suspense again (product E7). */
export async function takeBackTransfer(
  app: AppContext,
  actor: AgentActor,
  { transferId, version, reason }: TakeBackCommand,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const transfer = (await lockTransfer(tx, transferId)) ?? refuse('web.not_found')
    if (transfer.version !== version) return refuse('web.changed_meanwhile')
    const { state } = takeBack(transfer)
    const attribution = await findStandingAttribution(tx, transferId)
    if (!attribution) throw new Error(`transfer ${transferId} is attributed to nobody`)
    const at = app.clock.now()
    const { id: attributionId, employerId } = attribution
    await endAttribution(tx, attribution, { agentId: actor.id, at, reason })
    await postTakenBack(tx, {
      employerId,
      cause: { kind: 'transfer', id: attributionId },
      occurredOn: todayIn(app.clock),
      recordedAt: at,
      reason,
    })
    const amount = suspenseMove(transfer, 'taken_back')
    await insertSuspense(tx, transferId, { kind: 'taken_back', amount, attributionId, at })
    await saveTransfer(tx, transferId, { state, note: 'taken_back', agentId: actor.id, at })
    await record(tx, actor, at, {
      action: 'transfer.taken_back',
      subject: { kind: 'received_transfer', id: transferId },
      employerId,
      details: { amount: decimalString(transfer.amount), reason },
    })
  })
}
