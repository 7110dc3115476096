import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { BankMessage, MessageKind, Movement } from '../bank-messages/movement.ts'

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
 * amount, in the same direction.
 */
export async function isTold(tx: Tx, movement: Movement): Promise<boolean> {
  const { endToEndId, bankReference, outcome, amount, bookedOn } = movement
  if (bankReference === '') return false
  const told = await tx
    .selectFrom('bank_movements')
    .select('message_id')
    .where('end_to_end_id', '=', endToEndId)
    .where('bank_reference', '=', bankReference)
    .where('outcome', '=', outcome)
    .where('amount_centimes', 'is not distinct from', amount)
    .where('booked_on', 'is not distinct from', bookedOn)
    .limit(1)
    .executeTakeFirst()
  return told !== undefined
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

export async function countParked(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('bank_movements')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .where('state', '=', 'parked')
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

/** What waits for an agent, and where it came from. */
export interface ParkedMovement extends Movement {
  readonly messageId: string
  readonly note: string
  readonly fileName: string
  /** The debit whose reference it bears. */
  readonly debit: AwaitedDebit | null
}

/** A debit that a movement names and does not fit. */
export interface AwaitedDebit {
  readonly collectionId: string
  readonly employerId: string
  readonly employerName: string
  readonly employerNumber: string
  readonly amount: Dirhams
}

export async function listParked(tx: Tx, limit: number): Promise<ParkedMovement[]> {
  const rows = await parkedMovements(tx)
    .orderBy('booked_on')
    .orderBy('bank_movements.message_id')
    .orderBy('bank_movements.position')
    .limit(limit)
    .execute()
  return rows.map(parkedFrom)
}

export interface PlaceInMessage {
  readonly messageId: string
  readonly position: number
}

/** One that waits, held until the transaction ends; undefined when another agent decided it meanwhile. */
export async function lockParked(
  tx: Tx,
  { messageId, position }: PlaceInMessage,
): Promise<ParkedMovement | undefined> {
  const row = await parkedMovements(tx)
    .where('bank_movements.message_id', '=', messageId)
    .where('bank_movements.position', '=', position)
    .forUpdate('bank_movements')
    .executeTakeFirst()
  return row && parkedFrom(row)
}

/** With the file that told them, and the debit that they name. */
function parkedMovements(tx: Tx) {
  return tx
    .selectFrom('bank_movements')
    .innerJoin('bank_messages', 'bank_messages.id', 'bank_movements.message_id')
    .leftJoin(
      'collection_entries',
      'collection_entries.end_to_end_id',
      'bank_movements.end_to_end_id',
    )
    .leftJoin('employers', 'employers.id', 'collection_entries.employer_id')
    .selectAll('bank_movements')
    .select([
      'bank_messages.file_name',
      'collection_entries.collection_id',
      'collection_entries.amount_centimes as debit_centimes',
      'employers.id as employer_id',
      'employers.name as employer_name',
      'employers.employer_number',
    ])
    .where('bank_movements.state', '=', 'parked')
}

type ParkedRow = Awaited<ReturnType<ReturnType<typeof parkedMovements>['execute']>>[number]

function parkedFrom(row: ParkedRow): ParkedMovement {
  return {
    messageId: row.message_id,
    position: row.position,
    endToEndId: row.end_to_end_id,
    outcome: row.outcome,
    amount: row.amount_centimes === null ? null : centimes(row.amount_centimes),
    bookedOn: row.booked_on as LocalDate | null,
    reason: row.reason,
    bankReference: row.bank_reference,
    remittance: row.remittance,
    payerName: row.payer_name,
    payerRib: row.payer_rib,
    creditorReference: row.creditor_reference,
    note: row.note,
    fileName: row.file_name,
    debit: debitFrom(row),
  }
}

function debitFrom(row: ParkedRow): AwaitedDebit | null {
  if (row.collection_id === null || row.employer_id === null) return null
  return {
    collectionId: row.collection_id,
    employerId: row.employer_id,
    employerName: row.employer_name ?? '',
    employerNumber: row.employer_number ?? '',
    amount: centimes(row.debit_centimes ?? 0n),
  }
}

/** It is a transfer after all: an agent said so. */
export async function markReceived(
  tx: Tx,
  { messageId, position }: PlaceInMessage,
  by: { readonly agentId: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('bank_movements')
    .set({ state: 'applied', note: '', decided_by: by.agentId, decided_at: by.at })
    .where('message_id', '=', messageId)
    .where('position', '=', position)
    .execute()
}

/** False when another agent decided it meanwhile. */
export async function setMovementAside(
  tx: Tx,
  place: PlaceInMessage,
  by: { readonly agentId: string; readonly at: Date; readonly note: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('bank_movements')
    .set({ state: 'set_aside', note: by.note, decided_by: by.agentId, decided_at: by.at })
    .where('message_id', '=', place.messageId)
    .where('position', '=', place.position)
    .where('state', '=', 'parked')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
