import type { Generated } from 'kysely'

export interface DeskScansTable {
  id: Generated<string>
  file_id: string
  arrival: 'post' | 'counter'
  state: Generated<'waiting' | 'attached' | 'removed'>
  brought_by: string
  brought_at: Date
  position: number
  letter_id: string | null
  split_from: string | null
  pages: number | null
  settled_by: string | null
  settled_at: Date | null
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    desk_scans: DeskScansTable
  }
}
