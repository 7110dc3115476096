import { randomUUID } from 'node:crypto'
import type { SystemActor } from '../../actors/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { PlaceInMessage } from '../store/parked.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { giveToCompany } from './give-to-company.ts'
import { matchTransfer, type Unmatched } from './match-transfer.ts'
import { type Arrival, type ReceivedTransfer, suspenseMove } from './received-transfer.ts'
import { insertSuspense, insertTransfer } from './store.ts'

/** Money that arrived by transfer waits in suspense for an agent, who reads why. */
// oxlint-disable-next-line max-params -- the transaction, what arrived, where it was told, why it waits, and when
export async function putInSuspense(
  tx: Tx,
  arrival: Arrival,
  place: PlaceInMessage,
  note: '' | Unmatched,
  at: Date,
): Promise<ReceivedTransfer> {
  const transfer = { ...arrival, id: randomUUID(), note, receivedAt: at }
  await insertTransfer(tx, { ...transfer, ...place })
  const amount = suspenseMove(transfer, 'received')
  await insertSuspense(tx, transfer.id, { kind: 'received', amount, attributionId: null, at })
  return { ...transfer, state: 'to_decide', version: 1 }
}

/**
 * Money that arrived by transfer goes into suspense, and out of it at once when there is no doubt whose it is (product E7): whether a
 * company was found.
 */
// oxlint-disable-next-line max-params -- the transaction, by whom, what arrived, where it was told, and when
export async function takeInTransfer(
  tx: Tx,
  actor: SystemActor,
  arrival: Arrival,
  place: PlaceInMessage,
  at: Date,
): Promise<boolean> {
  const match = matchTransfer(arrival.amount, await gatherEvidence(tx, arrival))
  const transfer = await putInSuspense(tx, arrival, place, match.ok ? '' : match.because, at)
  if (match.ok) await giveToCompany(tx, actor, transfer, match.found, at)
  return match.ok
}
