import type { LineField } from '../../checking/fields.ts'
import type { ByteSource } from '../../checking/byte-source.ts'
import type { LineBook } from '../line-book.ts'
import { nameOn } from '../person.ts'
import { type PersonKeys, personKeysOf } from './person-keys.ts'
import { rowsOf } from '../../content.ts'

/** A corrected line that was sent again. */
export interface SentLine {
  /** Where it stands in the file that was sent. */
  readonly at: number
  readonly text: string
  /** The line that it says it is of. */
  readonly line: number | null
  readonly person: string
  readonly keys: PersonKeys
}

/** Why a line that was sent is not put anywhere. */
export type NotPlaced =
  /** Nobody of the declaration has this number or this document. */
  | 'unknown'
  /** Several lines of the declaration have. */
  | 'ambiguous'
  /** The line that it names is somebody else's, or is not there. */
  | 'other_person'
  | 'no_such_line'
  /** Another line that was sent is for the same place. */
  | 'twice'
  /** A field is longer than the declaration's file can hold. */
  | 'too_long'
  /** A day that cannot be read. */
  | 'not_a_day'

export interface LineToTell {
  readonly at: number
  readonly person: string
  readonly why: NotPlaced
  /** The line of the declaration, or the field, that it is about. */
  readonly line: number | null
  readonly field: LineField | null
}

/** The lines of a file that was sent again, in whatever layout of ours. */
export function* sentLines(source: ByteSource, book: LineBook): Generator<SentLine> {
  for (const row of rowsOf(source)) {
    if (!book.isLine(row)) continue
    const texts = book.read(row.text)
    const line = book.numberOf(row.text)
    const keys = personKeysOf(texts)
    yield { at: row.line, text: row.text, line, person: nameOn(texts), keys }
  }
}
