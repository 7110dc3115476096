import type { Generated } from 'kysely'
import type { LocalDate } from '../../../calendar/index.ts'
import { add, centimes, type Dirhams, zeroDirhams } from '../../../money/index.ts'
import type { Withdrawal } from '../transfer-order.ts'
import type { Tx } from '../../../platform/db/database.ts'

/** How the company of a transfer was found: the reference it carried, the account it came from, or an agent's decision. */
export type FoundBy = 'reference' | 'account' | 'agent'

export interface TransferAttributionsTable {
  id: string
  employer_id: string
  transfer_id: string
  found_by: FoundBy
  transfer_order_id: string | null
  amount_centimes: bigint
  booked_on: string
  payer_name: string
  written: string
  attributed_by: string | null
  attributed_at: Date
  taken_back_by: string | null
  taken_back_at: Date | null
  taken_back_reason: Generated<string>
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    transfer_attributions: TransferAttributionsTable
  }
}

/** A transfer that was found to be a company's, as the company sees it behind the line of its account. */
export interface Attribution extends NewAttribution {
  /** It came under the reference of a printed order that the company had withdrawn. */
  readonly withdrawn: Withdrawal | null
}

export interface NewAttribution {
  readonly id: string
  readonly employerId: string
  readonly transferId: string
  readonly foundBy: FoundBy
  readonly transferOrderId: string | null
  readonly amount: Dirhams
  readonly bookedOn: LocalDate
  readonly payerName: string
  readonly written: string
}

const columns = [
  'transfer_attributions.id',
  'transfer_attributions.employer_id',
  'transfer_id',
  'found_by',
  'transfer_order_id',
  'transfer_attributions.amount_centimes',
  'booked_on',
  'payer_name',
  'written',
  'withdrawn_at',
  'withdrawn_reason',
] as const

/** With the printed order whose reference it carried. */
function attributions(tx: Tx) {
  return tx
    .selectFrom('transfer_attributions')
    .leftJoin('transfer_orders', 'transfer_orders.id', 'transfer_order_id')
    .select(columns)
}

export async function insertAttribution(
  tx: Tx,
  attribution: NewAttribution,
  by: { readonly agentId: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('transfer_attributions')
    .values({
      id: attribution.id,
      employer_id: attribution.employerId,
      transfer_id: attribution.transferId,
      found_by: attribution.foundBy,
      transfer_order_id: attribution.transferOrderId,
      amount_centimes: attribution.amount,
      booked_on: attribution.bookedOn,
      payer_name: attribution.payerName,
      written: attribution.written,
      attributed_by: by.agentId,
      attributed_at: by.at,
      taken_back_by: null,
      taken_back_at: null,
    })
    .execute()
}

/** Behind a line of the account of this company. */
export async function findAttribution(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Attribution | undefined> {
  const row = await attributions(tx)
    .where('transfer_attributions.employer_id', '=', employerId)
    .where('transfer_attributions.id', '=', id)
    .executeTakeFirst()
  return row && attributionFrom(row)
}

/** Whose a transfer is now: one company, or those between which it was split. */
export async function listStandingAttributions(tx: Tx, transferId: string): Promise<Attribution[]> {
  const rows = await attributions(tx)
    .where('transfer_id', '=', transferId)
    .where('taken_back_at', 'is', null)
    .orderBy('transfer_attributions.employer_id')
    .execute()
  return rows.map(attributionFrom)
}

export async function endAttribution(
  tx: Tx,
  { id, employerId }: Pick<Attribution, 'id' | 'employerId'>,
  by: { readonly agentId: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('transfer_attributions')
    .set({ taken_back_by: by.agentId, taken_back_at: by.at, taken_back_reason: by.reason })
    .where('id', '=', id)
    .where('employer_id', '=', employerId)
    .where('taken_back_at', 'is', null)
    .execute()
}

/** What has come for each of these orders, when anything has. */
export async function listReceivedFor(
  tx: Tx,
  orderIds: readonly string[],
): Promise<Map<string, Dirhams>> {
  const received = new Map<string, Dirhams>()
  if (orderIds.length === 0) return received
  const rows = await tx
    .selectFrom('transfer_attributions')
    .select(['transfer_order_id', 'amount_centimes'])
    .where('transfer_order_id', 'in', [...orderIds])
    .where('taken_back_at', 'is', null)
    .execute()
  for (const { transfer_order_id: id, amount_centimes: amount } of rows) {
    if (id) received.set(id, add(received.get(id) ?? zeroDirhams, centimes(amount)))
  }
  return received
}

type Row = Awaited<ReturnType<ReturnType<typeof attributions>['execute']>>[number]

function attributionFrom(row: Row): Attribution {
  return {
    id: row.id,
    employerId: row.employer_id,
    transferId: row.transfer_id,
    foundBy: row.found_by,
    transferOrderId: row.transfer_order_id,
    amount: centimes(row.amount_centimes),
    bookedOn: row.booked_on as LocalDate,
    payerName: row.payer_name,
    written: row.written,
    withdrawn: row.withdrawn_at && {
      at: row.withdrawn_at,
      reason: row.withdrawn_reason ?? '',
    },
  }
}
