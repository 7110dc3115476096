import type { StatementBreak } from '../access/verify-statements.ts'
import type { AuditBreak } from '../audit/verify-audit.ts'
import type { ConfirmationBreak } from '../payments/verify-confirmations.ts'
import type { LedgerBreak } from '../ledger/rebuild-ledger.ts'

/** What may not agree with something else that is kept, in the order in which it is told. */
const faultKinds = [
  'ledger',
  'trail',
  'order_unconfirmed',
  'order_changed',
  'confirmation_broken',
  'agreement_broken',
  'order_unposted',
  'order_untold',
  'order_uncollected',
  'collection_without_order',
  'collected_twice',
  'collection_changed',
  'transfer_changed',
  'transfer_unheld',
  'suspense_changed',
  'transfer_unposted',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Two things that should say the same and do not. */
export interface Fault {
  readonly kind: FaultKind
  /** Nothing when it is about the fund's own trail or files. */
  readonly employerId: string | null
  /** What it is about: an entry, an order, a file. */
  readonly subject: string
  readonly expected: string
  readonly found: string
}

export function ledgerFault({ employerId, number, what, expected, found }: LedgerBreak): Fault {
  const subject = number === null ? what : `${what} ${number}`
  return { kind: 'ledger', employerId, subject, expected, found }
}

/** What was confirmed no longer is what was signed; the reference of the order names its company. */
export function confirmationFault({ reference, revision, what }: ConfirmationBreak): Fault {
  const subject = `${reference} ${revision}`
  return {
    kind: 'confirmation_broken',
    employerId: null,
    subject,
    expected: 'verified',
    found: what,
  }
}

/** An agreement that a passkey signed no longer is what was signed; those of the agency belong to no company. */
export function agreementFault({ employerId, signedAt, what }: StatementBreak): Fault {
  const subject = signedAt.toISOString()
  return { kind: 'agreement_broken', employerId, subject, expected: 'verified', found: what }
}

/** The fund's own chain belongs to no company. */
export function trailFault({ chain, sequence, what }: AuditBreak): Fault {
  const employerId = chain === 'fund' ? null : chain
  const subject = `${sequence}`
  return { kind: 'trail', employerId, subject, expected: 'unchanged', found: what }
}
