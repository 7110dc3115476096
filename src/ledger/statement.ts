import type { LocalDate } from '../calendar/index.ts'
import type { EntryKind } from './entry.ts'
import type { KeptEntry } from './kept-entry.ts'

/** What an employer narrows the statement to, and which kinds of entries each is. */
export const statementKinds = {
  declarations: ['declaration', 'declaration_reversed'],
  payments: ['payment', 'payment_rejected', 'payment_reversed'],
  interest: ['interest', 'interest_cancelled'],
  advances: ['advance_kept', 'advance_used', 'advance_taken_back'],
} as const satisfies Record<string, readonly EntryKind[]>

export type StatementKind = keyof typeof statementKinds

export function isStatementKind(text: string): text is StatementKind {
  return Object.hasOwn(statementKinds, text)
}

export interface StatementFilter {
  readonly from: LocalDate | null
  readonly until: LocalDate | null
  readonly category: string | null
  readonly kind: StatementKind | null
}

export const everything: StatementFilter = { from: null, until: null, category: null, kind: null }

/** A line of the statement: an entry without its postings. */
export type StatementLine = Pick<
  KeptEntry,
  | 'number'
  | 'kind'
  | 'cause'
  | 'occurredOn'
  | 'recordedAt'
  | 'details'
  | 'debit'
  | 'credit'
  | 'owedAfter'
>

/** Where a page begins: right before or right after an entry; nothing for the newest. */
export type Cursor = { readonly before: bigint } | { readonly after: bigint } | null
