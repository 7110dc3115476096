import type { LocalDate, Quarter } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'

/** What the employer subscribed to for one category; rates in basis points. */
export interface CategoryTerms {
  readonly category: string
  readonly employeeRate: number
  readonly employerRate: number
  readonly product: string
}

/** A member the fund already knows at this employer. */
export interface KnownMember {
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly bornOn?: LocalDate | undefined
  /** The fund knows a number of identity of theirs. */
  readonly hasDocument?: boolean | undefined
  readonly category?: string | undefined
  /** Salary declared for the previous quarter. */
  readonly lastSalary?: Dirhams | undefined
  readonly leftOn?: LocalDate | null | undefined
}

/** Those whom the fund knows, however they are held: a map of them will do. */
export interface KnownMembers {
  get(memberNumber: string): KnownMember | undefined
  values(): Iterable<KnownMember>
}

/** Who a line without a number is about. */
export interface Unnumbered {
  readonly identityNumber: string | null
  readonly lastName: string
  readonly firstName: string
  readonly bornOn: LocalDate
}

/** Those whom the company declared without a number before: the one that each was given, as it is today. */
export interface Newcomers {
  numberOf(person: Unnumbered): string | undefined
}

/** The total of a declaration that was sent. */
export interface LastSent {
  readonly quarter: Quarter
  readonly members: number
  readonly salary: Dirhams
}

/**
 * What the portal knows and the file does not. Every part is optional: without it the engine says what the
 * file alone can tell, which is what `guichet check` does.
 */
export interface CheckContext {
  readonly employerNumber?: string | undefined
  readonly categories?: readonly CategoryTerms[] | undefined
  /** Codes that may be declared when their terms are not known, as on a command line. */
  readonly categoryCodes?: readonly string[] | undefined
  readonly quarter?: Quarter | undefined
  readonly knownMembers?: readonly KnownMember[] | KnownMembers | undefined
  /** Provisional numbers of this employer, each with the number that took its place. */
  readonly renumbered?: readonly { readonly former: string; readonly number: string }[] | undefined
  readonly newcomers?: Newcomers | undefined
  /** A quarter's salary under this is asked about. No default: the figure is the fund's to set. */
  readonly lowSalary?: Dirhams | undefined
  /** A quarter's salary over this is asked about where none is known from before; 300,000.00 DH unless told (ours). */
  readonly highSalary?: Dirhams | undefined
  /** What was sent last in this category: a total far from it is asked about. */
  readonly lastSent?: LastSent | undefined
  /** Change since last quarter that is asked about, in percent; 30 unless told (product D6). */
  readonly variationPercent?: number | undefined
  /** Where the first tranche of TCNSS stops, in a quarter; 18,000.00 DH unless told. */
  readonly trancheOneCeiling?: Dirhams | undefined
  readonly limits?: CheckLimits | undefined
}

export interface CheckLimits {
  readonly lines?: number | undefined
  readonly findings?: number | undefined
}

/** More than the fund's whole population in two tranches (430,000 members, figures of 2023); it takes a few seconds. */
export const defaultLimits = { lines: 1_000_000, findings: 200_000 } as const
