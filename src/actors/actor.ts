/** Which téléservice a login opens: one login, one service (leaflet, N.B.). */
export type Service =
  | 'declaration_internal'
  | 'declaration_external'
  | 'employer_account'
  | 'payment'
  | 'liquidation'

/** `second_factor`: the password was right, the second factor is still awaited. */
export type Stage = 'second_factor' | 'full'

interface SignedIn {
  readonly id: string
  readonly name: string
  readonly sessionId: string
  readonly stage: Stage
}

/** The «Administrateur des Utilisateurs» of one company. */
export interface DelegateActor extends SignedIn {
  readonly kind: 'delegate'
  readonly employerId: string
}

/** The user of one service. A firm's person has an employer in hand only after choosing one. */
export interface ProfileActor extends SignedIn {
  readonly kind: 'profile'
  readonly service: Service
  readonly employerId: string | null
  readonly isMaker: boolean
  readonly isValidator: boolean
}

export interface AgentActor extends SignedIn {
  readonly kind: 'agent'
  readonly role: 'agent' | 'supervisor'
}

/** What a key of a company's software may be let do. */
export type KeyScope = 'check' | 'declare' | 'receipts' | 'statement'

/** A company's software, with a key that the delegate made. It never signs in: every request shows the key. */
export interface KeyActor {
  readonly kind: 'key'
  readonly id: string
  /** The key's name, and who made it. */
  readonly name: string
  readonly employerId: string
  readonly scopes: readonly KeyScope[]
}

/** Somebody who has not signed in, known only by the cookie of their visit. */
export interface GuestActor {
  readonly kind: 'guest'
  readonly name: string
}

/** A job: the fund's own clockwork. */
export interface SystemActor {
  readonly kind: 'system'
  readonly name: string
}

export type SignedInActor = DelegateActor | ProfileActor | AgentActor
export type Actor = SignedInActor | KeyActor | GuestActor | SystemActor

export const guest: GuestActor = { kind: 'guest', name: '' }

export function systemActor(job: string): SystemActor {
  return { kind: 'system', name: job }
}

/** A profile with an employer in hand: what the pages of a service work with. */
export type EmployedActor = ProfileActor & { readonly employerId: string }

/** Whoever works for the company in hand: a person, or its software. */
export type CompanyActor = EmployedActor | KeyActor

export function employerOf(actor: Actor): string | null {
  return 'employerId' in actor ? actor.employerId : null
}
