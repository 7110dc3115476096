import type { Generated } from 'kysely'

export type Teleservice = 'declaration' | 'employer_account' | 'payment' | 'liquidation'
export const teleservices: readonly Teleservice[] = [
  'declaration',
  'employer_account',
  'payment',
  'liquidation',
]

export type PaymentOption = 'case_by_case' | 'systematic' | 'transfer'
export const paymentOptions: readonly PaymentOption[] = ['case_by_case', 'systematic', 'transfer']

/** What a mandate lets the fund debit: orders that the company confirmed, or whatever is due. */
export type MandateKind = 'case_by_case' | 'systematic'

export interface EmployersTable {
  id: Generated<string>
  employer_number: string
  name: string
  ice: string | null
  address: string
  city: string
  phone: string
  email: string
  state: Generated<'active' | 'closed'>
  payment_option: Generated<PaymentOption>
  confirmations_required: Generated<1 | 2>
  self_confirmation: Generated<boolean>
  order_ceiling_centimes: Generated<bigint | null>
  daily_ceiling_centimes: Generated<bigint | null>
  joined_on: string
  version: Generated<number>
}

export interface SubscribedServicesTable {
  employer_id: string
  service: Teleservice
  since: Date
}

export interface EmployerCategoriesTable {
  employer_id: string
  category: string
  label: string
  product: 'al_kamil' | 'al_mounassib' | 'tcnss'
  employee_rate: number
  employer_rate: number
  active_from: string
  active_until: string | null
}

export interface BankAccountsTable {
  id: Generated<string>
  employer_id: string
  rib: string
  bank_name: string
  holder: string
  state: Generated<'active' | 'closed'>
  added_at: Date
}

export interface DebitMandatesTable {
  id: Generated<string>
  employer_id: string
  bank_account_id: string
  reference: string
  kind: Generated<MandateKind>
  state: 'requested' | 'active' | 'refused' | 'revoked'
  requested_at: Date
  letter_id: string | null
  usable_from: string | null
  ended_at: Date | null
}

export interface PaymentSettingsToComeTable {
  employer_id: string
  confirmations_required: 1 | 2
  self_confirmation: boolean
  order_ceiling_centimes: bigint | null
  daily_ceiling_centimes: bigint | null
  decided_by: string
  decided_at: Date
  takes_effect_at: Date
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    employers: EmployersTable
    subscribed_services: SubscribedServicesTable
    employer_categories: EmployerCategoriesTable
    bank_accounts: BankAccountsTable
    debit_mandates: DebitMandatesTable
    payment_settings_to_come: PaymentSettingsToComeTable
  }
}
