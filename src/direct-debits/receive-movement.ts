import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { decimalString } from '../money/index.ts'
import { mayBeTransfer } from './bank-messages/place-movement.ts'
import { lockMessages, lockParked, markReceived, type PlaceInMessage } from './store/messages.ts'
import { arrivalOf } from './transfers/received-transfer.ts'
import { findTelling } from './transfers/store.ts'
import { putInSuspense } from './transfers/take-in-transfer.ts'

/** The transfer that the money is now, and the company whose debit it came for. */
export interface ReceivedMovement {
  readonly transferId: string
  readonly employerNumber: string
}

/**
 * An agent takes money that came for a debit and does not fit it for a received transfer (product E7): it waits in suspense, to be
 * attributed or refunded like any other. The debit goes on waiting for its own answer.
 */
export async function receiveMovement(
  app: AppContext,
  actor: AgentActor,
  place: PlaceInMessage,
): Promise<ReceivedMovement> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    await lockMessages(tx)
    const movement = (await lockParked(tx, place)) ?? refuse('web.changed_meanwhile')
    const arrival = mayBeTransfer(movement)
      ? arrivalOf(movement, { on: todayIn(app.clock), same: 0 })
      : null
    if (!arrival) return refuse('debits.not_a_transfer')
    if (await findTelling(tx, arrival)) return refuse('debits.transfer_known')
    const at = app.clock.now()
    await markReceived(tx, place, { agentId: actor.id, at })
    const { id } = await putInSuspense(tx, arrival, place, 'of_a_debit', at)
    await record(tx, actor, at, {
      action: 'bank_movement.received',
      subject: { kind: 'received_transfer', id },
      employerId: null,
      details: { amount: decimalString(arrival.amount), reference: movement.endToEndId },
    })
    return { transferId: id, employerNumber: movement.debit?.employerNumber ?? '' }
  })
}
