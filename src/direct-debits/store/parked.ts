import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Movement } from '../bank-messages/movement.ts'

/** What waits for an agent, and where it came from. */
export interface ParkedMovement extends Movement {
  readonly messageId: string
  readonly note: string
  readonly fileName: string
  /** The debit whose reference it bears. */
  readonly debit: AwaitedDebit | null
}

/** A received transfer that a parked one looks like. */
export interface AlikeTransfer {
  readonly id: string
  readonly fileName: string
  readonly receivedAt: Date
}

/**
 * What each question is about, by «message-position»: the transfers of the same day, amount, payer and reference of the bank. Their words
 * are compared before the question is asked, and shown with it.
 */
export async function listAlike(tx: Tx): Promise<Map<string, AlikeTransfer[]>> {
  const rows = await tx
    .selectFrom('bank_movements as m')
    .innerJoin('received_transfers as t', (join) =>
      join
        .onRef('t.amount_centimes', '=', 'm.amount_centimes')
        .onRef('t.booked_on', '=', 'm.booked_on')
        .onRef('t.bank_reference', '=', 'm.bank_reference')
        .onRef('t.payer_rib', '=', 'm.payer_rib')
        .onRef('t.payer_name', '=', 'm.payer_name'),
    )
    .innerJoin('bank_messages as b', 'b.id', 't.message_id')
    .select(['m.message_id', 'm.position', 't.id', 'b.file_name', 't.received_at'])
    .where('m.state', '=', 'parked')
    .where('m.note', 'in', ['said_before', 'told_twice'])
    .orderBy('t.received_at')
    .orderBy('t.position')
    .execute()
  const alike = new Map<string, AlikeTransfer[]>()
  for (const { message_id, position, id, file_name, received_at } of rows) {
    const key = `${message_id}-${position}`
    const one = { id, fileName: file_name, receivedAt: received_at }
    alike.set(key, [...(alike.get(key) ?? []), one])
  }
  return alike
}

/** A debit that a movement names and does not fit. */
export interface AwaitedDebit {
  readonly collectionId: string
  readonly employerId: string
  readonly employerName: string
  readonly employerNumber: string
  readonly amount: Dirhams
}

export async function countParked(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('bank_movements')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .where('state', '=', 'parked')
    .executeTakeFirstOrThrow()
  return Number(count)
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
