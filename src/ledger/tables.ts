import type { Generated } from 'kysely'
import type { QuarterNumber } from '../calendar/index.ts'
import type { AccountKind } from './account.ts'
import type { EntryKind } from './entry.ts'

/** Read by the program, written by `append_ledger_entry` alone. */
export interface LedgersTable {
  employer_id: string
  last_number: Generated<bigint>
  owed_centimes: Generated<bigint>
  last_hash: Generated<Buffer>
}

export interface LedgerDuesTable {
  employer_id: string
  category: string
  year: number
  quarter: QuarterNumber
  due_on: string
  grace_days: number
  yearly_rate: number
  year_days: number
}

export interface LedgerAccountsTable {
  id: Generated<bigint>
  employer_id: string
  kind: AccountKind
  category: string | null
  year: number | null
  quarter: QuarterNumber | null
  balance_centimes: Generated<bigint>
  version: Generated<bigint>
}

export interface LedgerEntriesTable {
  employer_id: string
  number: bigint
  kind: EntryKind
  cause_kind: string
  cause_id: string
  cause_version: number
  occurred_on: string
  recorded_at: Date
  reverses: bigint | null
  details: Record<string, unknown>
  category: string | null
  year: number | null
  quarter: QuarterNumber | null
  debit_centimes: bigint
  credit_centimes: bigint
  owed_after_centimes: bigint
  hash: Buffer
}

export interface LedgerPostingsTable {
  employer_id: string
  entry: bigint
  line: number
  account_id: bigint
  amount_centimes: bigint
  balance_after_centimes: bigint
  account_version: bigint
}

export interface LedgerEntryCategoriesTable {
  employer_id: string
  category: string
  entry: bigint
}

/** A view: how each due stands. */
export interface LedgerPositionsTable extends LedgerDuesTable {
  employee_centimes: bigint
  employer_centimes: bigint
  surcharge_centimes: bigint
  open_centimes: bigint
  interest_centimes: bigint
  open_interest_centimes: bigint
}

/** A view: what the employer reads. */
export type LedgerStatementTable = Omit<LedgerEntriesTable, 'hash'>

declare module '../platform/db/schema.ts' {
  interface Schema {
    ledgers: LedgersTable
    ledger_dues: LedgerDuesTable
    ledger_accounts: LedgerAccountsTable
    ledger_entries: LedgerEntriesTable
    ledger_postings: LedgerPostingsTable
    ledger_entry_categories: LedgerEntryCategoriesTable
    ledger_positions: LedgerPositionsTable
    ledger_statement: LedgerStatementTable
  }
}
