import type { LocalDate } from '../calendar/index.ts'
import type { Rib } from '../employers/rib.ts'
import type { Dirhams } from '../money/index.ts'

/** Who is paid. */
export interface Creditor {
  readonly name: string
  readonly rib: Rib
}

/** One debit: one order of one company. */
export interface CollectionEntry {
  /** Of the order: what the bank sends back to say which one it answers. */
  readonly endToEndId: string
  readonly amount: Dirhams
  readonly debtorName: string
  readonly rib: Rib
  readonly mandateReference: string
  readonly mandateSignedOn: LocalDate
}

export interface Collection {
  readonly reference: string
  readonly collectOn: LocalDate
  readonly madeAt: Date
  readonly creditor: Creditor
  readonly entries: readonly CollectionEntry[]
}

/** How a bank wants its collections: the default is ISO 20022; a bank's own layout is another of these. */
export interface CollectionAdapter {
  readonly id: string
  readonly fileName: (collection: Collection) => string
  readonly mediaType: string
  readonly write: (collection: Collection) => string
  /** What is wrong with the text, read back: counts, sums, characters, in this format. */
  readonly check: (collection: Collection, text: string) => string[]
}
