import { createHash, randomUUID } from 'node:crypto'
import { type AgentActor, systemActor, type SystemActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/db/errors.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import { answerDebit } from './answer-debit.ts'
import type { BankMessage, Movement } from './bank-messages/movement.ts'
import {
  isAnotherBooking,
  type ParkedBecause,
  placeMovement,
  placeTransfer,
} from './bank-messages/place-movement.ts'
import { readBankMessage } from './bank-messages/read-message.ts'
import { type KeptEntry, lockEntry } from './store/collections.ts'
import {
  hasMessage,
  insertMessage,
  insertMovement,
  isTold,
  listToldBookings,
  lockMessages,
  type MovementState,
} from './store/messages.ts'
import { arrivalOf, sayingOf } from './transfers/received-transfer.ts'
import { findTelling } from './transfers/store.ts'
import { takeInTransfer } from './transfers/take-in-transfer.ts'

export interface Received {
  readonly movements: number
  readonly applied: number
  /** Money by transfer, whether or not a company was found for it. */
  readonly transfers: number
  /** Of these transfers, those for which none was found. */
  readonly toDecide: number
  readonly parked: number
}

/** A file as the bank sent it. */
export interface BankFile {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * Takes in what a bank sent (product E5, E7): every movement is applied, known already, or parked for an agent, all in one
 * transaction; the same file again is refused and changes nothing.
 */
export async function receiveBankMessage(
  app: AppContext,
  actor: AgentActor | SystemActor,
  file: BankFile,
): Promise<Received> {
  const read = await readBankMessage(file.bytes)
  if (!read.ok) return refuse(`debits.message_${read.reason}`)
  const sha256 = createHash('sha256').update(file.bytes).digest()
  await app.files.put(file.bytes)
  const scope = actor.kind === 'agent' ? 'agency' : 'system'
  try {
    return await app.db.transaction({ as: scope }, async (tx) => {
      await lockMessages(tx)
      if (await hasMessage(tx, sha256)) return refuse('debits.message_known')
      return takeIn(app, tx, actor, { ...file, sha256 }, read.message)
    })
  } catch (error) {
    if (isUniqueViolation(error, 'bank_messages_sha256_key')) refuse('debits.message_known')
    throw error
  }
}

// oxlint-disable-next-line max-params -- where, by whom, which file, and what it says
async function takeIn(
  app: AppContext,
  tx: Tx,
  actor: AgentActor | SystemActor,
  { name, bytes, sha256 }: BankFile & { readonly sha256: Buffer },
  message: BankMessage,
): Promise<Received> {
  const now = app.clock.now()
  const id = randomUUID()
  const fileName = name.slice(0, 200)
  const fileId = await saveFile(tx, {
    employerId: null,
    sha256,
    size: bytes.length,
    mediaType: 'application/xml',
    name: fileName,
    purpose: 'bank_message',
    storedAt: now,
  })
  await insertMessage(tx, {
    id,
    message,
    sha256,
    fileId,
    fileName,
    receivedBy: actor.kind === 'agent' ? actor.id : null,
    receivedAt: now,
  })
  const received = {
    movements: message.movements.length,
    applied: 0,
    transfers: 0,
    toDecide: 0,
    parked: 0,
  }
  const said = new Map<string, number>()
  for (const movement of message.movements) {
    const placed = await place(app, tx, { id, message, movement, said })
    if (placed === 'toDecide') received.transfers += 1
    if (placed !== 'known') received[placed] += 1
  }
  await record(tx, actor, now, {
    action: 'bank_message.received',
    subject: { kind: 'bank_message', id },
    employerId: null,
    details: { kind: message.kind, ...received },
  })
  return received
}

interface Placed {
  readonly id: string
  readonly message: BankMessage
  readonly movement: Movement
  /** What transfers of this message have said so far, and how often. */
  readonly said: Map<string, number>
}

/** Where one movement goes: one that the bank told before, in a notice or a statement, is known. The row of the movement comes first: a transfer refers to it. */
async function place(
  app: AppContext,
  tx: Tx,
  placed: Placed,
): Promise<'applied' | 'transfers' | 'toDecide' | 'parked' | 'known'> {
  const { id, message, movement } = placed
  const keep = (state: MovementState, note: ParkedBecause | '' = '') =>
    insertMovement(tx, id, movement, { state, note })
  const entry = movement.endToEndId ? await lockEntry(tx, movement.endToEndId) : undefined
  const placement = placeMovement(movement, entry)
  if (placement.does !== 'transfer' && (await isTold(tx, movement, id))) {
    await keep('known')
    return 'known'
  }
  if (placement.does === 'park') {
    await keep('parked', placement.because)
    return 'parked'
  }
  if (placement.does === 'transfer') return takeInArrival(app, tx, placed)
  if (placement.does === 'nothing' || !entry) {
    if (entry && (await isBookedApart(tx, placed))) {
      await keep('parked', 'booked_before')
      return 'parked'
    }
    // Told after the answer, it is no news: the history would read as if the bank had begun again.
    const isNews = entry?.outcome === null && movement.outcome === 'accepted'
    if (isNews) await noteAccepted(app, tx, entry)
    await keep('known')
    return 'known'
  }
  await answerDebit(app, tx, entry, {
    outcome: placement.does === 'settle' ? 'settled' : 'rejected',
    reason: movement.reason,
    on: movement.bookedOn ?? todayIn(app.clock),
    reference: movement.bankReference || message.messageId,
  })
  await keep('applied')
  return 'applied'
}

/** The debit has this answer already, and by another booking of money. */
async function isBookedApart(tx: Tx, { id, movement }: Placed): Promise<boolean> {
  if (movement.outcome === 'accepted' || movement.amount === null) return false
  return isAnotherBooking(movement, id, await listToldBookings(tx, movement))
}

/** The bank has the debit and has not tried it yet: nothing changes but the history of the order. */
function noteAccepted(app: AppContext, tx: Tx, entry: KeptEntry): Promise<void> {
  return record(tx, systemActor('bank'), app.clock.now(), {
    action: 'order.accepted',
    subject: { kind: 'payment_order', id: entry.orderId },
    employerId: entry.employerId,
    details: { reference: entry.endToEndId },
  })
}

async function takeInArrival(
  app: AppContext,
  tx: Tx,
  { id, message, movement, said }: Placed,
): Promise<'transfers' | 'toDecide' | 'parked' | 'known'> {
  const on = todayIn(app.clock)
  const saying = sayingOf(movement, on).join('\u001f')
  const turn = said.get(saying) ?? 0
  said.set(saying, turn + 1)
  const arrival = arrivalOf(movement, { on, turn })
  const { kind, messageId, movements } = message
  const line = { messageId, kind, movements: movements.length, position: movement.position }
  const does = arrival
    ? placeTransfer({ ...arrival, turn }, await findTelling(tx, arrival, line))
    : 'transfer'
  if (does === 'known') {
    await insertMovement(tx, id, movement, { state: 'known', note: '' })
    return 'known'
  }
  if (!arrival || does !== 'new') {
    await insertMovement(tx, id, movement, { state: 'parked', note: does })
    return 'parked'
  }
  await insertMovement(tx, id, movement, { state: 'applied', note: '' })
  const at = { messageId: id, position: movement.position }
  const isFound = await takeInTransfer(tx, systemActor('bank'), arrival, at, app.clock.now())
  return isFound ? 'transfers' : 'toDecide'
}
