import type { StoredIdentity } from '../platform/secrets/identity.ts'
import type { Language } from '../web/words/language.ts'

/** The «Administrateur des Utilisateurs» of one company (leaflet, personne déléguée). */
export interface Delegate {
  readonly id: string
  readonly employerId: string
  readonly state: 'active' | 'suspended' | 'replaced'
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  readonly email: string
  readonly phone: string
  readonly language: Language
  readonly hasSecondFactor: boolean
  readonly usersConfirmedAt: Date | null
  /** When a file of the agency last created users of theirs. */
  readonly usersImportedAt: Date | null
  readonly lastSignedInAt: Date | null
  readonly createdAt: Date
}

export interface NewDelegate extends StoredIdentity {
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  readonly email: string
  readonly phone: string
  readonly language: Language
  /** The password chosen at subscription, already hashed; none yet for who is known from paper. */
  readonly passwordHash: string | null
}

/** Whom a signed form is told to, and whether it names that same person. */
export interface DelegateToTell
  extends Pick<Delegate, 'id' | 'firstName' | 'lastName' | 'email' | 'language'> {
  readonly isNamed: boolean
}
