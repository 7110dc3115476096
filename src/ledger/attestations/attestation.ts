import type { LocalDate } from '../../calendar/index.ts'
import { newCode, parseCode } from '../../platform/code.ts'

/** `regularity`: nothing is late. `affiliation`: the company is a member, with so many people declared. */
export const attestationKinds = ['regularity', 'affiliation'] as const
export type AttestationKind = (typeof attestationKinds)[number]

/** What is attested, word for word, as it was true on that day. */
export interface AttestationFacts {
  readonly employerName: string
  readonly employerNumber: string
  readonly asOf: LocalDate
  readonly joinedOn: LocalDate
  /** People declared and still there. */
  readonly members: number
  readonly categories: readonly { readonly category: string; readonly label: string }[]
}

export interface Attestation {
  readonly id: string
  readonly kind: AttestationKind
  readonly code: string
  readonly facts: AttestationFacts
  readonly issuedAt: Date
}

const symbols = 12

/** Eleven random symbols: nobody finds one by trying. */
export function newAttestationCode(): string {
  return newCode('AT', symbols)
}

export function parseAttestationCode(typed: string): string | undefined {
  return parseCode(typed, ['AT'], symbols)
}
