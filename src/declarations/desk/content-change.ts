import type { Fields } from '../../web/form.ts'
import type { KeptContent } from '../check-content.ts'
import type { LineTexts } from './line-book.ts'

/** What is to be done to a content. Plain data, since a thread may be asked. */
export type ContentChange =
  | LineChange
  | AdditionChange
  | { readonly kind: 'removal'; readonly line: number }
  | CauseChange
  | UndoChange
  | FileChange

/** A line corrected in its place: its fields as they were typed. */
export interface LineChange {
  readonly kind: 'line'
  readonly line: number
  readonly fields: Fields
  /** Kept although it is still to correct: an answer is awaited from somebody. */
  readonly keepsAsIs: boolean
}

/** A line after the last: what it begins with, and what was typed. */
export interface AdditionChange {
  readonly kind: 'addition'
  readonly start: LineTexts
  readonly fields: Fields
  readonly keepsAsIs: boolean
}

/** The proposed correction on every line of one cause. */
export interface CauseChange {
  readonly kind: 'cause'
  readonly code: string
  readonly field: string
}

/** A correction taken back: the contents before and after it. */
export interface UndoChange {
  readonly kind: 'undo'
  readonly correctionId: string
  readonly before: Uint8Array | null
  readonly after: Uint8Array
}

/** Corrected lines sent again in a file, which is kept. */
export interface FileChange {
  readonly kind: 'file'
  readonly sent: KeptContent
}
