import { refuse } from '../actors/refusal.ts'
import type { PersonKey } from './payment-order.ts'

/** A Validateur who may agree that what the delegate decided counts sooner. */
export interface Agreeing {
  readonly person: PersonKey
  readonly isValidator: boolean
  readonly waits: boolean
}

/**
 * Another pair of eyes ends the wait of what the delegate decided (quality AT70): a Validateur whose own power counts, who
 * is neither the person it is about nor a delegate of the company, now or before.
 */
export function mayAgree(
  by: Agreeing,
  about: { readonly person: PersonKey | null; readonly delegates: ReadonlySet<PersonKey> },
): boolean {
  return (
    by.isValidator && !by.waits && by.person !== about.person && !about.delegates.has(by.person)
  )
}

/** The same, refused with its reason. */
export function mustAgree(by: Agreeing, about: Parameters<typeof mayAgree>[1]): void {
  if (mayAgree(by, about)) return
  if (!by.isValidator) refuse('payments.not_a_validator')
  if (by.waits) refuse('payments.validator_waits')
  refuse('payments.cannot_agree')
}
