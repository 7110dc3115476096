import type { LocalDate } from '../calendar/index.ts'
import { centimes, type Dirhams } from '../money/index.ts'
import type { Move, Part } from './account.ts'

/** Why something was written: what kind of thing, which one, and which version of it. */
export interface Cause {
  readonly kind: string
  readonly id: string
  readonly version: number
}

/** Amounts travel as whole centimes in text, quarters as «2024T3»: what is kept is exactly what was told. */
export interface Told {
  readonly declaration: {
    readonly category: string
    readonly quarter: string
    /** What the employer was given for it: the number of its receipt. */
    readonly reference: string
    readonly employee: string
    /** The whole employer part, surcharge included. */
    readonly employer: string
    readonly terms: ToldTerms
  }
  readonly payment: {
    readonly channel: Channel
    readonly reference: string
    readonly amount: string
    readonly into: 'bank' | 'bank_in_transit'
    /** What it was meant to pay; null: the oldest first. */
    readonly dues: readonly ToldShare[] | null
  }
  readonly payment_settled: { readonly reference: string }
  readonly payment_rejected: { readonly reference: string; readonly reason: string }
  readonly payment_reversed: { readonly reason: string }
}

export type Channel = 'transfer' | 'direct_debit'

export interface ToldTerms {
  readonly dueOn: string
  readonly graceDays: number
  readonly yearlyRate: number
  readonly yearDays: number
}

export interface ToldShare {
  readonly category: string
  readonly quarter: string
  readonly part: Part
  readonly amount: string
}

/** What the ledger concludes by itself, with the calculation behind it. */
export interface Derived {
  readonly interest: {
    readonly category: string
    readonly quarter: string
    readonly terms: ToldTerms
    readonly fractions: readonly {
      readonly principal: string
      readonly paidOn: string
      readonly days: number
      readonly interest: string
    }[]
  }
  readonly interest_cancelled: { readonly category: string; readonly quarter: string }
  readonly advance_kept: DerivedShare
  readonly advance_used: DerivedShare
  readonly advance_taken_back: DerivedShare
}

interface DerivedShare {
  readonly category: string
  readonly quarter: string
  readonly part: Part
}

export type FactKind = keyof Told
export type DerivedKind = keyof Derived
export type EntryKind = FactKind | DerivedKind

/** Kinds that somebody tells the ledger; the others follow from them. */
const factKinds: readonly FactKind[] = [
  'declaration',
  'payment',
  'payment_settled',
  'payment_rejected',
  'payment_reversed',
]

interface Written {
  readonly cause: Cause
  readonly occurredOn: LocalDate
  readonly recordedAt: Date
}

/** Something that happened and that the ledger must know. */
export type Fact = {
  readonly [K in FactKind]: Written & { readonly kind: K; readonly details: Told[K] }
}[FactKind]

type Conclusion = {
  readonly [K in DerivedKind]: Written & { readonly kind: K; readonly details: Derived[K] }
}[DerivedKind]

/** An entry about to be written: what happened, and what it moves. */
export type Draft = (Fact | Conclusion) & {
  readonly moves: readonly Move[]
  /** The number of the entry that this one takes back. */
  readonly reverses: bigint | null
}

export type Entry = Draft & { readonly number: bigint }

export function isFact(entry: Entry): entry is Entry & Fact {
  return (factKinds as readonly EntryKind[]).includes(entry.kind)
}

/** What must never be written twice. */
export function factKey({ kind, cause }: { kind: EntryKind; cause: Cause }): string {
  return `${kind} ${causeKey(cause)} ${cause.version}`
}

/** A payment is known by its cause, whatever happens to it afterwards. */
export function causeKey({ kind, id }: Cause): string {
  return `${kind} ${id}`
}

/** Whole centimes, as facts carry them. */
export function amountOf(text: string): Dirhams {
  return centimes(BigInt(text))
}
