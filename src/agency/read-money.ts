import { loadAccounts, type OwnAccount } from '../access/administration/read-accounts.ts'
import type { LocalDate } from '../calendar/index.ts'
import { owedOn, type Position, type PositionState, stateOf } from '../ledger/position.ts'
import { findAside, listPositions } from '../ledger/store/read-positions.ts'
import { type Dirhams, subtract, sum } from '../money/index.ts'
import { type KeptOrder, listEndedOrders, listOpenOrders } from '../payments/store/orders.ts'
import type { Tx } from '../platform/db/database.ts'

/** What a company owes, what is about to pay it, and what may be debited: as its own people read it, numbers masked. */
export interface CompanyMoney {
  /** Negative when it paid more than it owes. */
  readonly balance: Dirhams
  readonly inTransit: Dirhams
  readonly open: readonly (Position & { readonly owed: Dirhams; readonly state: PositionState })[]
  /** Those in progress, then the latest that ended. */
  readonly orders: readonly KeptOrder[]
  readonly accounts: readonly OwnAccount[]
}

const endedShown = 10

export async function readMoney(
  tx: Tx,
  employerId: string,
  today: LocalDate,
): Promise<CompanyMoney> {
  const positions = (await listPositions(tx, employerId)).map((one) => ({
    ...one,
    owed: owedOn(one),
    state: stateOf(one, today),
  }))
  const { advances, inTransit } = await findAside(tx, employerId)
  const { accounts } = await loadAccounts(tx, employerId, today)
  return {
    balance: subtract(sum(positions.map(({ owed }) => owed)), advances),
    inTransit,
    open: positions.filter(({ owed }) => owed > 0n),
    orders: [
      ...(await listOpenOrders(tx, employerId)),
      ...(await listEndedOrders(tx, employerId, { limit: endedShown, offset: 0 })),
    ],
    accounts,
  }
}
