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

export interface MachineRefusalsTable {
  key_id: string
  employer_id: string
  tried: string
  code: string
  details: ColumnType<Readonly<Record<string, unknown>>, string, never>
  actor_name: string
  first_at: Date
  last_at: Date
  times: number
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    machine_requests: MachineRequestsTable
    machine_refusals: MachineRefusalsTable
  }
}
