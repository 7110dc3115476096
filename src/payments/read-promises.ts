import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import type { OrderPromise } from '../ledger/order-promise.ts'
import type { Tx } from '../platform/db/database.ts'
import { mayLeaveUnchanged } from './hold.ts'
import { listPromises } from './store/dues.ts'

/** What orders are about to pay. One whose mandate ended pays nothing as it is written: its dues are paid otherwise. */
export async function readPromises(tx: Tx, employerId: string): Promise<OrderPromise[]> {
  const accounts = await listBankAccounts(tx, employerId)
  const promises = await listPromises(tx, employerId)
  return promises.filter(({ bankAccountId, wording }) =>
    mayLeaveUnchanged(
      wording,
      accounts.find((one) => one.id === bankAccountId),
    ),
  )
}
