import type { LocalDate } from '../../calendar/index.ts'
import { centimes, type Dirhams } from '../../money/index.ts'
import type { HoldReason } from '../../payments/hold.ts'
import type { OrderKind } from '../../payments/payment-order.ts'
import type { Tx } from '../../platform/db/database.ts'

/** An order that stayed behind, as the agents see it. */
export interface HeldOrder {
  readonly orderId: string
  readonly reference: string
  readonly kind: OrderKind
  readonly employerId: string
  readonly employerName: string
  readonly amount: Dirhams
  readonly debitOn: LocalDate
  readonly reason: HoldReason
  readonly heldAt: Date
}

/** With what keeps it now; nothing when that is solved. */
export type StandingHold = HeldOrder & { readonly holdsNow: HoldReason | null }

/** Of every company, those that have waited longest first; and how many there are. */
export async function listHeldOrders(
  tx: Tx,
  limit: number,
): Promise<{ readonly orders: HeldOrder[]; readonly count: number }> {
  const rows = await tx
    .selectFrom('payment_orders')
    .innerJoin('employers', 'employers.id', 'payment_orders.employer_id')
    .select((select) => [
      'payment_orders.id',
      'reference',
      'kind',
      'payment_orders.employer_id',
      'employers.name',
      'amount_centimes',
      'debit_on',
      'held_reason',
      'held_at',
      select.fn.countAll<bigint>().over().as('count'),
    ])
    .where('held_reason', 'is not', null)
    .orderBy('held_at')
    .orderBy('reference')
    .limit(limit)
    .execute()
  const orders = rows.flatMap((row) =>
    row.held_reason === null || row.held_at === null
      ? []
      : [
          {
            orderId: row.id,
            reference: row.reference,
            kind: row.kind,
            employerId: row.employer_id,
            employerName: row.name,
            amount: centimes(row.amount_centimes),
            debitOn: row.debit_on as LocalDate,
            reason: row.held_reason,
            heldAt: row.held_at,
          },
        ],
  )
  return { orders, count: Number(rows[0]?.count ?? 0n) }
}
