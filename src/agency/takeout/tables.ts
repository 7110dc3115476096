import type { Generated } from 'kysely'
import type { TakeoutState } from './takeout.ts'

export interface TakeoutsTable {
  id: Generated<string>
  employer_id: string
  reason: string
  state: Generated<TakeoutState>
  asked_by: string
  asked_at: Date
  decided_by: string | null
  decided_at: Date | null
  declined_because: string | null
  expires_at: Date | null
  collected_at: Date | null
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    takeouts: TakeoutsTable
  }
}
