import { formatQuarter, type Quarter } from '../calendar/index.ts'
import type { Dirhams } from '../money/index.ts'

/** The accounts of one employer (docs/domain/ledger.md, «Accounts»). */
export type AccountKind = DueAccount | PlainAccount

/** Kept for each category and quarter. */
export type DueAccount =
  | 'contributions_due'
  | 'interest_due'
  | 'employee_contributions'
  | 'employer_contributions'
  | 'surcharge'
  | 'late_interest'

export type PlainAccount = 'advances' | 'bank_in_transit' | 'bank' | 'rejections'

/** What the employer sees: the sum of these accounts is what it owes. */
export const employerSide: ReadonlySet<AccountKind> = new Set([
  'contributions_due',
  'interest_due',
  'advances',
])

/** One category of one quarter: what an employer declares, owes and pays. */
export interface DueKey {
  readonly category: string
  readonly quarter: Quarter
}

/** The two things that a due can be of. */
export type Part = 'contributions' | 'interest'

export const accountOf: Readonly<Record<Part, DueAccount>> = {
  contributions: 'contributions_due',
  interest: 'interest_due',
}

/** One posting to be: a debit is positive, a credit negative. */
export interface Move {
  readonly account: AccountKind
  readonly due: DueKey | null
  readonly amount: Dirhams
}

/** «01 2024T3», in causes and in the ledger's own texts. */
export function dueText({ category, quarter }: DueKey): string {
  return `${category} ${formatQuarter(quarter)}`
}
