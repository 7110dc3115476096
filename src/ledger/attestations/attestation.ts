import type { LocalDate } from '../../calendar/index.ts'
import { newCode, parseCode } from '../../platform/code.ts'
import type { PrintedDocument } from '../../platform/pdf/printed-document.ts'

/** `regularity`: nothing is late. `affiliation`: the company is a member, with so many people declared. */
export const companyKinds = ['regularity', 'affiliation'] as const
export type CompanyKind = (typeof companyKinds)[number]

/** `career`: the statement of one member. */
export type AttestationKind = CompanyKind | 'career'

interface AnyFacts {
  readonly employerName: string
  readonly employerNumber: string
  readonly asOf: LocalDate
}

/** What is attested of a company, word for word, as it was true on that day. */
export interface CompanyFacts extends AnyFacts {
  readonly joinedOn: LocalDate
  /** People declared and still there. */
  readonly members: number
  readonly categories: readonly { readonly category: string; readonly label: string }[]
}

/** What is attested of a member: who, the sums that a reader compares, and the paper itself, as it was printed. */
export interface CareerFacts extends AnyFacts {
  readonly memberNumber: string
  readonly memberName: string
  readonly quarters: number
  /** All salaries declared, in centimes, as digits. */
  readonly salaries: string
  /** Points earned, in hundredths, as digits. */
  readonly points: string
  readonly paper: Omit<PrintedDocument, 'issuedAt'>
}

interface Issued {
  readonly id: string
  readonly code: string
  readonly issuedAt: Date
}

export interface CompanyAttestation extends Issued {
  readonly kind: CompanyKind
  readonly facts: CompanyFacts
}

export interface CareerAttestation extends Issued {
  readonly kind: 'career'
  readonly membershipId: string
  readonly facts: CareerFacts
}

export type Attestation = CompanyAttestation | CareerAttestation

const symbols = 12

/** Eleven random symbols: nobody finds one by trying. */
export function newAttestationCode(): string {
  return newCode('AT', symbols)
}

export function parseAttestationCode(typed: string): string | undefined {
  return parseCode(typed, ['AT'], symbols)
}
