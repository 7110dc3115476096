import { type Dirhams, sum } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { isSameDue } from './choose-dues.ts'
import type { KeptOrder } from './store/orders.ts'
import { listOpenDues } from './store/dues.ts'

/** Late interest that is left to pay on the dues of an order: booked when it paid them late, and in no order of its own (product C5). */
export async function interestLeftOn(
  tx: Tx,
  { employerId, dues }: Pick<KeptOrder, 'employerId' | 'dues'>,
): Promise<Dirhams> {
  const open = await listOpenDues(tx, employerId)
  const paid = open.filter(
    (one) =>
      one.part === 'interest' && dues.some((due) => isSameDue({ ...due, part: 'interest' }, one)),
  )
  return sum(paid.map(({ amount }) => amount))
}
