import type { LocalDate } from '../calendar/index.ts'
import { add, type Dirhams, subtract } from '../money/index.ts'
import type { EntryKind } from './entry.ts'
import type { KeptEntry } from './kept-entry.ts'

/** What an employer narrows the statement to, and which kinds of entries each is. */
export const statementKinds = {
  declarations: ['declaration'],
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

/** A line of the statement: an entry without its postings; of money that went back, the reference of the payment that it was. */
export type StatementLine = { readonly paid: string } & Pick<
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

/** A line as it is shown: with the balance it leaves, unless lines between are not shown. */
export interface ShownLine extends StatementLine {
  readonly balance: Dirhams | null
}

/** A line of the statement with its number: its place among all the entries that statements show, the first is 1. */
export type NumberedLine = StatementLine & { readonly place: bigint }

/** Beside the lines: what the account was before and after the period, and what the lines that are kept come to. */
export interface StatementTotals {
  /** Before the first day; nothing when the statement begins with the account. */
  readonly opening: Dirhams | null
  readonly closing: Dirhams
  readonly entries: number
  readonly debit: Dirhams
  readonly credit: Dirhams
}

/** Every entry of the period is kept: a balance after each can be told. One kind or one category alone leaves some out. */
export function keepsEveryEntry({ category, kind }: StatementFilter): boolean {
  return category === null && kind === null
}

/** Some entries of the account are not in the statement. */
export function isNarrowed(filter: StatementFilter): boolean {
  return filter.from !== null || filter.until !== null || !keepsEveryEntry(filter)
}

/**
 * The balance after each line, oldest first, from what the account was before the first of them. An entry is numbered when it is
 * written and may have happened before others: within a period the account's own running balance counts what is outside.
 */
export function withBalances<Line extends StatementLine>(
  lines: readonly Line[],
  before: Dirhams | null,
): (Line & ShownLine)[] {
  let balance = before
  return lines.map((line) => {
    if (balance !== null) balance = subtract(add(balance, line.debit), line.credit)
    return { ...line, balance }
  })
}

/** Where a page begins: right before or right after an entry; nothing for the newest. */
export type Cursor =
  | { readonly before: bigint }
  | { readonly after: bigint; readonly upTo?: bigint | undefined }
  | null
