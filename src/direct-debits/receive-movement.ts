import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { decimalString } from '../money/index.ts'
import { isQuestion, mayBeTransfer } from './bank-messages/place-movement.ts'
import type { Tx } from '../platform/db/database.ts'
import { lockMessages } from './store/messages.ts'
import {
  lockParked,
  markReceived,
  type ParkedMovement,
  type PlaceInMessage,
} from './store/parked.ts'
import { type Arrival, arrivalOf } from './transfers/received-transfer.ts'
import { findTelling } from './transfers/store.ts'
import { putInSuspense } from './transfers/take-in-transfer.ts'

/** The transfer that the money is now, and the company whose debit it came for. */
export interface ReceivedMovement {
  readonly transferId: string
  readonly employerNumber: string
}

/**
 * An agent takes for a received transfer money that came for a debit and does not fit it, or that looks like a transfer which is known and is
 * a second one (product E7): it waits in suspense, to be attributed or refunded like any other. A debit goes on waiting for its own answer.
 */
export async function receiveMovement(
  app: AppContext,
  actor: AgentActor,
  place: PlaceInMessage,
): Promise<ReceivedMovement> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    await lockMessages(tx)
    const movement = (await lockParked(tx, place)) ?? refuse('web.changed_meanwhile')
    const arrival = await arrivalFrom(tx, movement, todayIn(app.clock))
    const at = app.clock.now()
    await markReceived(tx, place, { agentId: actor.id, at })
    const note = isQuestion(movement.note) ? 'second_alike' : 'of_a_debit'
    const { id } = await putInSuspense(tx, arrival, place, note, at)
    await record(tx, actor, at, {
      action: 'bank_movement.received',
      subject: { kind: 'received_transfer', id },
      employerId: null,
      details: { amount: decimalString(arrival.amount), reference: movement.endToEndId },
    })
    return { transferId: id, employerNumber: movement.debit?.employerNumber ?? '' }
  })
}

/** The transfer that it is: the first of its saying, unless the agent was asked whether it is one more, and then the next. */
async function arrivalFrom(tx: Tx, movement: ParkedMovement, on: LocalDate): Promise<Arrival> {
  if (!mayBeTransfer(movement)) return refuse('debits.not_a_transfer')
  const isAsked = isQuestion(movement.note)
  for (let turn = 0; ; turn += 1) {
    const arrival = arrivalOf(movement, { on, turn }) ?? refuse('debits.not_a_transfer')
    const told = await findTelling(tx, arrival)
    if (told === undefined || (isAsked && told === 'other_detail')) return arrival
    if (!isAsked) return refuse('debits.transfer_known')
  }
}
