import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { BankMessage, MessageKind, Movement } from '../bank-messages/movement.ts'
import type { ToldBooking } from '../bank-messages/place-movement.ts'

/** Messages are taken in one after the other: two of them tell of the same movements. */
export async function lockMessages(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('bank messages', 0))`.execute(tx)
}

export interface NewMessage {
  readonly id: string
  readonly message: BankMessage
  readonly sha256: Buffer
  readonly fileId: string
  readonly fileName: string
  /** Nobody: it came through the inbox. */
  readonly receivedBy: string | null
  readonly receivedAt: Date
}

export async function insertMessage(tx: Tx, received: NewMessage): Promise<void> {
  const { message } = received
  await tx
    .insertInto('bank_messages')
    .values({
      id: received.id,
      kind: message.kind,
      message_id: message.messageId,
      sha256: received.sha256,
      file_id: received.fileId,
      file_name: received.fileName,
      movements: message.movements.length,
      received_by: received.receivedBy,
      received_at: received.receivedAt,
    })
    .execute()
}

export async function hasMessage(tx: Tx, sha256: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('bank_messages')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row !== undefined
}

export type MovementState = 'applied' | 'known' | 'parked' | 'set_aside'

export async function insertMovement(
  tx: Tx,
  messageId: string,
  movement: Movement,
  kept: { readonly state: MovementState; readonly note: string },
): Promise<void> {
  await tx
    .insertInto('bank_movements')
    .values({
      message_id: messageId,
      position: movement.position,
      end_to_end_id: movement.endToEndId,
      outcome: movement.outcome,
      amount_centimes: movement.amount,
      booked_on: movement.bookedOn,
      reason: movement.reason,
      bank_reference: movement.bankReference,
      remittance: movement.remittance,
      payer_name: movement.payerName,
      payer_rib: movement.payerRib,
      creditor_reference: movement.creditorReference,
      state: kept.state,
      note: kept.note,
      decided_by: null,
      decided_at: null,
    })
    .execute()
}

/**
 * Whether the bank has already told this very booking of a debit, in another message: its own reference, on the same day, for the same
 * amount, in the same direction. A message that tells more of them than any other did tells something new.
 */
export async function isTold(tx: Tx, movement: Movement, messageId: string): Promise<boolean> {
  const { endToEndId, bankReference, outcome, amount, bookedOn } = movement
  if (bankReference === '') return false
  const told = await tx
    .selectFrom('bank_movements')
    .select((select) => ['message_id' as const, select.fn.countAll<bigint>().as('count')])
    .where('end_to_end_id', '=', endToEndId)
    .where('bank_reference', '=', bankReference)
    .where('outcome', '=', outcome)
    .where('amount_centimes', 'is not distinct from', amount)
    .where('booked_on', 'is not distinct from', bookedOn)
    .groupBy('message_id')
    .execute()
  const here = told.find((one) => one.message_id === messageId)?.count ?? 0n
  return told.some((one) => one.message_id !== messageId && one.count > here)
}

/** The bookings of a debit, of one direction, that messages have told; a report that only refuses tells none. */
export async function listToldBookings(
  tx: Tx,
  { endToEndId, outcome }: Movement,
): Promise<ToldBooking[]> {
  const rows = await tx
    .selectFrom('bank_movements')
    .select(['message_id', 'bank_reference', 'booked_on'])
    .where('end_to_end_id', '=', endToEndId)
    .where('outcome', '=', outcome)
    .where('amount_centimes', 'is not', null)
    .execute()
  return rows.map((row) => ({
    messageId: row.message_id,
    bankReference: row.bank_reference,
    bookedOn: row.booked_on as LocalDate | null,
  }))
}

export interface KeptMessage {
  readonly id: string
  readonly kind: MessageKind
  readonly fileName: string
  readonly movements: number
  readonly applied: number
  readonly parked: number
  readonly receivedAt: Date
}

export async function countMessages(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('bank_messages')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function listMessages(
  tx: Tx,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<KeptMessage[]> {
  const rows = await tx
    .selectFrom('bank_messages')
    .select(['id', 'kind', 'file_name', 'movements', 'received_at'])
    .select((select) =>
      (['applied', 'parked'] as const).map((state) =>
        select
          .selectFrom('bank_movements')
          .select((inner) => inner.fn.countAll<bigint>().as('count'))
          .whereRef('bank_movements.message_id', '=', 'bank_messages.id')
          .where('state', '=', state)
          .as(state),
      ),
    )
    .orderBy('received_at', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    movements: row.movements,
    applied: Number(row.applied ?? 0n),
    parked: Number(row.parked ?? 0n),
    receivedAt: row.received_at,
  }))
}
