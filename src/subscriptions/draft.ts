import { dayMs } from '../calendar/index.ts'
import { type PaymentOption, type Teleservice, teleservices } from '../employers/employer.ts'
import type { IdentityKind } from '../platform/secrets/identity.ts'
import type { Fields } from '../web/form.ts'
import type { Language } from '../web/words/language.ts'

export type SubscriptionKind = 'subscription' | 'renewal'

/** First volet of the leaflet's form: «Entreprise». */
export interface CompanyAnswers {
  readonly name: string
  readonly ice: string
  readonly address: string
  readonly city: string
  readonly phone: string
  readonly email: string
}

/** Second volet: «Personne déléguée». */
export interface DelegateAnswers {
  readonly firstName: string
  readonly lastName: string
  readonly identityKind: IdentityKind
  readonly identityNumber: string
  readonly jobTitle: string
  readonly email: string
  readonly phone: string
}

/** Third volet: «Téléservices», with who signs. */
export interface ServicesAnswers {
  readonly services: readonly Teleservice[]
  readonly paymentOption: PaymentOption
  readonly signatoryName: string
  readonly signatoryCapacity: string
}

export type Unfinished = Readonly<Partial<Record<Volet, Fields>>>

/** What an applicant has answered so far; the password is only known to have been chosen. */
export interface Draft {
  readonly id: string
  readonly kind: SubscriptionKind
  readonly employerNumber: string
  readonly language: Language
  readonly company: CompanyAnswers | null
  readonly delegate: DelegateAnswers | null
  readonly services: ServicesAnswers | null
  readonly hasPassword: boolean
  /** Volets that came back with a mistake, as they were typed. */
  readonly unfinished: Unfinished
  /** Set once the form was drawn up. */
  readonly letterId: string | null
  readonly touchedAt: Date
}

export interface CompleteDraft extends Draft {
  readonly company: CompanyAnswers
  readonly delegate: DelegateAnswers
  readonly services: ServicesAnswers
}

/** What a renewal does not ask for: open today, it ends once the letter is accepted (product A9, A10). */
export function leftOut(draft: CompleteDraft): Teleservice[] {
  if (draft.kind !== 'renewal') return []
  return teleservices.filter((service) => !draft.services.services.includes(service))
}

/** Answers are kept thirty days after the last of them (decision: anonymous and long forms). */
const draftDays = 30

/** Answers that nobody came back to since then are forgotten. */
export function oldestDraft(now: Date): Date {
  return new Date(now.getTime() - draftDays * dayMs)
}

export const volets = ['company', 'delegate', 'services'] as const
export type Volet = (typeof volets)[number]

/** A renewal may keep the delegate, who then keeps their password; a subscription always chooses one (P2). */
export function isAnswered(draft: Draft, volet: Volet): boolean {
  if (volet === 'delegate')
    return draft.delegate !== null && (draft.hasPassword || draft.kind === 'renewal')
  return draft[volet] !== null
}

/** The three volets of the leaflet, in its order; the form is drawn up when none is left. */
export function nextVolet(draft: Draft): Volet | undefined {
  return volets.find((volet) => !isAnswered(draft, volet))
}

/** All three volets are answered: it can be checked and printed. */
export function isComplete(draft: Draft): draft is CompleteDraft {
  return nextVolet(draft) === undefined
}

/** What a password may not be made of: the company, its number, the person (quality: one password rule). */
export function forbiddenWords(
  employerNumber: string,
  companyName: string | undefined,
  person: { readonly firstName: string; readonly lastName: string; readonly email: string },
): string[] {
  const mailbox = person.email.split('@')[0] ?? ''
  return [employerNumber, companyName ?? '', person.firstName, person.lastName, mailbox].filter(
    (word) => word.length > 0,
  )
}
