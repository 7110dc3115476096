import type { Tx } from '../../platform/db/database.ts'
import type { Claim } from './claim.ts'
import { insertChanges } from './store/changes.ts'

export type Fact = 'identity' | 'end' | 'capital' | 'account' | 'payee' | 'married_on' | 'born_on'

/** An answer that a document proves, before and after; masked where pages mask it, a date as it is stored, empty where none is. */
export interface Change {
  readonly fact: Fact
  readonly before: string
  readonly after: string
}

export interface KeptChange extends Change {
  /** The document that proved it. */
  readonly code: string
  readonly at: Date
}

/** What proves each answer; a code that is not of the checklist reopens nothing. */
const proofs: Readonly<Record<Fact, readonly string[]>> = {
  identity: ['identity'],
  end: ['end_of_work', 'death_certificate'],
  capital: ['capital_choice'],
  account: ['bank_details'],
  payee: ['identity', 'bank_details', 'marriage_certificate', 'heirs_deed', 'orphan_birth'],
  married_on: ['marriage_certificate'],
  born_on: ['identity', 'orphan_birth'],
}

/**
 * What was said of a document is said of what the company wrote then: with another answer it is read again, whoever accepted
 * it. Before the claim is sent nobody has read anything.
 */
// oxlint-disable-next-line max-params -- what changed in which claim, by whom
export async function keepChanges(
  tx: Tx,
  claim: Claim,
  changes: readonly Change[],
  by: { readonly id: string; readonly now: Date },
): Promise<void> {
  if (claim.state !== 'incomplete') return
  await insertChanges(
    tx,
    claim,
    changes.flatMap((change) => proofs[change.fact].map((code) => ({ ...change, code }))),
    by,
  )
}
