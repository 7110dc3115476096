import { bytesInMemory } from '../../checking/byte-source.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { OpenFile } from '../../../platform/files/open-file.ts'
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
    async rewriting() {
      const contents = await openBoth(files, change)
      const [before, after] = contents.map((content) => new RowsByLine(rowsOf(content)))
      return {
        edit({ line, text }) {
          const [old, made] = [before?.at(line), after?.at(line)]
          return old !== undefined && old !== made && text === made ? old : text
        },
        end: () => contents.forEach((content) => content.close()),
      }
    },
    kept: () => ({ undone: change.correctionId }),
  }
}

async function openBoth(files: FileStore, change: UndoChange): Promise<OpenFile[]> {
  const before = change.before === null ? nothing() : await files.open(change.before)
  try {
    return [before, await files.open(change.after)]
  } catch (error) {
    before.close()
    throw error
  }
}

/** What a new version began with. */
const nothing = (): OpenFile => ({ ...bytesInMemory(new Uint8Array()), close: () => undefined })

/** Rows asked for by their line, in order; one that is not there is empty. */
class RowsByLine {
  readonly #rows: Iterator<TextRow>
  #row: TextRow | undefined

  constructor(rows: Iterable<TextRow>) {
    this.#rows = rows[Symbol.iterator]()
    this.#advance()
  }

  at(line: number): string {
    while (this.#row && this.#row.line < line) this.#advance()
    return this.#row?.line === line ? this.#row.text : ''
  }

  #advance(): void {
    const { done, value } = this.#rows.next()
    this.#row = done ? undefined : value
  }
}
