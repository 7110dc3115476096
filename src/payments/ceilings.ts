import { refuse } from '../actors/refusal.ts'
import type { LocalDate } from '../calendar/index.ts'
import type { Employer } from '../employers/employer.ts'
import { add, type Dirhams, formatDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { amountOn } from './store/orders.ts'

interface Weighed {
  readonly employer: Pick<Employer, 'id' | 'orderCeiling' | 'dailyCeiling'>
  readonly order: {
    /** Nothing for an order that is not written yet. */
    readonly id: string | null
    readonly amount: Dirhams
    readonly debitOn: LocalDate
  }
}

/**
 * No order is above the most of one order, and no day above the most of one day: when it is written and when it is
 * confirmed, so that a ceiling lowered in between holds (product E1). Refused with `payments.over_order_ceiling` or
 * `payments.over_daily_ceiling`.
 */
export async function refuseOverCeiling(tx: Tx, { employer, order }: Weighed): Promise<void> {
  const { orderCeiling, dailyCeiling } = employer
  if (orderCeiling !== null && order.amount > orderCeiling) {
    refuse('payments.over_order_ceiling', { most: formatDirhams(orderCeiling) })
  }
  if (dailyCeiling === null) return
  const others = await amountOn(tx, employer.id, order.debitOn, order.id)
  if (add(others, order.amount) > dailyCeiling) {
    refuse('payments.over_daily_ceiling', { most: formatDirhams(dailyCeiling) })
  }
}
