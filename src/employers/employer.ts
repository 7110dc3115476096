import type { LocalDate } from '../calendar/index.ts'
import type { PaymentSettings } from './payment-settings.ts'
import type { PaymentOption } from './tables.ts'

export { type PaymentOption, paymentOptions, type Teleservice, teleservices } from './tables.ts'

/** A member company, as everybody who works for it sees it (product A3). */
export interface Employer extends PaymentSettings {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly ice: string | null
  readonly address: string
  readonly city: string
  readonly phone: string
  readonly email: string
  readonly state: 'active' | 'closed'
  readonly paymentOption: PaymentOption
  readonly joinedOn: LocalDate
  readonly version: number
}

/** A category of staff, with the rates of its contract. */
export interface Category {
  readonly category: string
  readonly label: string
  readonly activeFrom: LocalDate
  readonly activeUntil: LocalDate | null
}

/** Active categories are those that must be declared (leaflet, Télédéclaration, step 4). */
export function isActiveOn(category: Category, day: LocalDate): boolean {
  return (
    category.activeFrom <= day && (category.activeUntil === null || category.activeUntil >= day)
  )
}
