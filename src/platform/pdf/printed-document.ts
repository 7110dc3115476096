import type { Symbology } from '../barcode.ts'

/**
 * A printed document before it has a shape: tests read these words, one renderer turns them into a page.
 * Strings are plain text, whoever typed them. Nothing in them is ever read as markup.
 */
export interface PrintedDocument {
  readonly lang: 'fr' | 'ar'
  readonly fund: PrintedFund
  readonly title: string
  /** The instant written into the file: the same document gives the same bytes. */
  readonly issuedAt: Date
  /** The same instant in words, at the head of the page: «Casablanca, le 23 novembre 2026». */
  readonly issuedOn?: string
  readonly reference?: PrintedReference
  /** Where the signed paper goes, at the head of the first page. */
  readonly sendTo?: { readonly heading: string; readonly lines: readonly string[] }
  /** One sheet, to be signed: what is long makes the letters smaller rather than a second page. */
  readonly onePage?: boolean
  readonly blocks: readonly PrintedBlock[]
  /** One line at the foot of every page. */
  readonly footer?: string
  /** The hash of what the document attests, at the foot of every page. */
  readonly fingerprint?: { readonly label: string; readonly value: string }
  /** Landscape, for tables of many columns. */
  readonly landscape?: boolean
}

export interface PrintedFund {
  readonly name: string
  readonly address: readonly string[]
  readonly email?: string
}

/** The code that finds the paper again (product P3, P4): in letters, and in a barcode at the head of the first page. */
export interface PrintedReference {
  readonly label: string
  readonly code: string
  readonly explanation?: string
  /** What the barcode carries when it is not the code itself, such as the address that verifies an attestation. */
  readonly scan?: string
  /** Data Matrix unless said otherwise. Ask for a QR code when a telephone must open `scan`. */
  readonly symbology?: Symbology
}

export type PrintedBlock =
  | PrintedParagraphs
  | PrintedSection
  | PrintedTable
  | PrintedSteps
  | PrintedNotice
  | PrintedBoxes

/** Sentences. They may hold the isolates that `ltr()` and `isolate()` put around names and numbers. */
export interface PrintedParagraphs {
  readonly kind: 'paragraphs'
  readonly heading?: string
  readonly paragraphs: readonly string[]
}

/** Labels and values, one below the other. */
export interface PrintedSection {
  readonly kind: 'rows'
  readonly heading?: string
  readonly rows: readonly PrintedRow[]
}

export interface PrintedRow {
  readonly label: string
  /** Nothing prints «—». */
  readonly value: string
  /** Keeps an amount, a RIB, a code or an e-mail from left to right whatever it holds. */
  readonly ltr?: boolean
  /** Words of ours, where names may stand in isolates; what somebody typed never keeps them. */
  readonly isSentence?: boolean
  /** With nothing in `value`, a dotted line to write on by hand. */
  readonly fillIn?: boolean
  /** What a hand wrote on that line, as SVG: only invented papers have it. */
  readonly ink?: string
}

/** Its headings come back on every page it covers; totals come once, at its end. */
export interface PrintedTable {
  readonly kind: 'table'
  readonly heading?: string
  readonly columns: readonly PrintedColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly totals?: readonly string[]
  /** Said in place of rows when there is none. */
  readonly empty?: string
}

export interface PrintedColumn {
  readonly heading: string
  /** Where its cells stand: `end` for amounts. `start` unless said otherwise. */
  readonly align?: 'start' | 'center' | 'end'
  /** Its share of the width among columns that have one. Without it, as wide as its longest cell. */
  readonly share?: number
  readonly ltr?: boolean
}

/** What to do with the paper, numbered. */
export interface PrintedSteps {
  readonly kind: 'steps'
  readonly heading?: string
  readonly steps: readonly string[]
}

/** The one thing not to miss. */
export interface PrintedNotice {
  readonly kind: 'notice'
  readonly text: string
}

/** Places for ink, side by side, never cut by the end of a page. */
export interface PrintedBoxes {
  readonly kind: 'boxes'
  readonly heading?: string
  readonly boxes: readonly PrintedBox[]
}

export interface PrintedBox {
  readonly kind: 'signature' | 'stamp' | 'date'
  readonly label: string
  /** What a hand put there, as SVG: only invented papers have it. */
  readonly ink?: string
}
