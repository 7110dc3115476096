import { randomUUID } from 'node:crypto'
import type { SystemActor } from '../../actors/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { giveToCompany } from './give-to-company.ts'
import { matchTransfer } from './match-transfer.ts'
import { type Arrival, suspenseMove } from './received-transfer.ts'
import { insertSuspense, insertTransfer } from './store.ts'

interface Place {
  readonly messageId: string
  readonly position: number
}

/**
 * Money that arrived by transfer goes into suspense, and out of it at once when there is no doubt whose it is (product E7).
 */
// oxlint-disable-next-line max-params -- the transaction, by whom, what arrived, where it was told, and when
export async function takeInTransfer(
  tx: Tx,
  actor: SystemActor,
  arrival: Arrival,
  place: Place,
  at: Date,
): Promise<void> {
  const match = matchTransfer(arrival.amount, await gatherEvidence(tx, arrival))
  const transfer = { ...arrival, id: randomUUID(), note: match.ok ? '' : match.because }
  await insertTransfer(tx, { ...transfer, ...place, receivedAt: at })
  const amount = suspenseMove(transfer, 'received')
  await insertSuspense(tx, transfer.id, { kind: 'received', amount, attributionId: null, at })
  if (match.ok) {
    const received = { ...transfer, state: 'to_decide', receivedAt: at, version: 1 } as const
    await giveToCompany(tx, actor, received, match.found, at)
  }
}
