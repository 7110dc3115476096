import type { Actor } from '../actors/actor.ts'
import type { LocalDate } from '../calendar/index.ts'

/** One thing that happened, as it was written. */
export interface TrailEvent {
  readonly sequence: bigint
  readonly at: Date
  readonly actorKind: Actor['kind']
  readonly actorId: string | null
  readonly actorName: string
  readonly action: string
  readonly details: Readonly<Record<string, unknown>>
}

/** What kinds of action a delegate looks for, each by the words that its actions begin with. */
export const actionKinds = {
  users: ['user.', 'users.', 'mandate.'],
  access: ['key.', 'session.', 'second_factor.', 'account.', 'password.', 'sign_in.'],
  company: ['attestation.', 'company.', 'bank_account.', 'debit_mandate.', 'employer.', 'agency.'],
  letters: ['letter.', 'subscription.', 'delegate.'],
  declarations: ['declaration.', 'deposit.', 'member.', 'members.', 'newcomer.'],
  payments: ['transfer_order.', 'transfer.', 'order.', 'payment.', 'collection.'],
  liquidations: ['liquidation.', 'claim.'],
  refused: ['refused'],
} as const

export type ActionKind = keyof typeof actionKinds

export function isActionKind(text: string): text is ActionKind {
  return Object.hasOwn(actionKinds, text)
}

/** What the delegate narrows the trail to (product A11). */
export interface TrailFilter {
  /** The identifier of a person, or the kind of those who have none: «system», «guest». */
  readonly actor: string | null
  readonly kind: ActionKind | null
  readonly from: LocalDate | null
  readonly until: LocalDate | null
}

export interface TrailActor {
  readonly key: string
  readonly kind: Actor['kind']
  readonly name: string
}
