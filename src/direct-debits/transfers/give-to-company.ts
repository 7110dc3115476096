import { randomUUID } from 'node:crypto'
import type { Actor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import { postPayment } from '../../ledger/post-payment.ts'
import { insertAttribution } from '../../ledger/transfers/store/attributions.ts'
import { decimalString, type Dirhams, negate } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { tellCompany } from './mails.ts'
import type { Found } from './match-transfer.ts'
import { attribute, type ReceivedTransfer } from './received-transfer.ts'
import { insertSuspense, saveTransfer } from './store.ts'

/** A company, and what of the transfer is its money. */
export interface GivenPart extends Found {
  readonly amount: Dirhams
}

/** The whole of a transfer to one company. */
// oxlint-disable-next-line max-params -- the transaction, by whom, which transfer, whose it is, and when
export async function giveToCompany(
  tx: Tx,
  actor: Actor,
  transfer: ReceivedTransfer,
  found: Found,
  at: Date,
): Promise<void> {
  await giveToCompanies(tx, actor, transfer, [{ ...found, amount: transfer.amount }], at)
}

/**
 * Out of suspense, onto the accounts of its companies: what each part pays is paid on the day the bank booked the transfer. In the
 * caller's transaction, with the transfer held; the database refuses parts that are not all of it.
 */
// oxlint-disable-next-line max-params -- the transaction, by whom, which transfer, whose it is, and when
export async function giveToCompanies(
  tx: Tx,
  actor: Actor,
  transfer: ReceivedTransfer,
  parts: readonly GivenPart[],
  at: Date,
): Promise<void> {
  const { state } = attribute(transfer)
  const isSplit = parts.length > 1
  for (const part of parts) await givePart(tx, actor, transfer, { part, isSplit, at })
  const agentId = actor.kind === 'agent' ? actor.id : null
  await saveTransfer(tx, transfer.id, { state, note: '', agentId, at })
}

interface Giving {
  readonly part: GivenPart
  readonly isSplit: boolean
  readonly at: Date
}

// oxlint-disable-next-line max-params -- the transaction, by whom, of which transfer, and what of it is whose
async function givePart(
  tx: Tx,
  actor: Actor,
  transfer: ReceivedTransfer,
  { part, isSplit, at }: Giving,
): Promise<void> {
  const { employerId, foundBy, amount } = part
  const id = randomUUID()
  const agentId = actor.kind === 'agent' ? actor.id : null
  const { bookedOn, payerName } = transfer
  const attribution = {
    id,
    employerId,
    transferId: transfer.id,
    foundBy,
    transferOrderId: part.orderId,
    amount,
    bookedOn,
    payerName,
    // What was written for several companies names the others.
    written: isSplit ? '' : transfer.written,
  }
  await insertAttribution(tx, attribution, { agentId, at })
  const reference = part.reference ?? transfer.bankReference
  const withdrawn = part.isWithdrawn ? (part.reference ?? '') : ''
  await postPayment(tx, {
    employerId,
    cause: { kind: 'transfer', id },
    channel: 'transfer',
    reference,
    amount,
    into: 'bank',
    ...(part.dues ? { dues: part.dues } : {}),
    occurredOn: bookedOn,
    recordedAt: at,
  })
  const move = negate(amount)
  await insertSuspense(tx, transfer.id, { kind: 'attributed', amount: move, attributionId: id, at })
  await tellCompany(tx, attribution, { about: 'attributed', reason: '', withdrawn, at })
  await record(tx, actor, at, {
    action: withdrawn ? 'transfer.attributed_though_withdrawn' : 'transfer.attributed',
    subject: { kind: 'received_transfer', id: transfer.id },
    employerId,
    details: { amount: decimalString(amount), reference, foundBy, bookedOn },
  })
}
