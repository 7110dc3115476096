import type { Dirhams } from '../../money/index.ts'
import type { Movement } from './movement.ts'

/** The debit that a movement may answer, as it stands. */
export interface Awaited {
  readonly amount: Dirhams
  readonly outcome: 'settled' | 'rejected' | null
}

export type ParkedBecause =
  | 'unknown_reference'
  | 'other_amount'
  | 'already_rejected'
  /** Money without an amount that can be read. */
  | 'transfer'
  /** The sum of transfers that are known one by one, or one of those that are known by their sum. */
  | 'other_detail'

export type Placement =
  | { readonly does: 'settle' | 'reject' }
  /** Money that answers no debit: somebody sent it. */
  | { readonly does: 'transfer' }
  /** Nothing new: the same word again, or a mere acknowledgement. */
  | { readonly does: 'nothing' }
  | { readonly does: 'park'; readonly because: ParkedBecause }

/**
 * What a movement does to the debit that it names (product E5). The same word twice does nothing; a settled debit may come back; a
 * rejected one never becomes money; what does not fit to the centime waits for an agent.
 */
export function placeMovement(movement: Movement, awaited: Awaited | undefined): Placement {
  if (!awaited) {
    if (movement.outcome === 'accepted') return { does: 'nothing' }
    const isTransfer = movement.outcome === 'settled' || movement.outcome === 'credit'
    return isTransfer ? { does: 'transfer' } : { does: 'park', because: 'unknown_reference' }
  }
  if (movement.amount !== null && movement.amount !== awaited.amount) {
    return { does: 'park', because: 'other_amount' }
  }
  if (movement.outcome === 'accepted') return { does: 'nothing' }
  if (movement.outcome === 'rejected') {
    return { does: awaited.outcome === 'rejected' ? 'nothing' : 'reject' }
  }
  if (awaited.outcome === 'rejected') return { does: 'park', because: 'already_rejected' }
  return { does: awaited.outcome === 'settled' ? 'nothing' : 'settle' }
}

/** Money that came under the reference of a debit which it does not fit: real, and somebody's, it may be taken for a transfer. */
export function mayBeTransfer({
  outcome,
  amount,
  note,
}: Pick<Movement, 'outcome' | 'amount'> & { readonly note: string }): boolean {
  const isCredit = outcome === 'settled' || outcome === 'credit'
  return isCredit && amount !== null && (note === 'other_amount' || note === 'already_rejected')
}

/** Codes after which a mandate no longer serves: closed, unknown or blocked account, no mandate, holder dead. */
const freezing = new Set(['AC01', 'AC04', 'AC06', 'MD01', 'MD07'])

export function freezesMandate(reason: string): boolean {
  return freezing.has(reason)
}
