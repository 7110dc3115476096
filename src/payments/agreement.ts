import { refuse } from '../actors/refusal.ts'
import type { PersonKey } from './payment-order.ts'

/** A Validateur who may agree that what the delegate decided counts sooner. */
export interface Agreeing {
  readonly person: PersonKey
  readonly isValidator: boolean
  readonly waits: boolean
}

/** Who does not agree, whatever their powers. */
export interface Concerned {
  /** Whom it lets confirm, or confirm alone. */
  readonly gaining: ReadonlySet<PersonKey>
  readonly delegates: ReadonlySet<PersonKey>
}

/**
 * Another pair of eyes ends the wait of what the delegate decided (quality AT70): a Validateur whose own power counts, who
 * neither gains by it nor is a delegate of the company, now or before.
 */
export function mayAgree(by: Agreeing, { gaining, delegates }: Concerned): boolean {
  return by.isValidator && !by.waits && !gaining.has(by.person) && !delegates.has(by.person)
}

/** Whoever may draw up an order pays alone once their own confirmation is enough (product E2). */
export function gainingBySettings(
  settings: { readonly selfConfirmation: boolean },
  users: readonly { readonly person: PersonKey; readonly isMaker: boolean }[],
): ReadonlySet<PersonKey> {
  if (!settings.selfConfirmation) return new Set()
  return new Set(users.filter((one) => one.isMaker).map((one) => one.person))
}

/** The same, refused with its reason. */
export function mustAgree(by: Agreeing, about: Concerned): void {
  if (mayAgree(by, about)) return
  if (!by.isValidator) refuse('payments.not_a_validator')
  if (by.waits) refuse('payments.validator_waits')
  refuse('payments.cannot_agree')
}
