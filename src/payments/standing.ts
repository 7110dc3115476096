import { countingConfirmations, type Validators } from './payment-order.ts'
import type { KeptOrder } from './store/orders.ts'
import { mayConfirmAt, type PaymentUser } from './store/people.ts'

/** What an order asks of the person who reads it. */
export type Standing =
  | 'may_confirm'
  | 'own_order'
  | 'already_confirmed'
  | 'no_power'
  | 'waits'
  | 'over_ceiling'
  | 'not_open'

// oxlint-disable-next-line max-params -- an order, who looks, who may confirm, and when
export function standingOf(
  order: KeptOrder,
  me: PaymentUser | undefined,
  validators: Validators,
  now: Date,
): Standing {
  if (order.state !== 'awaiting_confirmation' || order.expiresAt <= now) return 'not_open'
  if (!me?.isValidator) return 'no_power'
  // Waiting would not make it somebody else's order.
  const mayOwn = order.selfConfirmation && order.confirmationsRequired === 1
  if (order.makers.includes(me.person) && !mayOwn) return 'own_order'
  if (!mayConfirmAt(me, now)) return 'waits'
  const given = countingConfirmations(order, validators)
  return given.some((one) => one.person === me.person) ? 'already_confirmed' : 'may_confirm'
}
