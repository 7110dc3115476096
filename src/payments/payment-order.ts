import { refuse } from '../actors/refusal.ts'
import type { LocalDate } from '../calendar/index.ts'

/** Where an order stands; the same words in the database and in the trail. */
export type OrderState =
  | 'awaiting_confirmation'
  | 'confirmed'
  | 'refused'
  | 'cancelled'
  | 'expired'
  | 'collected'
  | 'settled'
  | 'rejected'

/** A person behind a login: the keyed hash of their identity document. Two logins of one person are one person. */
export type PersonKey = string

/** Somebody who acts on an order through one login of the company. */
export interface OrderActor {
  readonly person: PersonKey
  readonly isMaker: boolean
  readonly isValidator: boolean
  /** A Validateur whose power does not count yet (quality AT70). */
  readonly waits?: boolean
}

export interface Confirmation {
  readonly person: PersonKey
  readonly revision: number
  readonly digest: string
  readonly at: Date
}

/** The people who may confirm now, each with the moment since when they have been able to without a break. */
export type Validators = ReadonlyMap<PersonKey, Date>

/** Drawn up and confirmed by people; or by the clockwork, under a mandate that says so (product E7). */
export type OrderKind = 'case_by_case' | 'systematic'

export interface PaymentOrder {
  readonly kind: OrderKind
  readonly state: OrderState
  readonly revision: number
  /** What is confirmed, in hexadecimal: SHA-256 of the wording of this revision. */
  readonly digest: string
  /** None for a systematic debit: the mandate of that kind stands for them. */
  readonly confirmationsRequired: 0 | 1 | 2
  /** Only with one confirmation, and only if the company allowed it when the order was drawn up (product E2). */
  readonly selfConfirmation: boolean
  /** Everybody who wrote a revision of this order. */
  readonly makers: readonly PersonKey[]
  readonly confirmations: readonly Confirmation[]
  readonly expiresAt: Date
}

/**
 * Confirmations that count now: of this revision and digest, by distinct people who may confirm this order and have
 * held the power of Validateur ever since: one given before a suspension is void for good (product A9, E2, E3). Derived each
 * time, never stored.
 */
export function countingConfirmations(
  order: PaymentOrder,
  validators: Validators,
): readonly Confirmation[] {
  const seen = new Set<PersonKey>()
  return order.confirmations.filter((one) => {
    const counts =
      one.revision === order.revision &&
      one.digest === order.digest &&
      holdsSince(validators, one) &&
      mayBeConfirmedBy(order, one.person) &&
      !seen.has(one.person)
    if (counts) seen.add(one.person)
    return counts
  })
}

function holdsSince(validators: Validators, { person, at }: Confirmation): boolean {
  const since = validators.get(person)
  return since !== undefined && since <= at
}

/** How many it still needs, of those that the validators of today make count (product E2). */
export function missingConfirmations(order: PaymentOrder, validators: Validators): number {
  return Math.max(0, order.confirmationsRequired - countingConfirmations(order, validators).length)
}

/** How many of these people could still give one that counts: fewer than are missing, the order waits for nobody (product A6). */
export function countWhoCouldConfirm(
  order: PaymentOrder,
  validators: Validators,
  people: Iterable<PersonKey>,
): number {
  const given = new Set(countingConfirmations(order, validators).map(({ person }) => person))
  return [...new Set(people)].filter((one) => mayBeConfirmedBy(order, one) && !given.has(one))
    .length
}

/** Who wrote an order does not confirm it, unless the company allowed it and one confirmation is asked. */
function mayBeConfirmedBy(order: PaymentOrder, person: PersonKey): boolean {
  if (!order.makers.includes(person)) return true
  return order.selfConfirmation && order.confirmationsRequired === 1
}

/**
 * One more person confirms exactly what was shown. Refused to whoever wrote it (product E2), to whoever confirmed already,
 * to whoever saw another wording (E3), to a Validateur who still waits, and once the order has expired (E4).
 */
