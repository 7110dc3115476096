import { refuse } from '../actors/refusal.ts'
import type { LocalDate } from '../calendar/index.ts'
import type { Employer } from '../employers/employer.ts'
import { add, type Dirhams, formatDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { amountOn, listBusyDays } from './store/orders.ts'

interface Weighed {
  readonly employer: Pick<Employer, 'id' | 'orderCeiling' | 'dailyCeiling'>
  readonly order: {
    /** Nothing for an order that is not written yet. */
    readonly id: string | null
    readonly amount: Dirhams
    readonly debitOn: LocalDate
  }
}

/** The ceiling that an order is above: of one order, or of its day. */
export interface CeilingInTheWay {
  readonly of: 'order' | 'day'
  readonly most: Dirhams
}

/** No order is above the most of one order, and no day above the most of one day; exactly the most is within (product E1). */
export async function findCeilingInTheWay(
  tx: Tx,
  { employer, order }: Weighed,
): Promise<CeilingInTheWay | null> {
  const { dailyCeiling, orderCeiling } = employer
  const isAbove = orderCeiling !== null && order.amount > orderCeiling
  if (isAbove || dailyCeiling === null) return ceilingAbove(employer, order, order.amount)
  const others = await amountOn(tx, employer.id, order.debitOn, order.id)
  return ceilingAbove(employer, order, add(others, order.amount))
}

/** The same of many orders that are written, each of them counted on its day already. */
export async function findCeilingsInTheWay(
  tx: Tx,
  employer: Weighed['employer'],
  orders: readonly (Weighed['order'] & { readonly id: string })[],
): Promise<ReadonlyMap<string, CeilingInTheWay>> {
  if (orders.length === 0) return new Map()
  const [from] = orders.map(({ debitOn }) => debitOn).sort()
  const days =
    employer.dailyCeiling === null || from === undefined
      ? []
      : await listBusyDays(tx, employer.id, { from, exceptId: null })
  const found = new Map<string, CeilingInTheWay>()
  for (const order of orders) {
    const ofDay = days.find(({ day }) => day === order.debitOn)?.amount ?? order.amount
    const ceiling = ceilingAbove(employer, order, ofDay)
    if (ceiling) found.set(order.id, ceiling)
  }
  return found
}

function ceilingAbove(
  { orderCeiling, dailyCeiling }: Weighed['employer'],
  { amount }: Pick<Weighed['order'], 'amount'>,
  ofDay: Dirhams,
): CeilingInTheWay | null {
  if (orderCeiling !== null && amount > orderCeiling) return { of: 'order', most: orderCeiling }
  return dailyCeiling !== null && ofDay > dailyCeiling ? { of: 'day', most: dailyCeiling } : null
}

const whenWritten = {
  order: 'payments.over_order_ceiling',
  day: 'payments.over_daily_ceiling',
} as const
export const whenConfirmed = {
  order: 'payments.now_over_order_ceiling',
  day: 'payments.now_over_daily_ceiling',
} as const

/** When an order is written; whoever writes it can pay less, or another day. */
export async function refuseOverCeiling(tx: Tx, weighed: Weighed): Promise<void> {
  const ceiling = await findCeilingInTheWay(tx, weighed)
  if (ceiling) refuse(whenWritten[ceiling.of], { most: formatDirhams(ceiling.most) })
}

/** When it is confirmed, so that a ceiling lowered in between holds; whoever confirms can only have it changed. */
export async function refuseConfirmingOverCeiling(tx: Tx, weighed: Weighed): Promise<void> {
  const ceiling = await findCeilingInTheWay(tx, weighed)
  if (ceiling) refuse(whenConfirmed[ceiling.of], { most: formatDirhams(ceiling.most) })
}
