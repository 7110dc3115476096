import { listReceivedFor } from '../../ledger/transfers/store/attributions.ts'
import { referencesIn } from '../../ledger/transfers/payment-reference.ts'
import {
  listOrdersNamed,
  listOrdersOfAmount,
  type PayableOrder,
} from '../../ledger/transfers/store/orders.ts'
import { openSharesOf } from '../../ledger/transfers/transfer-order.ts'
import { listPositions } from '../../ledger/store/read-positions.ts'
import { zeroDirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { listCompaniesWithAccount } from '../store/candidates.ts'
import type { Evidence, KnownOrder, KnownPayer } from './match-transfer.ts'
import type { Arrival } from './received-transfer.ts'

/** Everything that could say whose a transfer is. */
export async function gatherEvidence(
  tx: Tx,
  { written, payerRib, amount }: Arrival,
): Promise<Evidence> {
  const payers: KnownPayer[] = []
  for (const employerId of await listCompaniesWithAccount(tx, payerRib)) {
    payers.push({
      employerId,
      open: openSharesOf(await listPositions(tx, employerId)),
      orders: await known(tx, await listOrdersOfAmount(tx, employerId, amount)),
    })
  }
  return { orders: await known(tx, await listOrdersNamed(tx, referencesIn([written]))), payers }
}

async function known(tx: Tx, orders: readonly PayableOrder[]): Promise<KnownOrder[]> {
  const received = await listReceivedFor(
    tx,
    orders.map(({ id }) => id),
  )
  return orders.map((order) => ({
    ...order,
    received: received.get(order.id) ?? zeroDirhams,
    isWithdrawn: order.withdrawn !== null,
  }))
}
