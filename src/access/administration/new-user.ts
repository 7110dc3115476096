import type { Service } from '../../actors/actor.ts'
import type { LocalDate } from '../../calendar/index.ts'
import type { Identity } from '../../platform/secrets/identity.ts'
import type { Language } from '../../web/words/language.ts'
import type { SecretQuestion } from '../secret-questions.ts'
import type { Mode } from './user.ts'

/** Who a new user is, whatever the service (leaflet: «Renseigner tous les champs avec les coordonnées de la personne»). */
export interface NewPerson {
  readonly service: Service
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  readonly email: string
  readonly phone: string
  readonly language: Language
  /** Empty: the user chooses. The answers are always the user's own. */
  readonly suggestedQuestions: readonly SecretQuestion[]
}

/** The section «Télédéclaration» of the form: the mode, and the active categories (leaflet, steps 3 and 4). */
export interface DeclarationScope {
  readonly mode: Mode
  readonly categories: readonly string[]
  readonly untilOn: LocalDate | null
}

/** The first password: a link to the user (by default), or one typed by the delegate, for 72 h (product A4). */
export type FirstPassword =
  | { readonly kind: 'link' }
  | { readonly kind: 'provisional'; readonly password: string }

/** A user of the company: everything the form asks for. */
export interface NewUser extends NewPerson {
  readonly identity: Identity
  /** The other name that the company knows for this document was read, and it is the same person. */
  readonly isPersonConfirmed?: boolean
  readonly freePart: string
  /** Nobody chose the beginning: when it is taken, a number follows it. */
  readonly isFreePartProposed: boolean
  readonly firstPassword: FirstPassword
  readonly scope: DeclarationScope | null
  readonly isMaker: boolean
  readonly isValidator: boolean
}

/** A firm's person: the firm comes with them, and the first password is theirs alone. */
export interface NewExternalUser extends NewPerson {
  readonly identity: Identity
  readonly freePart: string
  readonly firm: {
    readonly name: string
    readonly ice: string
    /** The name that the fund knows for this ICE was read, and is the one that was meant. */
    readonly isConfirmed: boolean
  }
  readonly scope: DeclarationScope
}

/** The same name, however it is written: accents, capitals, hyphens and the order of its words do not count. */
export function isSameName(
  one: Pick<NewPerson, 'firstName' | 'lastName'>,
  other: Pick<NewPerson, 'firstName' | 'lastName'>,
): boolean {
  const words = ({ firstName, lastName }: typeof one) =>
    `${firstName} ${lastName}`
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
      .sort()
      .join(' ')
  return words(one) === words(other)
}

/** «klahlou» for Khadija Lahlou: what is proposed when the delegate leaves the login empty. Nothing from Arabic letters. */
export function freePartFrom(firstName: string, lastName: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z]/g, '')
  const family = plain(lastName)
  return family === '' ? '' : (plain(firstName).slice(0, 1) + family).slice(0, 20)
}
