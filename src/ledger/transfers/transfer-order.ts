import { refuse } from '../../actors/refusal.ts'
import { formatQuarter } from '../../calendar/index.ts'
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
}

/** A printed order that no transfer has paid after a month is taken for forgotten [I]. */
export const printedDays = 30

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
