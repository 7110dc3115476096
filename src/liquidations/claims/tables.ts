import type { Generated, JSONColumnType } from 'kysely'
import type { IdentityKind } from '../../platform/secrets/identity.ts'
import type { Fact } from './changes.ts'
import type { ClaimKind, ClaimState } from './claim.ts'
import type { AccountOf, Relation } from './payee.ts'
import type { Shares } from './shares.ts'
import type { Step } from './steps.ts'

export interface ClaimsTable {
  id: string
  employer_id: string
  reference: string
  kind: ClaimKind
  state: ClaimState
  membership_id: string
  member_number: string
  last_name: string
  first_name: string
  sex: 'M' | 'F'
  born_on: string
  identity_kind: IdentityKind | null
  identity_sealed: Buffer | null
  identity_key: Buffer | null
  identity_compared: boolean | null
  ended_on: string | null
  end_note: Generated<string>
  career_confirmed_at: Date | null
  career_note: Generated<string>
  as_capital: boolean | null
  started_by: string
  started_at: Date
  sent_by: string | null
  sent_at: Date | null
  note: Generated<string>
  ended_at: Date | null
  form_key: string
  limitation_told_at: Date | null
  version: Generated<number>
}

export interface ClaimPayeesTable {
  id: string
  claim_id: string
  employer_id: string
  relation: Relation
  last_name: string
  first_name: string
  born_on: string
  identity_kind: IdentityKind | null
  identity_sealed: Buffer | null
  identity_key: Buffer | null
  married_on: string | null
  is_disabled: Generated<boolean>
  account_of: Generated<AccountOf>
  rib: string
  bank_name: string
  added_at: Date
}

export interface ClaimDocumentsTable {
  id: string
  claim_id: string
  employer_id: string
  code: string
  number: number
  file_id: string
  sha256: Buffer
  added_by: string
  added_at: Date
  removed_at: Date | null
}

export interface ClaimDocumentReviewsTable {
  id: Generated<string>
  claim_id: string
  employer_id: string
  code: string
  seen_number: number
  verdict: 'accepted' | 'refused'
  reason: string
  agent_id: string
  reviewed_at: Date
}

export interface ClaimChangesTable {
  id: Generated<string>
  claim_id: string
  employer_id: string
  code: string
  fact: Fact
  before: string
  after: string
  changed_by: string
  changed_at: Date
}

export interface ClaimPageViewsTable {
  employer_id: string
  claim_id: string
  page_id: string
  agent_id: string
  viewed_at: Date
}

export interface ClaimStepsTable {
  claim_id: string
  employer_id: string
  number: number
  step: Step
  by_kind: 'profile' | 'agent' | 'system'
  by_name: string
  note: Generated<string>
  at: Date
}

export interface ClaimDecisionsTable {
  id: string
  claim_id: string
  employer_id: string
  number: number
  verdict: 'granted' | 'refused' | 'revised' | 'complement'
  state: 'proposed' | 'final' | 'sent_back'
  reason: Generated<string>
  starts_on: string | null
  yearly_centimes: bigint | null
  at_once_centimes: bigint | null
  shares: JSONColumnType<Shares | null, string | null>
  points: bigint | null
  computation: unknown
  proposed_by: string | null
  proposed_at: Date
  settled_by: string | null
  settled_at: Date | null
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    claims: ClaimsTable
    claim_payees: ClaimPayeesTable
    claim_documents: ClaimDocumentsTable
    claim_document_reviews: ClaimDocumentReviewsTable
    claim_changes: ClaimChangesTable
    claim_page_views: ClaimPageViewsTable
    claim_steps: ClaimStepsTable
    claim_decisions: ClaimDecisionsTable
  }
}
