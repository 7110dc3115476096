import type { Service, SignedInActor, Stage } from '../actors/actor.ts'
import type { Scope } from '../platform/db/database.ts'
import type { Language } from '../web/words/language.ts'
import type { AccountKind } from './tables.ts'

/** Anybody who can sign in, whatever they are: what sign-in, recovery and «Mon compte» need to know of them. */
export interface Account {
  readonly kind: AccountKind
  readonly id: string
  /** Null for agents and for a firm's people. */
  readonly employerId: string | null
  readonly employerName: string | null
  readonly employerNumber: string | null
  readonly firmId: string | null
  readonly service: Service | null
  /** What is typed at the door: the N° Adhérent for a delegate, a login for the others. */
  readonly login: string
  readonly state:
    | 'active'
    | 'proposed'
    | 'invited'
    | 'suspended'
    | 'replaced'
    | 'removed'
    | 'declined'
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly language: Language
  readonly role: 'agent' | 'supervisor' | null
  readonly isMaker: boolean
  readonly isValidator: boolean
  readonly passwordHash: string | null
  readonly passwordSetAt: Date | null
  /** The last that were ended, or typed by the delegate: never to be chosen again. */
  readonly formerHashes: readonly string[]
  readonly provisionalHash: string | null
  readonly provisionalUntil: Date | null
  readonly suggestedQuestions: readonly string[]
  readonly totpSealed: Buffer | null
  readonly totpLastStep: bigint | null
  readonly passkeyCount: number
}

/** A user, a delegate, an agent: the first name, then the surname; of some delegates one is unknown. */
export function fullName({ firstName, lastName }: Pick<Account, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim()
}

/** An application or a passkey: then a password alone opens nothing (product U4). */
export function hasSecondFactor(account: Pick<Account, 'totpSealed' | 'passkeyCount'>): boolean {
  return account.totpSealed !== null || account.passkeyCount > 0
}

/** Somebody works on their own account: their rows, and nobody else's. */
export function ownScope(account: Pick<Account, 'id'>): Scope {
  return { as: 'account', accountId: account.id }
}

/** The account as the author of what it does, for the audit trail. */
export function actorFor(account: Account, sessionId = '', stage: Stage = 'full'): SignedInActor {
  const base = { id: account.id, name: fullName(account), sessionId, stage }
  if (account.kind === 'agent') return { kind: 'agent', ...base, role: account.role ?? 'agent' }
  if (account.kind === 'delegate' && account.employerId)
    return { kind: 'delegate', ...base, employerId: account.employerId }
  if (!account.service) throw new Error(`account ${account.id} has neither service nor employer`)
  return {
    kind: 'profile',
    ...base,
    service: account.service,
    employerId: account.employerId,
    isMaker: account.isMaker,
    isValidator: account.isValidator,
  }
}
