import type { Generated, Selectable } from 'kysely'
import { formatQuarter, quarterFrom } from '../../../calendar/index.ts'
import { centimes, type Dirhams } from '../../../money/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Part } from '../../account.ts'
import type { TransferOrder } from '../transfer-order.ts'

interface StoredShare {
  readonly category: string
  readonly quarter: string
  readonly part: Part
  readonly amount: string
}

export interface TransferOrdersTable {
  id: string
  employer_id: string
  reference: string
  bank_account_id: string | null
  amount_centimes: bigint
  dues: readonly StoredShare[]
  drawn_by: string
  drawn_at: Date
  withdrawn_at: Generated<Date | null>
  withdrawn_reason: Generated<string>
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    transfer_orders: TransferOrdersTable
  }
}

/** Keeps an order; false when this very form was already sent. */
export async function insertTransferOrder(
  tx: Tx,
  employerId: string,
  order: Omit<TransferOrder, 'withdrawn'>,
): Promise<boolean> {
  const dues = order.dues.map(({ category, quarter, part, amount }) => ({
    category,
    quarter: formatQuarter(quarter),
    part,
    amount: String(amount),
  }))
  const inserted = await tx
    .insertInto('transfer_orders')
    .values({
      id: order.id,
      employer_id: employerId,
      reference: order.reference,
      bank_account_id: order.bankAccountId,
      amount_centimes: order.amount,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the driver writes JSON from text
      dues: JSON.stringify(dues) as never,
      drawn_by: order.drawnBy,
      drawn_at: order.drawnAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function findTransferOrder(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<TransferOrder | undefined> {
  const row = await orderWithId(tx, employerId, id).executeTakeFirst()
  return row && orderFrom(row)
}

/** With the row lock: it is withdrawn once. */
export async function lockTransferOrder(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<TransferOrder | undefined> {
  const row = await orderWithId(tx, employerId, id).forUpdate().executeTakeFirst()
  return row && orderFrom(row)
}

function orderWithId(tx: Tx, employerId: string, id: string) {
  return tx
    .selectFrom('transfer_orders')
    .selectAll()
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
}

export async function saveWithdrawal(
  tx: Tx,
  employerId: string,
  { id, withdrawn }: Pick<TransferOrder, 'id' | 'withdrawn'>,
): Promise<void> {
  await tx
    .updateTable('transfer_orders')
    .set({ withdrawn_at: withdrawn?.at ?? null, withdrawn_reason: withdrawn?.reason ?? '' })
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .execute()
}

export async function listTransferOrders(tx: Tx, employerId: string): Promise<TransferOrder[]> {
  const rows = await tx
    .selectFrom('transfer_orders')
    .selectAll()
    .where('employer_id', '=', employerId)
    .orderBy('drawn_at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute()
  return rows.map(orderFrom)
}

/** Orders printed since then, not withdrawn, that no transfer has paid: money may be on its way. */
export async function listUnpaidOrders(
  tx: Tx,
  employerId: string,
  since: Date,
): Promise<TransferOrder[]> {
  const rows = await tx
    .selectFrom('transfer_orders')
    .selectAll()
    .where('employer_id', '=', employerId)
    .where('drawn_at', '>=', since)
    .where('withdrawn_at', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('transfer_attributions')
            .select('transfer_attributions.id')
            .whereRef('transfer_attributions.transfer_order_id', '=', 'transfer_orders.id')
            .where('taken_back_at', 'is', null),
        ),
      ),
    )
    .orderBy('drawn_at')
    .execute()
  return rows.map(orderFrom)
}

/** An order that a transfer may pay, of whichever company. */
export interface PayableOrder extends TransferOrder {
  readonly employerId: string
}

/** The orders that these references name, of every company: for whoever reads what a bank sent. */
export async function listOrdersNamed(
  tx: Tx,
  references: readonly string[],
): Promise<PayableOrder[]> {
  if (references.length === 0) return []
  const rows = await tx
    .selectFrom('transfer_orders')
    .selectAll()
    .where('reference', 'in', [...references])
    .execute()
  return rows.map((row) => ({ ...orderFrom(row), employerId: row.employer_id }))
}

/** The orders of one company for exactly this amount that it did not withdraw, the newest first. */
export async function listOrdersOfAmount(
  tx: Tx,
  employerId: string,
  amount: Dirhams,
): Promise<PayableOrder[]> {
  const rows = await tx
    .selectFrom('transfer_orders')
    .selectAll()
    .where('employer_id', '=', employerId)
    .where('amount_centimes', '=', amount)
    .where('withdrawn_at', 'is', null)
    .orderBy('drawn_at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute()
  return rows.map((row) => ({ ...orderFrom(row), employerId }))
}

function orderFrom(row: Selectable<TransferOrdersTable>): TransferOrder {
  return {
    id: row.id,
    reference: row.reference,
    bankAccountId: row.bank_account_id,
    amount: centimes(row.amount_centimes),
    dues: row.dues.map(({ category, quarter, part, amount }) => ({
      category,
      quarter: quarterFrom(quarter),
      part,
      amount: centimes(BigInt(amount)),
    })),
    drawnAt: row.drawn_at,
    drawnBy: row.drawn_by,
    withdrawn: row.withdrawn_at && { at: row.withdrawn_at, reason: row.withdrawn_reason },
  }
}
