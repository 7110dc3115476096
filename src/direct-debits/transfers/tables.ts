import type { Generated } from 'kysely'
import type { SuspenseKind, TransferState } from './received-transfer.ts'

export interface ReceivedTransfersTable {
  id: Generated<string>
  identity: string
  message_id: string
  position: number
  amount_centimes: bigint
  booked_on: string
  bank_reference: string
  payer_name: string
  payer_rib: string
  written: string
  state: TransferState
  note: string
  decided_by: string | null
  decided_at: Date | null
  received_at: Date
  version: Generated<number>
}

export interface SuspenseEntriesTable {
  transfer_id: string
  number: number
  kind: SuspenseKind
  amount_centimes: bigint
  attribution_id: string | null
  recorded_at: Date
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    received_transfers: ReceivedTransfersTable
    suspense_entries: SuspenseEntriesTable
  }
}
