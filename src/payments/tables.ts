import type { Generated } from 'kysely'
import type { HoldReason } from './hold.ts'
import type { OrderKind, OrderState } from './payment-order.ts'

export interface PaymentOrdersTable {
  id: Generated<string>
  employer_id: string
  reference: string
  kind: Generated<OrderKind>
  state: OrderState
  bank_account_id: string
  amount_centimes: bigint
  debit_on: string
  confirmations_required: 0 | 1 | 2
  self_confirmation: boolean
  revision: Generated<number>
  digest: Buffer
  drawn_up_by: string | null
  drawn_up_at: Date
  expires_at: Date
  reason: Generated<string>
  ended_at: Date | null
  held_reason: HoldReason | null
  held_at: Date | null
  form_key: string
  version: Generated<number>
}

export interface PaymentOrderRevisionsTable {
  order_id: string
  employer_id: string
  revision: number
  bank_account_id: string
  amount_centimes: bigint
  debit_on: string
  digest: Buffer
  wording: string
  written_by: string | null
  person_key: Buffer | null
  person_name: string
  written_at: Date
}

export interface PaymentOrderDuesTable {
  order_id: string
  employer_id: string
  revision: number
  category: string
  year: number
  quarter: 1 | 2 | 3 | 4
  part: 'contributions' | 'interest'
  amount_centimes: bigint
}

export interface PaymentConfirmationsTable {
  id: Generated<string>
  order_id: string
  employer_id: string
  revision: number
  digest: Buffer
  profile_id: string
  person_key: Buffer
  person_name: string
  presence: 'password' | 'passkey'
  assertion_id: string | null
  confirmed_at: Date
}

export interface SystematicDebitsTable {
  employer_id: string
  category: string
  year: number
  quarter: 1 | 2 | 3 | 4
  part: 'contributions' | 'interest'
  owed_centimes: bigint
  amount_centimes: bigint
  order_id: string
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    payment_orders: PaymentOrdersTable
    payment_order_revisions: PaymentOrderRevisionsTable
    payment_order_dues: PaymentOrderDuesTable
    payment_confirmations: PaymentConfirmationsTable
    systematic_debits: SystematicDebitsTable
  }
}
