import type { ColumnType, Generated } from 'kysely'
import type { WorkKind } from './work-kinds.ts'

/** Kept by triggers: the program changes only whose hands a case is in. */
export interface WorkItemsTable {
  id: ColumnType<string, never, never>
  subject_kind: ColumnType<string, never, never>
  subject_id: ColumnType<string, never, never>
  kind: ColumnType<WorkKind, never, never>
  rank: ColumnType<number, never, never>
  due_at: ColumnType<Date | number, never, never>
  clock_spent_ms: ColumnType<bigint, never, never>
  clock_running_since: ColumnType<Date | null, never, never>
  since: ColumnType<Date, never, never>
  reference: ColumnType<string, never, never>
  about: ColumnType<string, never, never>
  employer_id: ColumnType<string | null, never, never>
  employer_number: ColumnType<string, never, never>
  first_agent: ColumnType<string | null, never, never>
  taken_by: string | null
  taken_at: Date | null
}

export interface WorkViewsTable {
  id: Generated<string>
  agent_id: string
  name: string
  query: string
  is_default: boolean
  created_at: Date
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    work_items: WorkItemsTable
    work_views: WorkViewsTable
  }
}
