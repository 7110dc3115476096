import type { Generated } from 'kysely'
import type { FaultKind } from './fault.ts'

export interface ReconciliationsTable {
  id: Generated<string>
  ran_at: Date
  ledgers: number
  entries: number
  chains: number
  events: number
  orders: number
  collections: number
  faults: number
}

export interface ReconciliationFaultsTable {
  reconciliation_id: string
  position: number
  kind: FaultKind
  employer_id: string | null
  subject: string
  expected: string
  found: string
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    reconciliations: ReconciliationsTable
    reconciliation_faults: ReconciliationFaultsTable
  }
}
