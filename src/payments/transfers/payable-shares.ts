import { subtract, sum } from '../../money/index.ts'
import type { OrderPromise } from '../../ledger/order-promise.ts'
import { type TransferShare, shareName } from '../../ledger/transfers/transfer-order.ts'

/** What is open and already in an order: paid again by transfer, it would be paid twice. */
export interface PromisedShare extends TransferShare {
  readonly orders: readonly OrderPromise[]
}

export interface PayableShares {
  /** What no live order covers, proposed as it stands. */
  readonly free: readonly TransferShare[]
  readonly promised: readonly PromisedShare[]
}

/** Parts what is open into what a transfer may pay and what an order in progress is about to (product C6, E1). */
export function payableShares(
  open: readonly TransferShare[],
  promises: readonly OrderPromise[],
): PayableShares {
  const shares = open.map((share) => {
    const orders = promises.filter((one) => shareName(one) === shareName(share))
    const all = sum(orders.map(({ amount }) => amount))
    const promised = all > share.amount ? share.amount : all
    return { share, orders, promised }
  })
  return {
    free: shares.flatMap(({ share, promised }) =>
      promised < share.amount ? [{ ...share, amount: subtract(share.amount, promised) }] : [],
    ),
    promised: shares.flatMap(({ share, orders, promised }) =>
      promised > 0n ? [{ ...share, amount: promised, orders }] : [],
    ),
  }
}

/** The same due chosen twice, for what is free and for what is promised, is one line of the order. */
export function together(chosen: readonly TransferShare[]): TransferShare[] {
  const names = [...new Set(chosen.map(shareName))]
  return names.flatMap((name) => {
    const [first, ...others] = chosen.filter((one) => shareName(one) === name)
    if (!first) return []
    const { category, quarter, part } = first
    return [{ category, quarter, part, amount: sum([first, ...others].map((one) => one.amount)) }]
  })
}
