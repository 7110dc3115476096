import { bytesInMemory } from '../../checking/byte-source.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { TextRow } from '../../checking/corrections/text-rows.ts'
import type { UndoChange } from '../content-change.ts'
import { rowsOf } from '../../content.ts'
import type { ContentOpen, Plan } from './plan.ts'

/**
 * The lines that a correction changed are again what they were, but for those that were changed once more since. The
 * three contents are read side by side, since a line keeps its number.
 */
export function planUndo({ files }: ContentOpen, change: UndoChange): Plan {
  return {
    rewriting() {
      const before = new RowsByLine(rowsIn(files, change.before))
      const after = new RowsByLine(rowsIn(files, change.after))
      return {
        edit({ line, text }) {
          const [old, made] = [before.at(line), after.at(line)]
          return old !== made && text === made ? old : text
        },
        end() {
          before.end()
          after.end()
        },
      }
    },
    kept: () => ({ undone: change.correctionId }),
  }
}

function* rowsIn(files: FileStore, sha256: Uint8Array | null): Generator<TextRow> {
  if (sha256 === null) return yield* rowsOf(bytesInMemory(new Uint8Array()))
  const file = files.open(sha256)
  try {
    yield* rowsOf(file)
  } finally {
    file.close()
  }
}

/** Rows asked for by their line, in order; one that is not there is empty. */
class RowsByLine {
  readonly #rows: Generator<TextRow>
  #row: TextRow | undefined

  constructor(rows: Generator<TextRow>) {
    this.#rows = rows
    this.#advance()
  }

  at(line: number): string {
    while (this.#row && this.#row.line < line) this.#advance()
    return this.#row?.line === line ? this.#row.text : ''
  }

  end(): void {
    this.#rows.return(undefined)
  }

  #advance(): void {
    const { done, value } = this.#rows.next()
    this.#row = done ? undefined : value
  }
}
