import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { LocalDate } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { postRejection, postSettlement } from '../ledger/post-payment.ts'
import { decimalString } from '../money/index.ts'
import { answer } from '../payments/payment-order.ts'
import { lockOrder } from '../payments/store/orders.ts'
import { listPaymentUsers } from '../payments/store/people.ts'
import { saveState } from '../payments/store/write-orders.ts'
import type { Tx } from '../platform/db/database.ts'
import { freezesMandate } from './bank-messages/place-movement.ts'
import { tellAnswer } from './mails.ts'
import { type KeptEntry, saveAnswer } from './store/collections.ts'
import { freezeMandate } from './store/mandates.ts'

export interface BankAnswer {
  readonly outcome: 'settled' | 'rejected'
  readonly reason: string
  readonly on: LocalDate
  readonly reference: string
}

/**
 * The bank's word on one debit (product E5): settled, that day is the day of the payment; rejected, the dues are open again, the
 * people of the order are told why, and a mandate that no longer serves is frozen.
 */
export async function answerDebit(
  app: AppContext,
  tx: Tx,
  entry: KeptEntry,
  said: BankAnswer,
): Promise<void> {
  const now = app.clock.now()
  const actor = systemActor('bank')
  const order = await lockOrder(tx, entry.employerId, entry.orderId)
  if (!order) throw new Error(`the order ${entry.endToEndId} of a collection is missing`)
  const news = {
    employerId: entry.employerId,
    cause: { kind: 'order', id: entry.orderId },
    reference: said.reference,
    occurredOn: said.on,
    recordedAt: now,
  } as const
  if (said.outcome === 'settled') await postSettlement(tx, news)
  else await postRejection(tx, { ...news, reason: said.reason })
  const { state } = answer(order, said.outcome)
  await saveState(tx, order, { state, reason: said.reason, endedAt: now })
  await saveAnswer(tx, entry, said)
  const frozen =
    said.outcome === 'rejected' &&
    freezesMandate(said.reason) &&
    (await freezeMandate(tx, entry, now))
  await record(tx, actor, now, {
    action: said.outcome === 'settled' ? 'order.settled' : 'order.rejected',
    subject: { kind: 'payment_order', id: order.id },
    employerId: entry.employerId,
    details: {
      reference: order.reference,
      amount: decimalString(order.amount),
      reason: said.reason,
      mandateFrozen: frozen,
    },
  })
  const users = await listPaymentUsers(tx, entry.employerId)
  await tellAnswer(tx, { users, order, said, frozen, at: now })
}
