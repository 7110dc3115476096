import type { ColumnType } from 'kysely'

export interface MachineRequestsTable {
  key_id: string
  employer_id: string
  idempotency_key: string
  fingerprint: Buffer
  begun_at: Date
  status: number | null
  answer: ColumnType<unknown, null, string | null>
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    machine_requests: MachineRequestsTable
  }
}
