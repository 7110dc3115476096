import { formatQuarter, type LocalDate } from '../calendar/index.ts'
import type { Dirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { DueKey, Part } from './account.ts'
import type { Channel } from './entry.ts'
import { tellLedger } from './tell-ledger.ts'

/** A payment is known by what caused it: an order, the line of a bank statement. */
export interface PaymentCause {
  readonly kind: 'order' | 'transfer'
  readonly id: string
}

/** A part of a payment, and what it is meant to pay. */
export interface PaidShare extends DueKey {
  readonly part: Part
  readonly amount: Dirhams
}

export interface Payment {
  readonly employerId: string
  readonly cause: PaymentCause
  readonly channel: Channel
  /** What the bank or the order calls it; shown on the statement. */
  readonly reference: string
  readonly amount: Dirhams
  /** `bank_in_transit` for a collection that the bank has not confirmed yet. */
  readonly into: 'bank' | 'bank_in_transit'
  /** What it pays; without it, the oldest first. */
  readonly dues?: readonly PaidShare[]
  readonly occurredOn: LocalDate
  readonly recordedAt: Date
}

/** Posts money that arrived, or that the bank was told to collect. What is left over becomes an advance. */
export async function postPayment(tx: Tx, payment: Payment): Promise<void> {
  if (payment.amount <= 0n) throw new RangeError('a payment is of something')
  await tellLedger(tx, payment.employerId, {
    kind: 'payment',
    cause: { ...payment.cause, version: 1 },
    occurredOn: payment.occurredOn,
    recordedAt: payment.recordedAt,
    details: {
      channel: payment.channel,
      reference: payment.reference,
      amount: String(payment.amount),
      into: payment.into,
      dues:
        payment.dues?.map(({ category, quarter, part, amount }) => ({
          category,
          quarter: formatQuarter(quarter),
          part,
          amount: String(amount),
        })) ?? null,
    },
  })
}

export interface PaymentNews {
  readonly employerId: string
  readonly cause: PaymentCause
  /** What the bank calls its message. */
  readonly reference: string
  readonly occurredOn: LocalDate
  readonly recordedAt: Date
}

/** The bank confirms a collection: that day is the day of the payment. */
export async function postSettlement(tx: Tx, news: PaymentNews): Promise<void> {
  await tellLedger(tx, news.employerId, {
    kind: 'payment_settled',
    cause: { ...news.cause, version: 1 },
    occurredOn: news.occurredOn,
    recordedAt: news.recordedAt,
    details: { reference: news.reference },
  })
}

/** The bank sends a payment back: what it paid is due again, from its own échéance. */
export async function postRejection(
  tx: Tx,
  news: PaymentNews & { readonly reason: string },
): Promise<void> {
  await tellLedger(tx, news.employerId, {
    kind: 'payment_rejected',
    cause: { ...news.cause, version: 1 },
    occurredOn: news.occurredOn,
    recordedAt: news.recordedAt,
    details: { reference: news.reference, reason: news.reason },
  })
}

/** Money that was posted to the wrong account leaves it, as if it had never come: what it paid is due again. */
export async function postTakenBack(
  tx: Tx,
  news: Omit<PaymentNews, 'reference'> & { readonly reason: string },
): Promise<void> {
  await tellLedger(tx, news.employerId, {
    kind: 'payment_reversed',
    cause: { ...news.cause, version: 1 },
    occurredOn: news.occurredOn,
    recordedAt: news.recordedAt,
    details: { reason: news.reason },
  })
}
