import type { PaymentSettings } from '../../employers/payment-settings.ts'
import { fullName } from '../accounts.ts'
import { isServing, type User } from './user.ts'

/** Somebody with a payment login, and the person behind it: the same key is the same identity document. */
export interface PaymentUser {
  readonly user: User
  readonly personKey: string
}

type Asked = Pick<PaymentSettings, 'confirmationsRequired' | 'selfConfirmation'>

export type PaymentWarning =
  | { readonly kind: 'no_maker' }
  | { readonly kind: 'no_validator'; readonly needed: 1 | 2 }
  /** With the logins of the only one, when they have several. */
  | { readonly kind: 'second_validator_missing'; readonly logins: readonly string[] }
  | { readonly kind: 'no_other_validator'; readonly maker: string }
  | { readonly kind: 'same_person'; readonly logins: readonly string[] }
  | { readonly kind: 'same_address'; readonly logins: readonly string[] }

/**
 * What is missing or doubtful among the users of E@syPaiement: with 2 confirmations, two people other than the
 * ordonnateur must be able to confirm; with 1, one other person, or the ordonnateur if the delegate allowed it
 * (leaflet, E@syPaiement, step 5; product A6 and E2). Persons are compared, never logins (quality AT65).
 */
export function paymentWarnings(all: readonly PaymentUser[], settings: Asked): PaymentWarning[] {
  const people = all.filter(({ user }) => isServing(user))
  if (people.length === 0) return []
  const makers = people.filter(({ user }) => user.isMaker)
  const validators = people.filter(({ user }) => user.isValidator)
  return [
    ...(makers.length === 0 ? [{ kind: 'no_maker' } as const] : []),
    ...(validators.length === 0
      ? [{ kind: 'no_validator', needed: settings.confirmationsRequired } as const]
      : missingValidators(makers, validators, settings)),
    ...samePerson(people),
    ...sameAddress(people),
  ]
}

function missingValidators(
  makers: readonly PaymentUser[],
  validators: readonly PaymentUser[],
  settings: Asked,
): PaymentWarning[] {
  const persons = new Set(validators.map(({ personKey }) => personKey))
  if (settings.confirmationsRequired === 2 && persons.size < 2) {
    const logins = validators.length > 1 ? loginsOf(validators) : []
    return [{ kind: 'second_validator_missing', logins }]
  }
  return makers.flatMap(({ user, personKey }): PaymentWarning[] => {
    const others = persons.size - (persons.has(personKey) ? 1 : 0)
    if (others >= settings.confirmationsRequired) return []
    if (settings.selfConfirmation && persons.has(personKey)) return []
    return [{ kind: 'no_other_validator', maker: fullName(user) }]
  })
}

/** One person with several payment logins, who together could draw up and confirm. */
function samePerson(people: readonly PaymentUser[]): PaymentWarning[] {
  return groupsOf(people, ({ personKey }) => personKey)
    .filter(holdsBothPowers)
    .map((group) => ({ kind: 'same_person', logins: loginsOf(group) }))
}

/** Two identities, one mailbox: «a+b@», dots before «@» lead to the same person (quality AT65). */
function sameAddress(people: readonly PaymentUser[]): PaymentWarning[] {
  return groupsOf(people, ({ user }) => mailboxOf(user.email))
    .filter((group) => new Set(group.map(({ personKey }) => personKey)).size > 1)
    .map((group) => ({ kind: 'same_address', logins: loginsOf(group) }))
}

/** The mailbox behind an address: what follows «+», dots and case make no other mailbox with most providers. */
export function mailboxOf(email: string): string {
  const [name = '', domain = ''] = email.toLowerCase().split('@')
  return `${(name.split('+')[0] ?? '').replaceAll('.', '')}@${domain}`
}

function holdsBothPowers(group: readonly PaymentUser[]): boolean {
  return group.some(({ user }) => user.isMaker) && group.some(({ user }) => user.isValidator)
}

function groupsOf(
  people: readonly PaymentUser[],
  keyOf: (one: PaymentUser) => string,
): PaymentUser[][] {
  const groups = new Map<string, PaymentUser[]>()
  for (const one of people) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups.values()].filter((group) => group.length > 1)
}

function loginsOf(group: readonly PaymentUser[]): string[] {
  return group.map(({ user }) => user.login ?? '').sort()
}
