import type { Generated } from 'kysely'

export interface CollectionsTable {
  id: Generated<string>
  reference: string
  adapter: string
  state: 'made' | 'handed_over'
  collect_on: string
  entries: number
  amount_centimes: bigint
  sha256: Buffer
  file_id: string
  creditor_name: string
  creditor_rib: string
  made_by: string
  made_at: Date
  handed_over_by: string | null
  handed_over_at: Date | null
  version: Generated<number>
}

export interface CollectionEntriesTable {
  collection_id: string
  employer_id: string
  order_id: string
  position: number
  end_to_end_id: string
  amount_centimes: bigint
  debtor_name: string
  rib: string
  debit_mandate_id: string
  mandate_reference: string
  mandate_signed_on: string
  outcome: 'settled' | 'rejected' | null
  reason: Generated<string>
  answered_on: string | null
}

export interface BankMessagesTable {
  id: Generated<string>
  kind: 'pain.002' | 'camt.053' | 'camt.054'
  message_id: string
  sha256: Buffer
  file_id: string
  file_name: string
  movements: number
  received_by: string | null
  received_at: Date
}

export interface BankMovementsTable {
  message_id: string
  position: number
  end_to_end_id: string
  outcome: 'settled' | 'rejected' | 'accepted' | 'credit'
  amount_centimes: bigint | null
  booked_on: string | null
  reason: string
  bank_reference: string
  remittance: string
  payer_name: Generated<string>
  payer_rib: Generated<string>
  creditor_reference: Generated<string>
  state: 'applied' | 'known' | 'parked' | 'set_aside'
  note: Generated<string>
  decided_by: string | null
  decided_at: Date | null
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    collections: CollectionsTable
    collection_entries: CollectionEntriesTable
    bank_messages: BankMessagesTable
    bank_movements: BankMovementsTable
  }
}
