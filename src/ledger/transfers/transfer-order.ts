import { refuse } from '../../actors/refusal.ts'
import { addDays, formatQuarter, type LocalDate, localDateAt } from '../../calendar/index.ts'
import { newCode } from '../../platform/code.ts'
import { type Dirhams, subtract, sum, zeroDirhams } from '../../money/index.ts'
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

/** What has become of a printed order: nothing yet, all its money or a part, a withdrawal, or nothing for so long that it is forgotten. */
export type TransferOrderState = 'expected' | 'part_received' | 'received' | 'withdrawn' | 'lapsed'

/** Money that came counts before everything else, a withdrawal included; less than the order is a part of it, to the centime. */
export function stateOfOrder(
  { amount, drawnAt, withdrawn }: Pick<TransferOrder, 'amount' | 'drawnAt' | 'withdrawn'>,
  { received, today }: { readonly received: Dirhams; readonly today: LocalDate },
): TransferOrderState {
  if (received >= amount) return 'received'
  if (received > 0n) return 'part_received'
  if (withdrawn) return 'withdrawn'
  return localDateAt(drawnAt) < addDays(today, -printedDays) ? 'lapsed' : 'expected'
}

/**
 * Who drew it up says that it does not go to the bank (product C6); a colleague does once that person has no access any more. Refused
 * to anybody else, once money has come for it, and a second time.
 */
export function withdraw(
  order: TransferOrder,
  by: Withdrawal & {
    readonly profileId: string
    readonly isMakerGone: boolean
    readonly isReceived: boolean
  },
): TransferOrder {
  if (order.drawnBy !== by.profileId && !by.isMakerGone) return refuse('transfers.drawn_by_another')
  if (by.isReceived) return refuse('transfers.already_received')
  if (order.withdrawn) return refuse('transfers.already_withdrawn')
  return { ...order, withdrawn: { at: by.at, reason: by.reason } }
}

/** It may still go to the bank: nothing has come for it, and it was not withdrawn. */
export function mayBePrinted(state: TransferOrderState): boolean {
  return state === 'expected' || state === 'lapsed'
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

/** What an order would pay beyond what its dues leave to pay now: it would become an advance. */
export function paidBeyond(
  order: Pick<TransferOrder, 'dues'>,
  open: readonly TransferShare[],
): Dirhams {
  return sum(
    order.dues.map((share) => {
      const left = open.find((one) => shareName(one) === shareName(share))?.amount ?? zeroDirhams
      return share.amount > left ? subtract(share.amount, left) : zeroDirhams
    }),
  )
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
