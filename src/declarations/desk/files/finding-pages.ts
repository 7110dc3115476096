import type { Tx } from '../../../platform/db/database.ts'
import type { Owner } from '../../store/lines.ts'
import { listFindingsAfter } from '../store/all-findings.ts'
import type { FindingRow } from '../store/finding-row.ts'

const rowsAtOnce = 2000

/** Every finding in the order of the file, some at a time: never all of them in memory. */
export async function* findingPages(tx: Tx, owner: Owner): AsyncGenerator<FindingRow[]> {
  let last: FindingRow | null = null
  for (;;) {
    const rows: FindingRow[] = await listFindingsAfter(tx, owner, last, rowsAtOnce)
    if (rows.length > 0) yield rows
    if (rows.length < rowsAtOnce) return
    last = rows.at(-1) ?? null
  }
}

/** The same asked for line by line, in order. */
export class FindingsByLine {
  readonly #pages: AsyncGenerator<FindingRow[]>
  #rows: FindingRow[] = []
  #next = 0
  #isOver = false

  constructor(tx: Tx, owner: Owner) {
    this.#pages = findingPages(tx, owner)
  }

  async at(line: number): Promise<FindingRow[]> {
    const found: FindingRow[] = []
    for (;;) {
      const row = await this.#peek()
      if (!row || row.line > line) return found
      if (row.line === line) found.push(row)
      this.#next += 1
    }
  }

  async #peek(): Promise<FindingRow | undefined> {
    if (this.#next >= this.#rows.length && !this.#isOver) {
      const { done, value } = await this.#pages.next()
      this.#isOver = done ?? false
      this.#rows = done ? [] : value
      this.#next = 0
    }
    return this.#rows[this.#next]
  }
}
