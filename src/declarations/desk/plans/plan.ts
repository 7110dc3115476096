import type { FileStore } from '../../../platform/files/file-store.ts'
import type { ByteSource } from '../../checking/byte-source.ts'
import type { CheckContext } from '../../checking/check-context.ts'
import type { Origin } from '../../checking/check-declaration.ts'
import type { Finding } from '../../checking/finding.ts'
import type { LineField } from '../../checking/fields.ts'
import type { Rewriting, Rewritten } from '../../rewrite-content.ts'
import type { LineBook } from '../line-book.ts'
import type { About } from '../store/corrections.ts'
import type { LineToTell } from './sent-lines.ts'

/** A content as a change finds it. */
export interface ContentOpen {
  readonly source: ByteSource
  readonly origin: Origin
  readonly book: LineBook
  /** What the check knows of the company. */
  readonly context: CheckContext
  readonly files: FileStore
}

/** How a content is to be rewritten, and what is kept of it; or why it is not. */
export type Plan =
  | {
      readonly rewriting: () => Rewriting | Promise<Rewriting>
      readonly kept: (rewritten: Rewritten) => Kept
      /** Fields that stay as they were, since they cannot be written as they were typed. */
      readonly unwritten?: readonly LineField[]
      /** The line that must not be left wrong, or as wrong as it was: nothing is saved then. */
      readonly mustBeRight?: (rewritten: Rewritten) => number
    }
  | { readonly stopped: Stopped }

export type Stopped =
  /** What was sent is in no layout of ours. */
  | { readonly outcome: 'not_read'; readonly finding: Finding }
  /** Fields that cannot be written as they were typed. */
  | { readonly outcome: 'not_written'; readonly wrong: readonly LineField[] }
  /** Lines of a file whose place is not certain: none of them is replaced. */
  | { readonly outcome: 'not_placed'; readonly told: readonly LineToTell[]; readonly count: number }

/** What stays of it beside the new content: a correction that can be undone, or one that is. */
export type Kept = { readonly correction: About } | { readonly undone: string }
