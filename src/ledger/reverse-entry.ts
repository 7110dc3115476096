import { refuse } from '../actors/refusal.ts'
import type { LocalDate } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { findEntry } from './store/read-entries.ts'
import { tellLedger } from './tell-ledger.ts'

export interface Reversal {
  readonly employerId: string
  /** The number of the entry to take back. */
  readonly number: bigint
  readonly reason: string
  readonly occurredOn: LocalDate
  readonly recordedAt: Date
}

/**
 * Takes back a declaration or a payment by an entry of its own: nothing is ever changed or removed. What the ledger
 * concluded by itself follows its facts, and is not reversed by hand.
 */
export async function reverseEntry(tx: Tx, reversal: Reversal): Promise<void> {
  const { employerId, number, reason, occurredOn, recordedAt } = reversal
  const entry = (await findEntry(tx, employerId, number)) ?? refuse('web.not_found')
  const written = { occurredOn, recordedAt }
  if (entry.kind === 'declaration') {
    const { category, quarter } = entry.details
    await tellLedger(tx, employerId, {
      ...written,
      kind: 'declaration_reversed',
      cause: { kind: 'entry', id: String(number), version: 1 },
      details: { category, quarter, entry: String(number), reason },
    })
  } else if (entry.kind === 'payment') {
    await tellLedger(tx, employerId, {
      ...written,
      kind: 'payment_reversed',
      cause: entry.cause,
      details: { reason },
    })
  } else refuse('ledger.not_reversible')
}
