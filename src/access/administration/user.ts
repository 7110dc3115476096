import type { Service } from '../../actors/actor.ts'
import { addMonths, dayMs, type LocalDate, localDateAt, startOfDay } from '../../calendar/index.ts'
import type { PendingEmail } from '../store/pending-email.ts'
import type { IdentityKind } from '../../platform/secrets/identity.ts'

export type Mode = 'prepared_file' | 'form'
export const modes = ['prepared_file', 'form'] as const

/** What a declarant may do for this company (product A5; decision: mandates). */
export interface Mandate {
  readonly id: string
  readonly state: 'offered' | 'active' | 'suspended' | 'declined' | 'revoked'
  readonly mode: Mode
  readonly categories: readonly string[]
  readonly fromOn: LocalDate
  readonly untilOn: LocalDate | null
  readonly version: number
}

/**
 * A user as the delegate may see them. While a firm's person has not accepted, only what this delegate typed is here:
 * the same for somebody new and for somebody who already works for other companies (quality AT5).
 */
export interface User {
  readonly id: string
  readonly service: Service
  readonly state: 'invited' | 'active' | 'suspended' | 'removed'
  readonly firstName: string
  readonly lastName: string
  readonly login: string | null
  readonly firm: string | null
  readonly jobTitle: string
  readonly email: string
  readonly phone: string
  readonly language: 'fr' | 'ar'
  readonly isMaker: boolean
  readonly isValidator: boolean
  /** From when a Validateur may confirm; nothing for the others. */
  readonly confirmsFrom: Date | null
  readonly lastSignedInAt: Date | null
  readonly createdAt: Date
  readonly stateReason: string
  readonly stateChangedAt: Date
  /** Until when the password typed by the delegate works, if one waits. */
  readonly provisionalUntil: Date | null
  /** When the newest activation link ends, if it was neither used nor voided. */
  readonly linkUntil: Date | null
  readonly bounced: boolean
  readonly mandate: Mandate | null
  readonly version: number
}

/** A user with what only their own page shows. */
export interface UserDetails extends User {
  readonly identityKind: IdentityKind | null
  /** Masked: the whole number is never shown again. */
  readonly identityMask: string | null
  readonly suggestedQuestions: readonly string[]
  /** Null for a firm's person: a company does not learn how they sign in. */
  readonly hasSecondFactor: boolean | null
  /** The address that awaits the user's own confirmation, and until when. */
  readonly pendingEmail: PendingEmail | null
  /** The delegate typed another address than the one this login has: to be checked with the person. */
  readonly addressDiffers: boolean
}

export type Standing =
  | 'offered'
  | 'declined'
  | 'link_sent'
  | 'link_expired'
  | 'provisional'
  | 'provisional_expired'
  | 'active'
  | 'suspended'
  | 'removed'

/** One word for where a user stands, as the list shows it. */
export function standingOf(user: User, now: Date): Standing {
  if (user.service === 'declaration_external') return mandateStanding(user, now)
  if (user.state !== 'invited') return user.state
  return invitedStanding(user, now)
}

function mandateStanding(user: User, now: Date): Standing {
  switch (user.mandate?.state) {
    case 'offered':
      return 'offered'
    case 'declined':
      return 'declined'
    case 'suspended':
      return 'suspended'
    case 'active':
      if (user.state === 'invited') return invitedStanding(user, now)
      return user.state === 'active' ? 'active' : 'suspended'
    default:
      return 'removed'
  }
}

function invitedStanding(user: User, now: Date): Standing {
  if (user.provisionalUntil)
    return user.provisionalUntil > now ? 'provisional' : 'provisional_expired'
  return user.linkUntil && user.linkUntil > now ? 'link_sent' : 'link_expired'
}

/** May this user do anything, now or as soon as they have activated their login? */
export function isServing(user: User): boolean {
  if (user.state !== 'active' && user.state !== 'invited') return false
  return user.mandate === null || user.mandate.state === 'active'
}

export type GoneSign = 'bounced' | 'never_signed_in' | 'dormant'

/** Days after which somebody who never signed in is worth a question (product A12). */
const neverSignedInDays = 30

export type DepartureSign =
  | { readonly kind: GoneSign }
  | { readonly kind: 'leaver'; readonly leftOn: LocalDate }

/** When and by which measure a user is looked at. */
export interface DepartureMeasure {
  readonly now: Date
  readonly dormantMonths: number
  /** Users whom the company itself declared as gone, by identifier. */
  readonly leftOn: ReadonlyMap<string, LocalDate>
}

/**
 * What makes a user look gone: declared as a leaver by the company itself, mail that comes back, never signed in, no
 * sign-in for months (leaflet, «IMPORTANT»: any departure must change the account; product A12).
 */
export function departureSigns(user: User, measure: DepartureMeasure): DepartureSign[] {
  if (!isServing(user)) return []
  const left = measure.leftOn.get(user.id)
  const sign = goneSignOf(user, measure.now, measure.dormantMonths)
  return [
    ...(left ? [{ kind: 'leaver', leftOn: left } as const] : []),
    ...(sign ? [{ kind: sign } as const] : []),
  ]
}

function goneSignOf(user: User, now: Date, dormantMonths: number): GoneSign | undefined {
  if (user.bounced) return 'bounced'
  if (user.lastSignedInAt === null) {
    const age = now.getTime() - user.createdAt.getTime()
    return age > neverSignedInDays * dayMs ? 'never_signed_in' : undefined
  }
  const limit = startOfDay(addMonths(localDateAt(now), -dormantMonths))
  return user.lastSignedInAt < limit ? 'dormant' : undefined
}
