import type { LocalDate } from '../calendar/index.ts'
import { type Dirhams, sum } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { type DueKey, dueText } from './account.ts'
import { owedOn, type Position } from './position.ts'
import type { TransferShare } from './transfers/transfer-order.ts'

/** What a payment order in progress already promises to pay, by debit. */
export interface OrderPromise extends TransferShare {
  readonly reference: string
  readonly debitOn: LocalDate
}

/** What the orders of a company promise: told by the payments, which stand above this module. */
export type TellPromises = (tx: Tx, employerId: string) => Promise<readonly OrderPromise[]>

export function promisesFor(due: DueKey, promises: readonly OrderPromise[]): OrderPromise[] {
  return promises.filter((one) => dueText(one) === dueText(due))
}

/** Of what is owed, how much orders in progress are about to pay: never more than is owed. */
export function promisedOn(position: Position, promises: readonly OrderPromise[]): Dirhams {
  const promised = sum(promisesFor(position.due, promises).map(({ amount }) => amount))
  const owed = owedOn(position)
  return promised > owed ? owed : promised
}
