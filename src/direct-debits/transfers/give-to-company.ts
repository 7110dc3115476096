import { randomUUID } from 'node:crypto'
import type { Actor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import { postPayment } from '../../ledger/post-payment.ts'
import { insertAttribution } from '../../ledger/transfers/store/attributions.ts'
import { decimalString } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Found } from './match-transfer.ts'
import { attribute, type ReceivedTransfer, suspenseMove } from './received-transfer.ts'
import { insertSuspense, saveTransfer } from './store.ts'

/**
 * Out of suspense, onto the account of a company: what it pays is paid on the day the bank booked it. In the caller's transaction,
 * with the transfer held.
 */
// oxlint-disable-next-line max-params -- the transaction, by whom, which transfer, whose it is, and when
export async function giveToCompany(
  tx: Tx,
  actor: Actor,
  transfer: ReceivedTransfer,
  found: Found,
  at: Date,
): Promise<void> {
  const { state } = attribute(transfer)
  const { employerId, foundBy } = found
  const id = randomUUID()
  const agentId = actor.kind === 'agent' ? actor.id : null
  const { amount, bookedOn, payerName, written } = transfer
  await insertAttribution(
    tx,
    {
      id,
      employerId,
      transferId: transfer.id,
      foundBy,
      transferOrderId: found.orderId,
      amount,
      bookedOn,
      payerName,
      written,
    },
    { agentId, at },
  )
  const reference = found.reference ?? transfer.bankReference
  await postPayment(tx, {
    employerId,
    cause: { kind: 'transfer', id },
    channel: 'transfer',
    reference,
    amount,
    into: 'bank',
    ...(found.dues ? { dues: found.dues } : {}),
    occurredOn: bookedOn,
    recordedAt: at,
  })
  const move = suspenseMove(transfer, 'attributed')
  await insertSuspense(tx, transfer.id, { kind: 'attributed', amount: move, attributionId: id, at })
  await saveTransfer(tx, transfer.id, { state, note: '', agentId, at })
  await record(tx, actor, at, {
    action: 'transfer.attributed',
    subject: { kind: 'received_transfer', id: transfer.id },
    employerId,
    details: { amount: decimalString(amount), reference, foundBy, bookedOn },
  })
}
