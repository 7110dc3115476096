import type { ColumnType, Generated } from 'kysely'

import type { LetterKind, LetterState } from './letter.ts'

export type { LetterKind, LetterState } from './letter.ts'

export interface LettersTable {
  id: Generated<string>
  reference: string
  kind: LetterKind
  employer_number: string
  employer_id: string | null
  state: LetterState
  state_since: Date
  language: 'fr' | 'ar'
  applicant_name: string
  applicant_email: string
  content: ColumnType<Record<string, unknown>, string, string>
  replaces_delegate: Generated<boolean>
  agents_required: 1 | 2
  clock_spent_ms: Generated<bigint>
  clock_running_since: Date | null
  taken_by: string | null
  taken_at: Date | null
  created_at: Date
  received_at: Date | null
  decided_at: Date | null
  effective_at: Date | null
  applied_at: Date | null
  reasons: ColumnType<string[], string | undefined, string>
  note: Generated<string>
  version: Generated<number>
}

export interface LetterProofsTable {
  id: Generated<string>
  letter_id: string
  employer_id: string | null
  file_id: string | null
  sha256: Buffer | null
  received_by: 'upload' | 'post' | 'counter'
  registered_by: string | null
  number: number
  received_at: Date
}

export interface LetterViewsTable {
  letter_id: string
  employer_id: string | null
  agent_id: string
  proof_id: string
  viewed_at: Date
}

export interface LetterReviewsTable {
  id: Generated<string>
  letter_id: string
  employer_id: string | null
  agent_id: string
  verdict: 'accept' | 'refuse' | 'complete'
  proof_id: string
  checklist: ColumnType<Record<string, boolean>, string, string>
  reasons: ColumnType<string[], string, string>
  note: Generated<string>
  reviewed_at: Date
}

export interface ObjectionsTable {
  id: Generated<string>
  letter_id: string
  employer_id: string | null
  warned_at: Date
  open_until: Date
  raised_at: Date | null
  statement: string | null
  decided_by: string | null
  decision: 'upheld' | 'dismissed' | null
  decision_note: string | null
  decided_at: Date | null
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    letters: LettersTable
    letter_proofs: LetterProofsTable
    letter_views: LetterViewsTable
    letter_reviews: LetterReviewsTable
    objections: ObjectionsTable
  }
}
