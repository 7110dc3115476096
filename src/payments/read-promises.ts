import { listBankAccounts } from '../employers/store/bank-accounts.ts'
import type { OrderPromise } from '../ledger/order-promise.ts'
import type { Tx } from '../platform/db/database.ts'
import { mayLeaveUnchanged } from './hold.ts'
import { listPromises } from './store/dues.ts'

/**
 * What orders are about to pay. One whose mandate ended, or of which a due has less left to pay than it says, does not leave as it is
 * written (product E5): it pays nothing, and its dues are paid otherwise.
 */
export async function readPromises(tx: Tx, employerId: string): Promise<OrderPromise[]> {
  const accounts = await listBankAccounts(tx, employerId)
  const promises = await listPromises(tx, employerId)
  const beyond = new Set(
    promises.filter(({ amount, open }) => amount > open).map(({ reference }) => reference),
  )
  return promises.filter(
    ({ reference, bankAccountId, wording }) =>
      !beyond.has(reference) &&
      mayLeaveUnchanged(
        wording,
        accounts.find((one) => one.id === bankAccountId),
      ),
  )
}
