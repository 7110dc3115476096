import type { ColumnType, Generated } from 'kysely'

/** What the program gives is JSON already: `pg` would write a list as an array of the database. */
type Json = ColumnType<unknown, string, never>

export interface ParametersTable {
  key: string
  valid_from: string
  value: Json
  source: string
  illustrative: boolean
  revision: Generated<number>
  /** Nothing for the values that came with the program. */
  proposal_id: string | null
  recorded_at: Date | null
}

export type ProposalState = 'waiting' | 'approved' | 'refused' | 'withdrawn'

export interface ParameterProposalsTable {
  id: string
  key: string
  valid_from: string
  value: Json
  source: string
  illustrative: boolean
  reason: string
  state: Generated<ProposalState>
  proposed_by: string
  proposed_at: Date
  decided_by: string | null
  decided_at: Date | null
  decision_note: string | null
  version: Generated<number>
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    parameters: ParametersTable
    parameter_proposals: ParameterProposalsTable
  }
}
