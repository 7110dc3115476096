import { compareDirhams, type Dirhams } from '../money/index.ts'

/** What the company asks of each order: how many people read it, and the most that may leave (product A6, E1). */
export interface PaymentSettings {
  readonly confirmationsRequired: 1 | 2
  readonly selfConfirmation: boolean
  /** The most of one order; null for no ceiling. */
  readonly orderCeiling: Dirhams | null
  /** The most of all orders of one day; null for no ceiling. */
  readonly dailyCeiling: Dirhams | null
}

type Eyes = Pick<PaymentSettings, 'confirmationsRequired' | 'selfConfirmation'>

/** Confirming one's own order is never possible with 2 confirmations (decision: self-confirmation). */
export function settlePaymentSettings(wanted: PaymentSettings): PaymentSettings {
  return {
    confirmationsRequired: wanted.confirmationsRequired,
    selfConfirmation: wanted.confirmationsRequired === 1 && wanted.selfConfirmation,
    orderCeiling: wanted.orderCeiling,
    dailyCeiling: wanted.dailyCeiling,
  }
}

/** Fewer eyes on each order: to be said, and confirmed, before it is decided (product A6, decision: self-confirmation). */
export function asksFewerEyes(before: Eyes, after: Eyes): boolean {
  return (
    after.confirmationsRequired < before.confirmationsRequired ||
    (after.selfConfirmation && !before.selfConfirmation)
  )
}

/**
 * What counts at once of a decision: of each setting the more careful, the one in force or the one wanted. What is left
 * of the decision waits (quality AT70).
 */
export function carefulOf(inForce: PaymentSettings, wanted: PaymentSettings): PaymentSettings {
  return settlePaymentSettings({
    confirmationsRequired:
      inForce.confirmationsRequired === 2 || wanted.confirmationsRequired === 2 ? 2 : 1,
    selfConfirmation: inForce.selfConfirmation && wanted.selfConfirmation,
    orderCeiling: lowerOf(inForce.orderCeiling, wanted.orderCeiling),
    dailyCeiling: lowerOf(inForce.dailyCeiling, wanted.dailyCeiling),
  })
}

export function areSameSettings(one: PaymentSettings, other: PaymentSettings): boolean {
  return (
    one.confirmationsRequired === other.confirmationsRequired &&
    one.selfConfirmation === other.selfConfirmation &&
    one.orderCeiling === other.orderCeiling &&
    one.dailyCeiling === other.dailyCeiling
  )
}

function lowerOf(one: Dirhams | null, other: Dirhams | null): Dirhams | null {
  if (one === null || other === null) return one ?? other
  return compareDirhams(one, other) <= 0 ? one : other
}
