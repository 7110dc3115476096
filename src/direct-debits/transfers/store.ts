import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Telling } from '../bank-messages/place-movement.ts'
import type { Arrival, ReceivedTransfer, SuspenseKind, TransferState } from './received-transfer.ts'

export interface NewTransfer extends Arrival {
  readonly id: string
  readonly messageId: string
  readonly position: number
  readonly note: string
  readonly receivedAt: Date
}

/** In suspense as soon as it is known. */
export async function insertTransfer(tx: Tx, transfer: NewTransfer): Promise<void> {
  await tx
    .insertInto('received_transfers')
    .values({
      id: transfer.id,
      identity: transfer.identity,
      message_id: transfer.messageId,
      position: transfer.position,
      amount_centimes: transfer.amount,
      booked_on: transfer.bookedOn,
      bank_reference: transfer.bankReference,
      payer_name: transfer.payerName,
      payer_rib: transfer.payerRib,
      written: transfer.written,
      state: 'to_decide',
      note: transfer.note,
      decided_by: null,
      decided_at: null,
      received_at: transfer.receivedAt,
    })
    .execute()
}

/** A line of a message of the bank, by what the message says of itself: sent again, in another file, it is the same line. */
export interface ToldLine {
  readonly messageId: string
  readonly kind: string
  readonly movements: number
  readonly position: number
}

/** What is already known of a movement: itself, or another telling of the same booking, summed up or detailed. */
export async function findTelling(
  tx: Tx,
  { identity, bankReference }: Arrival,
  line?: ToldLine,
): Promise<Telling | undefined> {
  const [known] = await tx.named<{ same: boolean; here: boolean }>(
    'received_transfer_telling',
    `select t.identity = $1 as same,
        (m.message_id <> '' and (m.message_id, m.kind, m.movements, t.position) = ($3, $4, $5, $6)) as here
      from received_transfers t join bank_messages m on m.id = t.message_id
      where t.identity = $1 or ($2 <> '' and (t.bank_reference = split_part($2, '/', 1) or
        (position('/' in $2) = 0 and starts_with(t.bank_reference, $2 || '/'))) and t.bank_reference <> $2)
      order by same desc limit 1`,
    [
      identity,
      bankReference,
      line?.messageId ?? '',
      line?.kind ?? '',
      line?.movements ?? 0,
      line?.position ?? 0,
    ],
  )
  if (!known) return undefined
  if (!known.same) return 'other_detail'
  return known.here ? 'here' : 'elsewhere'
}

export interface Suspended {
  readonly kind: SuspenseKind
  readonly amount: Dirhams
  readonly attributionId: string | null
  readonly at: Date
}

/** Written after the row lock of the transfer: its entries are numbered in turn. */
export async function insertSuspense(tx: Tx, transferId: string, entry: Suspended): Promise<void> {
  await tx
    .insertInto('suspense_entries')
    .values({
      transfer_id: transferId,
      number: sql<number>`(select count(*) + 1 from suspense_entries where transfer_id = ${transferId})`,
      kind: entry.kind,
      amount_centimes: entry.amount,
      attribution_id: entry.attributionId,
      recorded_at: entry.at,
    })
    .execute()
}

export async function listSuspense(tx: Tx, transferId: string): Promise<Suspended[]> {
  const rows = await tx
    .selectFrom('suspense_entries')
    .selectAll()
    .where('transfer_id', '=', transferId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    amount: centimes(row.amount_centimes),
    attributionId: row.attribution_id,
    at: row.recorded_at,
  }))
}

/** What the fund holds and nobody has been found for. */
export async function suspenseBalance(tx: Tx): Promise<Dirhams> {
  const row = await tx
    .selectFrom('suspense_entries')
    .select(sql<bigint>`coalesce(sum(amount_centimes), 0)::bigint`.as('total'))
    .executeTakeFirstOrThrow()
  return centimes(row.total)
}

const columns = [
  'id',
  'identity',
  'amount_centimes',
  'booked_on',
  'bank_reference',
  'payer_name',
  'payer_rib',
  'written',
  'state',
  'note',
  'received_at',
  'version',
] as const

export async function findTransfer(tx: Tx, id: string): Promise<ReceivedTransfer | undefined> {
  const row = await tx
    .selectFrom('received_transfers')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && transferFrom(row)
}

/** Held until the transaction ends: whatever is decided about it is decided once. */
export async function lockTransfer(tx: Tx, id: string): Promise<ReceivedTransfer | undefined> {
  const row = await tx
    .selectFrom('received_transfers')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && transferFrom(row)
}

/** The oldest first while they wait, the newest first once they have gone. */
export async function listTransfers(
  tx: Tx,
  state: TransferState,
  limit: number,
): Promise<ReceivedTransfer[]> {
  const isWaiting = ['to_decide', 'to_identify', 'to_refund'].includes(state)
  const rows = await tx
    .selectFrom('received_transfers')
    .select(columns)
    .where('state', '=', state)
    .orderBy('booked_on', isWaiting ? 'asc' : 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(transferFrom)
}

export async function countTransfers(tx: Tx): Promise<Map<TransferState, number>> {
  const rows = await tx
    .selectFrom('received_transfers')
    .select((select) => ['state' as const, select.fn.countAll<bigint>().as('count')])
    .groupBy('state')
    .execute()
  return new Map(rows.map((row) => [row.state, Number(row.count)]))
}

export async function saveTransfer(
  tx: Tx,
  id: string,
  change: {
    readonly state: TransferState
    readonly note: string
    readonly agentId: string | null
    readonly at: Date
  },
): Promise<void> {
  await tx
    .updateTable('received_transfers')
    .set((to) => ({
      state: change.state,
      note: change.note,
      decided_by: change.agentId,
      decided_at: change.at,
      version: to('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

interface Row {
  id: string
  identity: string
  amount_centimes: bigint
  booked_on: string
  bank_reference: string
  payer_name: string
  payer_rib: string
  written: string
  state: TransferState
  note: string
  received_at: Date
  version: number
}

function transferFrom(row: Row): ReceivedTransfer {
  return {
    id: row.id,
    identity: row.identity,
    amount: centimes(row.amount_centimes),
    bookedOn: row.booked_on as LocalDate,
    bankReference: row.bank_reference,
    payerName: row.payer_name,
    payerRib: row.payer_rib,
    written: row.written,
    state: row.state,
    note: row.note,
    receivedAt: row.received_at,
    version: row.version,
  }
}
