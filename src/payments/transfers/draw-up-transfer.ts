import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { addDays, startOfDay, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { listBankAccounts } from '../../employers/store/bank-accounts.ts'
import { decimalString, sum } from '../../money/index.ts'
import { listPositions } from '../../ledger/store/read-positions.ts'
import { insertTransferOrder, listUnpaidOrders } from '../../ledger/transfers/store/orders.ts'
import type { Tx } from '../../platform/db/database.ts'
import { readPromises } from '../read-promises.ts'
import { lockOrdersOf } from '../store/write-orders.ts'
import { payableShares, together } from './payable-shares.ts'
import {
  chooseShares,
  newTransferReference,
  openSharesOf,
  printedDays,
  shareName,
  type TransferShare,
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
    const printed = await printedFor(tx, app, { employerId, id, dues })
    const unknown = printed.filter((reference) => !known.includes(reference))
    if (unknown.length > 0) refuse('transfers.printed_meanwhile', { orders: unknown.join(', ') })
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

interface Naming {
  readonly employerId: string
  /** The order being drawn up: sent twice, it is no other one. */
  readonly id: string
  readonly dues: readonly TransferShare[]
}

/** The other printed orders that name one of these dues, and that money may still come for. */
async function printedFor(
  tx: Tx,
  app: AppContext,
  { employerId, id, dues }: Naming,
): Promise<string[]> {
  const since = startOfDay(addDays(todayIn(app.clock), -printedDays))
  const names = new Set(dues.map(shareName))
  const printed = await listUnpaidOrders(tx, employerId, since)
  return printed
    .filter((order) => order.id !== id && order.dues.some((due) => names.has(shareName(due))))
    .map(({ reference }) => reference)
}
