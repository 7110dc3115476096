import type { Generated } from 'kysely'

export interface EntryDraftsTable {
  id: Generated<string>
  employer_id: string
  category: string
  year: number
  quarter: 1 | 2 | 3 | 4
  version: Generated<number>
  saved_by: string
  saved_at: Date
}

export interface EntryDraftRowsTable {
  id: Generated<string>
  draft_id: string
  employer_id: string
  membership_id: string | null
  kind: 'known' | 'reinstated' | 'new'
  salary: Generated<string>
  left_on: Generated<string>
  unpaid_reason: Generated<string>
  is_carried: Generated<boolean>
  person_sealed: Buffer | null
  name_reason: Generated<string>
}

export interface EntryChecksTable {
  declaration_id: string
  employer_id: string
  draft_id: string
  draft_version: number
  row_keys: string[]
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    entry_drafts: EntryDraftsTable
    entry_draft_rows: EntryDraftRowsTable
    entry_checks: EntryChecksTable
  }
}
