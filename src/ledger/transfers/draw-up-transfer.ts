import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { listBankAccounts } from '../../employers/store/bank-accounts.ts'
import { decimalString, sum } from '../../money/index.ts'
import { listPositions } from '../store/read-positions.ts'
import { insertTransferOrder } from './store/orders.ts'
import { chooseShares, newTransferReference, openSharesOf } from './transfer-order.ts'

export interface TransferCommand {
  /** Made with the form: sent twice, it is one order. */
  readonly id: string
  readonly shares: readonly string[]
  /** Null: the account is written by hand. */
  readonly bankAccountId: string | null
}

/** Draws up an «ordre de virement» to print: the dues, the account, and a reference that tells the fund what is paid (product C6). */
export async function drawUpTransfer(
  app: AppContext,
  actor: EmployedActor,
  { id, shares, bankAccountId }: TransferCommand,
): Promise<void> {
  const { employerId } = actor
  if (!app.config.creditorRib) return refuse('transfers.fund_has_no_account')
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const accounts = await listBankAccounts(tx, employerId)
    const isOwn = accounts.some((one) => one.id === bankAccountId && one.state === 'active')
    if (bankAccountId !== null && !isOwn) return refuse('web.not_found')
    const dues = chooseShares(openSharesOf(await listPositions(tx, employerId)), shares)
    if (dues.length === 0) return refuse('transfers.nothing_chosen')
    const drawnAt = app.clock.now()
    const amount = sum(dues.map((share) => share.amount))
    const order = { id, reference: newTransferReference(), bankAccountId, amount, dues, drawnAt }
    if (!(await insertTransferOrder(tx, employerId, { order, drawnBy: actor.id }))) return
    await record(tx, actor, drawnAt, {
      action: 'transfer_order.drawn_up',
      subject: { kind: 'transfer_order', id },
      details: { reference: order.reference, amount: decimalString(amount) },
    })
  })
}
