import type { LocalDate } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'

export type MessageKind = 'pain.002' | 'camt.053' | 'camt.054'

/** One thing that a bank says happened. */
export interface Movement {
  /** Its place in the message, from 1. */
  readonly position: number
  /** What it answers: the reference of an order, or what a transfer carries. */
  readonly endToEndId: string
  readonly outcome: 'settled' | 'rejected' | 'accepted' | 'credit'
  /** Nothing when the message names none, as a pain.002 that only refuses, or one of several that are booked in one sum. */
  readonly amount: Dirhams | null
  readonly bookedOn: LocalDate | null
  /** The bank's code, as it wrote it. */
  readonly reason: string
  /** The bank's own reference: the same one in two messages is one movement. */
  readonly bankReference: string
  /** What the payer wrote. */
  readonly remittance: string
  /** Who paid, for money that arrives. */
  readonly payerName: string
  /** The account that it came from, 24 digits; empty when the bank does not say it or it is no RIB. */
  readonly payerRib: string
  /** The structured reference (ISO 11649), when the payer gave one. */
  readonly creditorReference: string
}

export interface BankMessage {
  readonly kind: MessageKind
  readonly messageId: string
  /** For a pain.002: the collection that it answers. */
  readonly about: string
  readonly movements: readonly Movement[]
}

export type ReadMessage =
  | { readonly ok: true; readonly message: BankMessage }
  | { readonly ok: false; readonly reason: Unreadable }

export type Unreadable =
  | 'doctype'
  | 'not_xml'
  | 'unknown_message'
  | 'other_currency'
  | 'other_amount'
  | 'too_many'
