import { refuse } from '../../actors/refusal.ts'
import { addDays, formatQuarter, type LocalDate, localDateAt } from '../../calendar/index.ts'
import { newCode } from '../../platform/code.ts'
import type { Dirhams } from '../../money/index.ts'
import type { DueKey, Part } from '../account.ts'
import type { Position } from '../position.ts'
import { transferPrefix, transferSymbols } from './payment-reference.ts'

/** A part of a due that a transfer pays. */
export interface TransferShare extends DueKey {
  readonly part: Part
  readonly amount: Dirhams
}

/** A printed order to one's own bank: its reference tells the fund what the transfer pays (product C6). */
export interface TransferOrder {
  readonly id: string
  readonly reference: string
  readonly bankAccountId: string | null
  readonly amount: Dirhams
  readonly dues: readonly TransferShare[]
  readonly drawnAt: Date
  /** The login that drew it up. */
  readonly drawnBy: string
  readonly withdrawn: Withdrawal | null
}

/** It will not be handed to the bank, says who drew it up. */
export interface Withdrawal {
  readonly at: Date
  readonly reason: string
}

/** A printed order that no transfer has paid after a month is taken for forgotten [I]. */
export const printedDays = 30

/** What has become of a printed order: nothing yet, money, a withdrawal, or nothing for so long that it is forgotten. */
export type TransferOrderState = 'expected' | 'received' | 'withdrawn' | 'lapsed'

/** Money that came counts before everything else, a withdrawal included. */
export function stateOfOrder(
  { drawnAt, withdrawn }: Pick<TransferOrder, 'drawnAt' | 'withdrawn'>,
  { isReceived, today }: { readonly isReceived: boolean; readonly today: LocalDate },
): TransferOrderState {
  if (isReceived) return 'received'
  if (withdrawn) return 'withdrawn'
  return localDateAt(drawnAt) < addDays(today, -printedDays) ? 'lapsed' : 'expected'
}

/**
 * Who drew it up says that it does not go to the bank (product C6). Refused to anybody else, once money has come for it, and a
 * second time.
 */
export function withdraw(
  order: TransferOrder,
  by: Withdrawal & { readonly profileId: string; readonly isReceived: boolean },
): TransferOrder {
  if (order.drawnBy !== by.profileId) return refuse('transfers.drawn_by_another')
  if (by.isReceived) return refuse('transfers.already_received')
  if (order.withdrawn) return refuse('transfers.already_withdrawn')
  return { ...order, withdrawn: { at: by.at, reason: by.reason } }
}

export function newTransferReference(): string {
  return newCode(transferPrefix, transferSymbols)
}

/** Everything that is open, as the form offers it: contributions, then interest, of each due. */
export function openSharesOf(positions: readonly Position[]): TransferShare[] {
  return positions.flatMap(({ due, open, openInterest }) => [
    ...(open > 0n ? [{ ...due, part: 'contributions' as const, amount: open }] : []),
    ...(openInterest > 0n ? [{ ...due, part: 'interest' as const, amount: openInterest }] : []),
  ])
}

/** «01-2026T3-contributions», the name of a share in the form. */
export function shareName({ category, quarter, part }: TransferShare): string {
  return `${category}-${formatQuarter(quarter)}-${part}`
}

/** What was ticked, for what is open now: the order never says less than the account. */
export function chooseShares<Share extends TransferShare>(
  open: readonly Share[],
  ticked: readonly string[],
): Share[] {
  const chosen = open.filter((share) => ticked.includes(shareName(share)))
  const isStale = ticked.some((name) => !open.some((share) => shareName(share) === name))
  return isStale ? refuse('web.changed_meanwhile') : chosen
}
