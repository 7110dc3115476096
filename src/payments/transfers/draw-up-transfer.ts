import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { listBankAccounts } from '../../employers/store/bank-accounts.ts'
import { decimalString, sum } from '../../money/index.ts'
import { listPositions } from '../../ledger/store/read-positions.ts'
import { insertTransferOrder } from '../../ledger/transfers/store/orders.ts'
import { readPromises } from '../read-promises.ts'
import { lockOrdersOf } from '../store/write-orders.ts'
import { payableShares, together } from './payable-shares.ts'
import { printedBeside } from './printed-beside.ts'
import {
  chooseShares,
  newTransferReference,
  openSharesOf,
} from '../../ledger/transfers/transfer-order.ts'

export interface TransferCommand {
  /** Made with the form: sent twice, it is one order. */
  readonly id: string
  readonly shares: readonly string[]
  /** Of what an order in progress already promises to pay. */
  readonly promised: readonly string[]
  /** Told which orders pay it too, the person transfers it all the same. */
  readonly knowingly: boolean
  /** The references of the printed orders that this person was told of. */
  readonly known: readonly string[]
  /** Null: the account is written by hand. */
  readonly bankAccountId: string | null
}

/**
 * Draws up an «ordre de virement» to print: the dues, the account, and a reference that tells the fund what is paid (product
 * C6). What a payment order is about to pay, or another printed one names, is in it only knowingly, and the trail says which orders
 * these were.
 */
export async function drawUpTransfer(
  app: AppContext,
  actor: EmployedActor,
  { id, shares, promised, knowingly, known, bankAccountId }: TransferCommand,
): Promise<void> {
  const { employerId } = actor
  if (!app.config.creditorRib) return refuse('transfers.fund_has_no_account')
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const accounts = await listBankAccounts(tx, employerId)
    const isOwn = accounts.some((one) => one.id === bankAccountId && one.state === 'active')
    if (bankAccountId !== null && !isOwn) return refuse('web.not_found')
    await lockOrdersOf(tx, employerId)
    const open = openSharesOf(await listPositions(tx, employerId))
    const payable = payableShares(open, await readPromises(tx, employerId))
    const twice = chooseShares(payable.promised, promised)
    if (twice.length > 0 && !knowingly) return refuse('transfers.already_promised')
    const dues = together([...chooseShares(payable.free, shares), ...twice])
    if (dues.length === 0) return refuse('transfers.nothing_chosen')
    const naming = { today: todayIn(app.clock), dues, exceptId: id, known }
    const printed = await printedBeside(tx, employerId, naming, 'transfers.printed_meanwhile')
    const drawnAt = app.clock.now()
    const amount = sum(dues.map((share) => share.amount))
    const reference = newTransferReference()
    const order = { id, reference, bankAccountId, amount, dues, drawnAt, drawnBy: actor.id }
    if (!(await insertTransferOrder(tx, employerId, order))) return
    const promises = twice.flatMap((share) => share.orders.map((one) => one.reference))
    const orders = [...promises, ...printed]
    await record(tx, actor, drawnAt, {
      action: orders.length > 0 ? 'transfer_order.drawn_up_knowingly' : 'transfer_order.drawn_up',
      subject: { kind: 'transfer_order', id },
      details: {
        reference: order.reference,
        amount: decimalString(amount),
        ...(orders.length > 0 ? { orders: [...new Set(orders)].join(', ') } : {}),
      },
    })
  })
}
