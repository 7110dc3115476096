import type { LocalDate } from '../calendar/index.ts'
import type { PaymentOption } from './tables.ts'

export { type PaymentOption, paymentOptions, type Teleservice, teleservices } from './tables.ts'

/** A member company, as everybody who works for it sees it (product A3). */
export interface Employer {
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
  readonly confirmationsRequired: 1 | 2
  readonly selfConfirmation: boolean
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

export interface PaymentSettings {
  readonly confirmationsRequired: 1 | 2
  readonly selfConfirmation: boolean
}

/** Confirming one's own order is never possible with 2 confirmations (decision: self-confirmation). */
export function settlePaymentSettings(wanted: PaymentSettings): PaymentSettings {
  return {
    confirmationsRequired: wanted.confirmationsRequired,
    selfConfirmation: wanted.confirmationsRequired === 1 && wanted.selfConfirmation,
  }
}

/** Fewer eyes on each order: to be said, and confirmed, before it is done (product A6, decision: self-confirmation). */
export function isWeaker(before: PaymentSettings, after: PaymentSettings): boolean {
  return (
    after.confirmationsRequired < before.confirmationsRequired ||
    (after.selfConfirmation && !before.selfConfirmation)
  )
}
