import { loadAccounts, type OwnAccount } from '../../access/administration/read-accounts.ts'
import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { addDays, type LocalDate, startOfDay, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { BankAccount } from '../../employers/bank-account.ts'
import { findBankName, listBankAccounts } from '../../employers/store/bank-accounts.ts'
import type { Employer } from '../../employers/employer.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { listReceivedFor } from '../../ledger/transfers/store/attributions.ts'
import { listPositions } from '../../ledger/store/read-positions.ts'
import {
  findTransferOrder,
  listTransferOrders,
  listUnpaidOrders,
} from '../../ledger/transfers/store/orders.ts'
import { type Dirhams, zeroDirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { hasLeft } from './has-left.ts'
import { readPromises } from '../read-promises.ts'
import { type PayableShares, payableShares } from './payable-shares.ts'
import {
  mayBePrinted,
  openSharesOf,
  paidBeyond,
  printedDays,
  stateOfOrder,
  type TransferOrder,
  type TransferOrderState,
  type TransferShare,
} from '../../ledger/transfers/transfer-order.ts'

export interface TransfersView {
  readonly open: PayableShares
  /** Printed lately, and that no transfer has paid yet. */
  readonly printed: readonly TransferOrder[]
  readonly accounts: readonly BankAccount[]
  readonly orders: readonly FollowedOrder[]
}

/** A printed order, and what has become of it. */
export interface FollowedOrder extends TransferOrder {
  readonly state: TransferOrderState
  /** What has come under its reference. */
  readonly received: Dirhams
  /** What it would pay too much now, if it may still be handed to the bank. */
  readonly beyond: Dirhams
}

/** What may be paid by transfer, from which accounts, and the orders printed before (product C6). */
export function readTransfers(app: AppContext, actor: EmployedActor): Promise<TransfersView> {
  const { employerId } = actor
  const today = todayIn(app.clock)
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const { accounts } = await loadAccounts(tx, employerId, today)
    const open = openSharesOf(await listPositions(tx, employerId))
    return {
      open: payableShares(open, await readPromises(tx, employerId)),
      printed: await listUnpaidOrders(tx, employerId, startOfDay(addDays(today, -printedDays))),
      accounts: accounts.filter(isProposed).map(({ account }) => account),
      orders: await followed(tx, await listTransferOrders(tx, employerId), open, today),
    }
  })
}

/** Not one that was refused, withdrawn or frozen: its number may be wrong, or the bank has closed it. */
function isProposed({ state }: OwnAccount): boolean {
  return !['closed', 'refused', 'withdrawn', 'ended'].includes(state)
}

// oxlint-disable-next-line max-params -- where, which orders, beside what is open, and when
async function followed(
  tx: Tx,
  orders: readonly TransferOrder[],
  open: readonly TransferShare[],
  today: LocalDate,
): Promise<FollowedOrder[]> {
  const came = await listReceivedFor(
    tx,
    orders.map(({ id }) => id),
  )
  return orders.map((order) => {
    const received = came.get(order.id) ?? zeroDirhams
    const state = stateOfOrder(order, { received, today })
    const beyond = mayBePrinted(state) ? paidBeyond(order, open) : zeroDirhams
    return { ...order, received, state, beyond }
  })
}

/** One printed order, and whether this person may withdraw it (product C6). */
export interface TransferOrderView {
  readonly order: FollowedOrder
  readonly isOwn: boolean
  /** Who drew it up has no access any more: anybody here may withdraw it. */
  readonly isMakerGone: boolean
}

export function readTransferOrder(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<TransferOrderView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const found = (await findTransferOrder(tx, employerId, id)) ?? refuse('web.not_found')
    const open = openSharesOf(await listPositions(tx, employerId))
    const [order] = await followed(tx, [found], open, todayIn(app.clock))
    return {
      order: order ?? refuse('web.not_found'),
      isOwn: found.drawnBy === actor.id,
      isMakerGone: await hasLeft(tx, employerId, found.drawnBy),
    }
  })
}

export interface PrintableTransfer {
  readonly order: TransferOrder
  /** What it would pay too much, on this day. */
  readonly beyond: Dirhams
  readonly today: LocalDate
  readonly employer: Employer
  /** The account to debit; null: to be written by hand. */
  readonly account: BankAccount | null
  /** The fund's own account. */
  readonly credited: { readonly rib: string; readonly bank: string }
}

export function readTransfer(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<PrintableTransfer> {
  const { employerId } = actor
  const rib = app.config.creditorRib ?? refuse('transfers.fund_has_no_account')
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const order = (await findTransferOrder(tx, employerId, id)) ?? refuse('web.not_found')
    if ((await listReceivedFor(tx, [id])).has(id)) return refuse('transfers.printed_no_more')
    if (order.withdrawn) return refuse('transfers.already_withdrawn')
    const accounts = await listBankAccounts(tx, employerId)
    const open = openSharesOf(await listPositions(tx, employerId))
    return {
      order,
      beyond: paidBeyond(order, open),
      today: todayIn(app.clock),
      employer: await getEmployer(tx, employerId),
      account: accounts.find((one) => one.id === order.bankAccountId) ?? null,
      credited: { rib, bank: await findBankName(tx, rib) },
    }
  })
}
