import type { LocalDate } from '../../calendar/index.ts'
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
  /** The debit was credited, or given back, by another booking. */
  | 'booked_before'
  /** Money of which the message does not say how much. */
  | 'transfer'
  /** The sum of transfers that are known one by one, or one of those that are known by their sum. */
  | 'other_detail'
  /** A transfer that another message told in the same words, the bank giving no reference of its own: the same one, or a second? */
  | 'said_before'
  /** A transfer that this message tells twice under one reference of the bank: the same one, or a second? */
  | 'told_twice'

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

/** A booking of a debit that messages of the bank told so far. */
export interface ToldBooking {
  readonly messageId: string
  readonly bankReference: string
  readonly bookedOn: LocalDate | null
}

type Booked = Pick<Movement, 'bankReference' | 'bookedOn'>

/**
 * Whether a word on a debit that has its answer tells another booking than those told so far [I]: under another reference of the bank, or,
 * as far as it gives none, on another day. A message tells each booking once, so that it may tell as many as one other message did, and no more.
 */
export function isAnotherBooking(
  movement: Booked,
  messageId: string,
  told: readonly ToldBooking[],
): boolean {
  const named = told.filter(({ bankReference }) => bankReference !== '')
  const byReference = movement.bankReference !== '' && named.length > 0
  const same = byReference
    ? named.filter((one) => bookingOf(one) === bookingOf(movement))
    : told.filter(({ bookedOn }) => bookedOn === movement.bookedOn)
  const count = (id: string) => same.filter((one) => one.messageId === id).length
  const others = same.map((one) => one.messageId).filter((id) => id !== messageId)
  return told.length > 0 && count(messageId) >= Math.max(0, ...others.map(count))
}

/** The reference of the whole booking, of which a transaction may be one of several. */
function bookingOf({ bankReference }: Booked): string | undefined {
  return bankReference.split('/')[0]
}

/** What is known already of a transfer: itself, told by this very message too or by another, or another telling of the same booking. */
export type Telling = 'here' | 'elsewhere' | 'other_detail'

/**
 * What a message tells of a transfer (product E7, quality RE23). The bank's own reference decides between messages: told again under it, a
 * transfer is known. Without one it is a question, and so is what one message tells twice under one reference. The same message again is
 * known whole.
 */
export function placeTransfer(
  { bankReference, turn }: { readonly bankReference: string; readonly turn: number },
  told: Telling | undefined,
): 'new' | 'known' | ParkedBecause {
  if (told === 'other_detail') return 'other_detail'
  if (told === undefined) return bankReference !== '' && turn > 0 ? 'told_twice' : 'new'
  return bankReference !== '' || told === 'here' ? 'known' : 'said_before'
}

/** An agent answers whether it is the same transfer as one that is known, or a second one. */
export function isQuestion(note: string): boolean {
  return note === 'said_before' || note === 'told_twice'
}

const receivable = [
  'other_amount',
  'already_rejected',
  'booked_before',
  'said_before',
  'told_twice',
]

/** Money that bears the reference of a debit which it does not fit, or that may be a second transfer: real, it may be taken for one. */
export function mayBeTransfer({
  outcome,
  amount,
  note,
}: Pick<Movement, 'outcome' | 'amount'> & { readonly note: string }): boolean {
  const isCredit = outcome === 'settled' || outcome === 'credit'
  return isCredit && amount !== null && receivable.includes(note)
}

/** Codes after which a mandate no longer serves: closed, unknown or blocked account, no mandate, holder dead. */
const freezing = new Set(['AC01', 'AC04', 'AC06', 'MD01', 'MD07'])

/** Whether the bank’s reason, an ISO 20022 code, is about the account or its mandate, and not about this debit alone. */
export function freezesMandate(reason: string): boolean {
  return freezing.has(reason)
}
