import { createHash } from 'node:crypto'
import { refuse } from '../../actors/refusal.ts'
import { type LocalDate } from '../../calendar/index.ts'
import { type Dirhams, negate } from '../../money/index.ts'
import type { Movement } from '../bank-messages/movement.ts'

/** Where a transfer stands; the first, third and fourth are in suspense, the others have gone somewhere. */
export type TransferState =
  | 'to_decide'
  | 'attributed'
  | 'to_identify'
  | 'to_refund'
  | 'refunded'
  | 'no_payment'

export const transferStates: readonly TransferState[] = [
  'to_decide',
  'to_identify',
  'to_refund',
  'attributed',
  'refunded',
  'no_payment',
]

/** What an agent may decide besides a company. */
export type KeptAs = 'to_identify' | 'to_refund' | 'refunded' | 'no_payment'

export type SuspenseKind = 'received' | 'attributed' | 'taken_back' | 'refunded' | 'no_payment'

/** Money that arrived by transfer, as the bank told it. */
export interface Arrival {
  readonly identity: string
  readonly amount: Dirhams
  readonly bookedOn: LocalDate
  readonly bankReference: string
  readonly payerName: string
  readonly payerRib: string
  /** Everything that the payer wrote: references, then words. */
  readonly written: string
}

export interface ReceivedTransfer extends Arrival {
  readonly id: string
  readonly state: TransferState
  readonly note: string
  readonly receivedAt: Date
  readonly version: number
}

/** What standard messages write where the payer gave nothing. */
export const nothing = /^(NOTPROVIDED|NONREF|NOT PROVIDED)$/i

/**
 * A movement as a transfer. The bank's own reference, with the day and the amount, makes it one transfer in whichever message it is told;
 * without one, everything it says does. Of those that say the same, its turn among them.
 */
export function arrivalOf(
  movement: Movement,
  { on, turn }: { readonly on: LocalDate; readonly turn: number },
): Arrival | null {
  const { amount, bankReference, payerName, payerRib } = movement
  if (amount === null || amount <= 0n) return null
  const said = sayingOf(movement, on)
  const isFirstOfBank = bankReference !== '' && turn === 0
  const identity = createHash('sha256')
    .update((isFirstOfBank ? said : [...said, String(turn)]).join('\u001f'))
    .digest('hex')
  const bookedOn = movement.bookedOn ?? on
  return {
    identity,
    amount,
    bookedOn,
    bankReference,
    payerName,
    payerRib,
    written: writtenIn(movement),
  }
}

/** What makes a movement one transfer, but for its turn among those of which it is the same. */
export function sayingOf(movement: Movement, on: LocalDate): readonly string[] {
  const { bankReference, payerName, payerRib } = movement
  const [bookedOn, amount] = [movement.bookedOn ?? on, String(movement.amount)]
  return bankReference
    ? ['bank', bankReference, bookedOn, amount]
    : ['said', bookedOn, amount, payerRib, payerName, writtenIn(movement)]
}

/** Everything that the payer wrote, once. */
function writtenIn({ creditorReference, endToEndId, remittance }: Movement): string {
  return [creditorReference, endToEndId, remittance]
    .filter((one, index, all) => one && !nothing.test(one) && all.indexOf(one) === index)
    .join(' · ')
}

export function waits({ state }: Pick<ReceivedTransfer, 'state'>): boolean {
  return state === 'to_decide' || state === 'to_identify' || state === 'to_refund'
}

/** It is found to be a company's: refused once it is already somebody's, or has gone. */
export function attribute<T extends Pick<ReceivedTransfer, 'state'>>(transfer: T): T {
  if (!waits(transfer)) return refuse('received.no_longer_waits')
  return { ...transfer, state: 'attributed' }
}

/** An attribution was wrong: the transfer waits again. */
export function takeBack<T extends Pick<ReceivedTransfer, 'state'>>(transfer: T): T {
  if (transfer.state !== 'attributed') return refuse('received.not_attributed')
  return { ...transfer, state: 'to_decide' }
}

/** Kept without a company: to be identified, to be refunded, refunded once it was to be, or no payment to the fund at all. */
export function keepAs<T extends Pick<ReceivedTransfer, 'state'>>(transfer: T, as: KeptAs): T {
  if (!waits(transfer)) return refuse('received.no_longer_waits')
  if (as === 'refunded' && transfer.state !== 'to_refund') return refuse('received.refund_first')
  return { ...transfer, state: as }
}

/** What a change of state moves on the suspense account, of the whole transfer; nothing while it stays there. */
export function suspenseMove(
  { amount }: Pick<ReceivedTransfer, 'amount'>,
  kind: SuspenseKind,
): Dirhams {
  return kind === 'received' || kind === 'taken_back' ? amount : negate(amount)
}
