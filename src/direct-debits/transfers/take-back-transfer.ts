import type { AgentActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { clockAt, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { postTakenBack } from '../../ledger/post-payment.ts'
import {
  type Attribution,
  endAttribution,
  listStandingAttributions,
} from '../../ledger/transfers/store/attributions.ts'
import { decimalString } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { tellCompany } from './mails.ts'
import { takeBack } from './received-transfer.ts'
import { insertSuspense, lockTransfer, saveTransfer } from './store.ts'

export interface TakeBackCommand {
  readonly transferId: string
  readonly version: number
  readonly reason: string
}

/** An attribution was wrong: the money leaves the account, or each account between which it was split, by an entry of its own, and waits in suspense again, whole (product E7). */
export async function takeBackTransfer(
  app: AppContext,
  actor: AgentActor,
  { transferId, version, reason }: TakeBackCommand,
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const transfer = (await lockTransfer(tx, transferId)) ?? refuse('web.not_found')
    if (transfer.version !== version) return refuse('web.changed_meanwhile')
    const { state } = takeBack(transfer)
    const at = app.clock.now()
    const attributions = await listStandingAttributions(tx, transferId)
    if (attributions.length === 0) throw new Error(`transfer ${transferId} is attributed to nobody`)
    for (const one of attributions) await takeBackOne(tx, actor, one, { at, reason })
    await saveTransfer(tx, transferId, { state, note: 'taken_back', agentId: actor.id, at })
  })
}

/** Off the account of one company, and back into suspense. */
// oxlint-disable-next-line max-params -- the transaction, by whom, what was attributed, and why it is taken back
async function takeBackOne(
  tx: Tx,
  actor: AgentActor,
  attribution: Attribution,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> {
  const { id: attributionId, employerId, transferId, amount } = attribution
  await endAttribution(tx, attribution, { agentId: actor.id, at, reason })
  await postTakenBack(tx, {
    employerId,
    cause: { kind: 'transfer', id: attributionId },
    occurredOn: todayIn(clockAt(at)),
    recordedAt: at,
    reason,
  })
  await insertSuspense(tx, transferId, { kind: 'taken_back', amount, attributionId, at })
  await tellCompany(tx, attribution, { about: 'taken_back', reason, at })
  await record(tx, actor, at, {
    action: 'transfer.taken_back',
    subject: { kind: 'received_transfer', id: transferId },
    employerId,
    details: { amount: decimalString(amount), reason },
  })
}