export function confirm(
  order: PaymentOrder,
  by: OrderActor,
  seen: { readonly digest: string; readonly at: Date; readonly validators: Validators },
): PaymentOrder {
  mustAwait(order)
  if (!by.isValidator) return refuse('payments.not_a_validator')
  if (by.waits) return refuse('payments.validator_waits')
  if (seen.digest !== order.digest) return refuse('payments.changed_since_shown')
  if (order.expiresAt <= seen.at) return refuse('payments.expired')
  if (!mayBeConfirmedBy(order, by.person)) return refuse('payments.maker_cannot_confirm')
  const given = countingConfirmations(order, seen.validators)
  if (given.some((one) => one.person === by.person)) return refuse('payments.already_confirmed')
  const { revision, digest } = order
  const confirmation = { person: by.person, revision, digest, at: seen.at }
  const confirmed = { ...order, confirmations: [...order.confirmations, confirmation] }
  return missingConfirmations(confirmed, seen.validators) === 0
    ? { ...confirmed, state: 'confirmed' }
    : confirmed
}

/** A new wording: earlier confirmations are of another one, and whoever writes it is a maker of it from now on (E3). */
export function edit(order: PaymentOrder, by: OrderActor, digest: string): PaymentOrder {
  mustBeOfPeople(order)
  if (order.state !== 'confirmed') mustAwait(order)
  if (!by.isMaker) return refuse('payments.not_a_maker')
  if (digest === order.digest) return order
  return {
    ...order,
    state: 'awaiting_confirmation',
    revision: order.revision + 1,
    digest,
    makers: order.makers.includes(by.person) ? order.makers : [...order.makers, by.person],
  }
}

/** A Validateur says no; nothing leaves (E4). */
export function refuseOrder(order: PaymentOrder, by: OrderActor): PaymentOrder {
  mustBeOfPeople(order)
  if (order.state !== 'confirmed') mustAwait(order)
  if (!by.isValidator) return refuse('payments.not_a_validator')
  return { ...order, state: 'refused' }
}

/** An Ordonnateur withdraws an order that has not left (E4). */
export function cancel(order: PaymentOrder, by: OrderActor): PaymentOrder {
  mustBeOfPeople(order)
  if (order.state !== 'confirmed') mustAwait(order)
  if (!by.isMaker) return refuse('payments.not_a_maker')
  return { ...order, state: 'cancelled' }
}

/** The company says no to a systematic debit, until the eve of its day (product E7): anybody with a power over its payments. */
export function oppose<T extends PaymentOrder & { readonly debitOn: LocalDate }>(
  order: T,
  by: OrderActor,
  today: LocalDate,
): T {
  if (order.kind !== 'systematic') return refuse('payments.not_systematic')
  if (!by.isMaker && !by.isValidator) return refuse('payments.no_power')
  if (order.state !== 'confirmed') return refuse('payments.no_longer_open')
  if (today >= order.debitOn) return refuse('payments.too_late_to_oppose')
  return { ...order, state: 'cancelled' }
}

/** Not confirmed in time. One that is confirmed waits for its day and does not expire. */
export function expire<O extends PaymentOrder>(order: O, at: Date): O {
  return order.state === 'awaiting_confirmation' && order.expiresAt <= at
    ? { ...order, state: 'expired' }
    : order
}

/** A confirmation that no longer counts (its person lost the power) leaves the order waiting again (decision 7). */
export function reconsider<O extends PaymentOrder>(order: O, validators: Validators): O {
  return order.state === 'confirmed' && missingConfirmations(order, validators) > 0
    ? { ...order, state: 'awaiting_confirmation' }
    : order
}

/** The final gate: nothing leaves on the word of a column alone (attack AT80). */
export function mayLeave(order: PaymentOrder, validators: Validators): boolean {
  return order.state === 'confirmed' && missingConfirmations(order, validators) === 0
}

/** Put into a collection file, once. Refused with `payments.not_confirmed`. */
export function collect(order: PaymentOrder, validators: Validators): PaymentOrder {
  if (!mayLeave(order, validators)) return refuse('payments.not_confirmed')
  return { ...order, state: 'collected' }
}

/** What the bank answered; an order that never left has no answer. */
export function answer(order: PaymentOrder, outcome: 'settled' | 'rejected'): PaymentOrder {
  if (order.state === outcome) return order
  // A settled debit can still come back; a rejected one never becomes money.
  if (order.state === 'collected' || (order.state === 'settled' && outcome === 'rejected')) {
    return { ...order, state: outcome }
  }
  return refuse('payments.never_collected')
}

function mustBeOfPeople(order: PaymentOrder): void {
  if (order.kind === 'systematic') refuse('payments.systematic')
}

function mustAwait(order: PaymentOrder): void {
  if (order.state !== 'awaiting_confirmation') refuse('payments.no_longer_open')
}
